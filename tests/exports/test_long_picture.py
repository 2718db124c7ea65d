"""Reports as one long picture for a chat."""

import struct
import sys
from dataclasses import replace

import pytest

from tests.exports.reports import hostile, talked_over
from tui.domain.report import Report
from tui.exports.document import Document, Part
from tui.exports.formats import ExportFailed
from tui.exports.kickoff import kickoff_document
from tui.exports.long_picture import HIGHEST, fitting, written
from tui.exports.typesetting import Medium, Typesetter
from tui.exports.typst_source import Data

SETTER = Typesetter(Medium.PHONE)


def made(report: Report, items: int) -> Document:
    """Return a report with a few items a section, so that it is soon drawn."""
    document = kickoff_document(report, ("en",))
    few = tuple(replace(each, items=each.items[:items]) for each in document.sections)
    return replace(document, sections=few, areas=document.areas[:1])


def size(picture: bytes) -> tuple[int, int]:
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def height(told: Data) -> int:
    return size(SETTER.picture(told, 0.1))[1] * 20


def notes(told: Data) -> str:
    return " ".join("".join(note[0]["text"]) for note in told["notes"])


def kinds(told: Data) -> list[str]:
    return [section["kind"] for section in told["sections"]]


def test_it_is_as_wide_as_a_phone_and_the_same_document_gives_the_same_bytes() -> None:
    picture = written(made(talked_over(), 1))
    width, height = size(picture)
    assert width == 780
    assert 2000 < height < HIGHEST
    assert written(made(talked_over(), 1)) == picture


def test_what_was_decided_comes_first_and_nothing_is_left_out_where_all_has_room() -> None:
    document = made(talked_over(), 2)
    told = fitting(document, height)
    assert told["notes"] == []
    assert len(told["sections"]) == len(document.sections)
    decided = next(each for each in document.sections if each.part is Part.DECIDED)
    assert "".join(told["sections"][0]["title"][0]["text"]) == decided.title[0]


def test_what_is_agreed_is_left_out_first_and_the_picture_says_so() -> None:
    document = made(talked_over(), 2)
    whole = fitting(document, height)
    told = fitting(document, height, height(whole) - 200)
    assert "brief" not in kinds(told)
    assert kinds(told) == [kind for kind in kinds(whole) if kind != "brief"]
    for section in document.sections:
        is_named = f"{section.title[0]} ({len(section.items)})" in notes(told)
        assert is_named is (section.part in (Part.AGREED, Part.NOT_COMPARED))
    assert [s["items"] for s in told["sections"]] == [
        s["items"] for s in whole["sections"] if s["kind"] != "brief"
    ]


def test_a_question_without_room_is_told_by_its_name_and_the_picture_says_so() -> None:
    document = made(talked_over(), 4)
    least = fitting(document, height, 0)
    highest = height(least) + 1200
    told = fitting(document, height, highest)
    full = [section for section in told["sections"] if section["kind"] == "full"]
    named = [item for section in full for item in section["rest"]]
    drawn = [item for section in full for item in section["items"]]
    assert drawn
    assert named
    assert f"names alone: {len(named)};" in notes(told)
    assert height(told) <= highest
    wanted = [*document.items(Part.TO_SETTLE, Part.PARKED)]
    assert sorted(item.name[0] for item in wanted) == sorted(
        "".join(item["name"][0]["text"]) for item in drawn + named
    )


def test_texts_without_end_are_cut_and_the_picture_says_so() -> None:
    document = made(hostile(), 20)
    told = fitting(document, lambda told: HIGHEST + 1)
    assert "…" in notes(told)
    for letter in "长W":
        assert letter * 301 not in str(told).replace("', '", "")
    assert letter * 200 in str(told).replace("', '", "")


def test_without_typst_one_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ExportFailed):
        written(made(talked_over(), 1))
