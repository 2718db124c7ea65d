"""A report as one long picture for a chat (长图): as wide as a phone, what is decided first.

A chat shows a picture badly that is too high. One that would be is made shorter step by step, and
says each time what it leaves out.
"""

import struct
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from tui.exports.document import IN_BRIEF, Document, Part, Section, Words
from tui.exports.typesetting import Medium, Typesetter
from tui.exports.typst_source import Data, source
from tui.exports.typst_text import pieces
from tui.exports.typst_text import told as tagged

HIGHEST = 20_000
"""Dots that a picture may be high."""
_SCALE, _GLANCE = 2.0, 0.1
"""Dots in a point: of the picture, and of one that is only made to see how high it gets."""
_LONGEST = 300
"""Characters that are left of a longer text."""
_ASIDES = frozenset({"practice", "noted", "contract"})
"""What can be left out of a question first: all that is no answer, note, verdict or risk."""
_TOLD = ("answer", "badge", "note", "private_note", "second")
"""What a party said."""


def written(document: Document) -> bytes:
    """Return the PNG; the same document gives the same bytes.

    Raises:
        ExportFailed: Typst or a font for Chinese is not there.
    """
    setter = Typesetter(Medium.PHONE)

    def height(told: Data) -> int:
        (seen,) = struct.unpack(">I", setter.picture(told, _GLANCE)[20:24])  # where a PNG has it
        return int((seen + 1) / _GLANCE * _SCALE)  # some of a dot may be cut

    told = fitting(document, height)
    return setter.picture(told, _SCALE * min(1, HIGHEST / height(told)))


def fitting(document: Document, height: Callable[[Data], int], highest: int = HIGHEST) -> Data:
    """Return as much of a report as is not too high.

    Args:
        document: The report.
        height: Returns how many dots high something gets.
        highest: How high that may be.
    """
    told = source(_decided_first(document))
    shorter = _ever_shorter(document, told, lambda less: height(less) <= highest)
    while height(told) > highest and (less := next(shorter, None)):
        told = less
    return told


def _decided_first(document: Document) -> Document:
    """Return a report with what was decided before all else."""
    sections = sorted(document.sections, key=lambda section: section.part is not Part.DECIDED)
    return replace(document, sections=tuple(sections))


def _ever_shorter(document: Document, told: Data, fits: Callable[[Data], bool]) -> Iterator[Data]:
    """Yield a report with less and less in it."""

    def less(note: Words, sections: list[Data]) -> Data:
        notes = [*told["notes"], tagged(note, document.languages)]
        return {**told, "sections": sections, "notes": notes}

    left_out = [section for section in document.sections if section.part in IN_BRIEF]
    if left_out:
        kept = [section for section in told["sections"] if section["part"] not in IN_BRIEF]
        yield (told := less(_without(document, left_out), kept))
    bare = [_without_asides(section) for section in told["sections"]]
    if bare != told["sections"]:
        yield (told := less(document.say("export.picture_asides"), bare))
    cut = _cut(told)
    if cut != told:
        told = cut
        yield (told := less(document.say("export.picture_cut"), told["sections"]))
    full = [section for section in told["sections"] if section["kind"] == "full"]

    def named(least: int) -> Data:
        """Return it with but the names of the last `least` questions."""
        left, sections = sum(len(s["items"]) for s in full) - least, list[Data]()
        for section in told["sections"]:
            if section["kind"] == "full":
                items = section["items"]
                sections.append({**section, "items": items[:left], "rest": items[left:]})
                left = max(0, left - len(items))
            else:
                sections.append(section)
        return less(document.say("export.picture_names", count=least), sections)

    count = sum(len(section["items"]) for section in full)
    if count:
        counts = range(1, count + 1)
        enough = bisect_left(counts, True, key=lambda least: fits(named(least)))
        yield named(min(counts[0] + enough, count))


def _without(document: Document, sections: list[Section]) -> Words:
    """Return a sentence that names the sections that are left out."""
    return tuple(
        say(
            "export.picture_without",
            sections=say("handover.and").join(
                say("export.picture_section", title=section.title[place], count=len(section.items))
                for section in sections
            ),
        )
        for place, say in enumerate(document.phrases)
    )


def _without_asides(section: Data) -> Data:
    """Return a section whose questions tell no more than answers, notes, verdicts and risks."""
    items = []
    for item in section["items"]:
        bare = {key: [] if key in _ASIDES else value for key, value in item.items()}
        if section["kind"] == "full":
            said = [{**each, "contract": []} for each in item["said"]]
            bare["said"] = [each for each in said if any(each[key] for key in _TOLD)]
        items.append(bare)
    return {**section, "items": items}


def _cut(told: Any) -> Any:
    """Return data with the beginnings of its texts, which are lists of pieces."""
    if isinstance(told, dict):
        return {key: _cut(value) for key, value in told.items()}
    if not isinstance(told, list):
        return told
    if not told or not all(isinstance(piece, str) for piece in told):
        return [_cut(each) for each in told]
    text = "".join(told)
    return told if len(text) <= _LONGEST else pieces(f"{text[:_LONGEST]}…")
