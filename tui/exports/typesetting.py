"""Setting a report with Typst, which is an extra: without it, one sentence says how to get it."""

import json
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from tui.domain.message import Message
from tui.exports.formats import ExportFailed
from tui.exports.typst_fonts import chosen, has_chinese

if TYPE_CHECKING:
    import typst

_TEMPLATES = Path(__file__).with_name("templates")
_DOTS = 72
"""Typst's points in an inch."""


class Medium(StrEnum):
    """What a report is set for."""

    PAPER = "paper"
    """A4."""
    PHONE = "phone"
    """One page as wide as a phone and as long as it takes."""


class Typesetter:
    """Sets reports on one medium, in the fonts of the system.

    Args:
        medium: On what.
        fonts: Where to look for fonts; in all of the system unless told otherwise.

    Raises:
        ExportFailed: Typst is not installed.
    """

    def __init__(self, medium: Medium, fonts: "typst.Fonts | None" = None) -> None:
        try:
            import typst  # noqa: PLC0415 - an extra, and slow to import
        except ImportError:
            raise ExportFailed(Message("export.needs_typst")) from None
        found = fonts or typst.Fonts()
        self._medium = medium
        self._fonts = chosen(frozenset(found.families()))
        self._compiler = typst.Compiler(
            _TEMPLATES / "report.typ", root=_TEMPLATES, font_paths=found
        )

    def pdf(self, data: Mapping[str, object]) -> bytes:
        """Return a report as PDF; its day is that of the report.

        Args:
            data: What the template tells.

        Raises:
            ExportFailed: It has Chinese texts, and there is no font for them.
        """
        return self._set("pdf", data)

    def picture(self, data: Mapping[str, object], scale: float) -> bytes:
        """Return a report as one PNG.

        Args:
            data: What the template tells.
            scale: Dots in a point.

        Raises:
            ExportFailed: It has Chinese texts, and there is no font for them.
        """
        return self._set("png", data, scale * _DOTS)

    def _set(
        self, to: Literal["pdf", "png"], data: Mapping[str, object], ppi: float | None = None
    ) -> bytes:
        """Hand a report to the template: as JSON, so that no text in it can be code."""
        told = json.dumps({**data, "fonts": self._fonts.data}, ensure_ascii=False)
        if self._fonts.chinese is None and has_chinese(told):
            raise ExportFailed(Message("export.needs_font"))
        inputs = {"data": told, "medium": str(self._medium)}
        made = self._compiler.compile(format=to, sys_inputs=inputs, ppi=ppi)
        return cast("bytes", made)
