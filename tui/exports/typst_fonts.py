"""The fonts that a report is set in: those of the system, for Chinese above all."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

_CHINESE = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "HarmonyOS Sans SC",
    "MiSans",
    "Alibaba PuHuiTi 3.0",
    "Heiti SC",
    "STHeiti",
    "SimHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "DengXian",
    "Noto Sans CJK TC",
    "Noto Sans CJK JP",
    "Noto Sans CJK HK",
    "Noto Sans CJK KR",
    "Songti SC",
    "STSong",
    "SimSun",
    "NSimSun",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "FandolHei",
    "FandolSong",
    "AR PL UMing CN",
    "Droid Sans Fallback",
)
"""Families with the Chinese characters of the mainland, the best first."""
_CHINESE_SERIF = (
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Noto Serif SC",
    "Songti SC",
    "STSong",
    "SimSun",
    "FandolSong",
)
_LATIN = (
    "Noto Sans",
    "Source Sans 3",
    "Helvetica Neue",
    "Segoe UI",
    "Arial",
    "Liberation Sans",
    "Nimbus Sans",
    "DejaVu Sans",
)
_LATIN_SERIF = ("Georgia", "Noto Serif", "Liberation Serif")
_INCLUDED = "Libertinus Serif"
"""The family that comes with Typst."""
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class Fonts:
    """The families to set a report in."""

    chinese: str | None
    """For Chinese and all else; None where the system has none with Chinese characters."""
    latin: str
    """For the quotation marks of English, and for all of it where there is no Chinese."""
    serif: tuple[str, ...]
    """For the wording of a contract, the first that has a character."""

    @property
    def data(self) -> dict[str, object]:
        """What the template is told of them."""
        chinese = (self.chinese,) if self.chinese is not None else ()
        return {
            "all": [*chinese, self.latin, _INCLUDED],
            "latin": self.latin,
            "serif": list(self.serif),
        }


def chosen(families: Collection[str]) -> Fonts:
    """Return the best of the families that are there.

    >>> fonts = chosen({"Arial", "SimSun", "Microsoft YaHei"})
    >>> fonts.chinese, fonts.latin, fonts.serif
    ('Microsoft YaHei', 'Arial', ('Libertinus Serif', 'SimSun'))
    """
    chinese_serif = _first(_CHINESE_SERIF, families)
    latin_serif = _first(_LATIN_SERIF, families) or _INCLUDED
    return Fonts(
        chinese=_first(_CHINESE, families),
        latin=_first(_LATIN, families) or _INCLUDED,
        serif=(latin_serif, *((chinese_serif,) if chinese_serif else ())),
    )


def _first(wanted: Iterable[str], families: Collection[str]) -> str | None:
    return next((family for family in wanted if family in families), None)


def has_chinese(text: str) -> bool:
    """Return whether Chinese characters are in a text."""
    return _HAN.search(text) is not None
