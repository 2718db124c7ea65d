"""Reports as PDF: read back with pypdf."""

import re
import sys
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import typst
from hypothesis import given, settings
from hypothesis.strategies import lists
from pypdf import PdfReader

from tests.cli.test_cli import EXPECTED, duiqi
from tests.domain import strategies as draw
from tests.exports.documents import document, spoilt
from tests.exports.pdf_text import joined, outline, pdf_text
from tests.exports.pictures.test_pictures import numbers, picture_of
from tests.exports.reports import HOSTILE as TYPED
from tests.exports.reports import hostile, minutes, private, talked_over
from tests.exports.test_self_assessment import alone
from tui.domain.questions import AnyQuestion, Kind
from tui.exports.document import Document, Part, Section
from tui.exports.formats import ExportFailed
from tui.exports.kickoff import kickoff_document
from tui.exports.pdf import written
from tui.exports.typesetting import Medium, Typesetter
from tui.exports.typst_source import source
from tui.i18n import LANGUAGES, Phrases
from tui.text.cleaning import clean

BOTH, CHINESE, ENGLISH = ("en", "zh-CN"), ("zh-CN",), ("en",)
CODE = """#panic("x") #import "y" @ref <label> // c /* d */ = h _e_ *f* $g$ \\ [h](javascript:1)"""
"""Text that Typst would take for more, if it were not data."""
FINGERPRINT = "0123456789abcdef" * 4


def few(document: Document, items: int) -> Document:
    """Return a document with a few items a section, so that it is soon set and read."""
    sections = (replace(each, items=each.items[:items]) for each in document.sections)
    return replace(document, sections=tuple(sections), areas=document.areas[:1])


@cache
def made(languages: tuple[str, ...] = BOTH) -> Document:
    """Return a whole report in both languages, or a short one in one of them."""
    document = kickoff_document(talked_over(), languages, FINGERPRINT)
    return document if languages == BOTH else few(document, 3)


@cache
def usual(languages: tuple[str, ...] = BOTH) -> bytes:
    return written(made(languages))


@cache
def told(languages: tuple[str, ...] = BOTH) -> str:
    return joined(pdf_text(usual(languages)))


@pytest.mark.parametrize("languages", [BOTH, CHINESE, ENGLISH], ids="-".join)
def test_all_of_a_report_is_told(languages: tuple[str, ...]) -> None:
    document, text = made(languages), told(languages)
    for words in (document.headline, document.notice, *document.reading, *document.meeting):
        assert all(joined(each) in text for each in words)
    for section in document.sections:
        assert all(joined(each) in text for each in section.title)
        for item in section.items:
            assert all(joined(each) in text for each in item.name)
            for said in item.said if section.part is not Part.DECIDED else ():
                assert joined(said.note) in text
    for typed in ("Camille Rousselet", "主播个人账号归本人。", "每周二开周会。", FINGERPRINT):
        assert joined(typed) in text


def test_minutes_tell_what_was_decided_and_what_is_left() -> None:
    shown = kickoff_document(minutes(), CHINESE)
    text = joined(pdf_text(written(shown)))
    for item in shown.items():
        assert joined(item.name[0]) in text
        assert item.decision is None or joined(item.decision.text) in text


def test_of_one_party_both_of_its_notes_and_its_risks_are_told() -> None:
    text = joined(pdf_text(written(alone("en"))))
    assert all(joined(each) in text for each in ("for both", "for us", "risk one", "risk two"))


def test_both_answers_are_told_where_no_picture_tells_them() -> None:
    for item in made(ENGLISH).items(Part.TO_SETTLE, Part.AGREED):
        if item.first is not None and item.first.picture is None:
            assert all(joined(said.words[0]) in told(ENGLISH) for said in item.said)


def test_its_pages_are_a4_and_numbered_and_its_outline_leads_to_every_question() -> None:
    read = PdfReader(BytesIO(usual()))
    assert len(read.pages) > 5
    for number, page in enumerate(read.pages, start=1):
        assert page.mediabox.width == pytest.approx(595.28, abs=0.1)
        assert f"{number} / {len(read.pages)}" in page.extract_text()
    names = outline(usual())
    for section in made().sections:
        assert " ".join(section.title) in names
        assert all(any(item.name[0] in name for name in names) for item in section.items)


def test_it_bears_its_title_its_language_and_its_day() -> None:
    read = PdfReader(BytesIO(usual(CHINESE)))
    assert read.metadata is not None
    assert read.metadata.title == "Atelier Vaudrenne × 屿舟电商 · 对齐报告"
    assert read.metadata.creation_date is not None
    assert read.metadata.creation_date.date() == made().day
    assert read.trailer["/Root"]["/Lang"].startswith("zh")  # type: ignore[index]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert written(made(ENGLISH)) == usual(ENGLISH)


def test_no_question_is_broken_over_two_pages() -> None:
    pages = [joined(page.extract_text()) for page in PdfReader(BytesIO(usual())).pages]
    for item in made().items(Part.TO_SETTLE):
        ends = item.text[0], (item.practice or item.text)[0]
        assert any(all(joined(end) in page for end in ends) for page in pages), item.id


def test_hostile_texts_are_whole_and_nothing_but_text() -> None:
    document = few(kickoff_document(hostile(), ENGLISH), 2)
    pages = [page.extract_text() for page in PdfReader(BytesIO(written(document))).pages]
    assert max(len(line) for page in pages for line in page.splitlines()) < 200  # none runs off
    text = joined("".join(pages))
    drawn = str(source(document))
    for said in TYPED:
        if len(said) < 100:
            assert joined(clean(said)) in text
    for letter in "长W":  # a page may end in the midst of them, so that they are counted
        assert text.count(letter) >= sum(map(len, re.findall(f"{letter}{{2,}}", drawn)))


def test_no_text_of_a_document_is_code_or_a_link_wherever_it_stands() -> None:
    content = written(spoilt(few(document("en"), 1), CODE))
    assert joined(pdf_text(content)).count(joined(CODE)) > 20
    assert all("/Annots" not in page for page in PdfReader(BytesIO(content)).pages)


@settings(max_examples=3)
@given(lists(draw.pairs(tuple(Kind)), min_size=8, max_size=8))
def test_no_figure_of_a_picture_is_lost(pairs: list[tuple[AnyQuestion, Any, Any]]) -> None:
    item = next(item for item in made(ENGLISH).items(Part.TO_SETTLE) if item.first is not None)
    assert item.first is not None
    pictures = [picture_of(*pair) for pair in pairs]
    items = tuple(replace(item, first=replace(item.first, picture=each)) for each in pictures)
    section = Section(part=Part.TO_SETTLE, title=("Pictures",), items=items)
    text = joined(pdf_text(written(replace(made(ENGLISH), sections=(section,), areas=()))))
    for number in (each for picture in pictures for each in numbers(picture)):
        assert any(joined(figure) in text for figure in number)


def test_of_a_private_question_no_answer_is_told() -> None:
    name = "store_ownership"
    whole = kickoff_document(private(name), ENGLISH)
    (item,) = (item for item in whole.items() if item.id == name)
    section = next(each for each in whole.sections if item in each.items)
    shown = replace(whole, sections=(replace(section, items=(item,)),))
    assert item.said == ()
    assert joined(shown.say("page.private")[0]) in joined(pdf_text(written(shown)))


def test_without_typst_one_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ExportFailed) as failed:
        written(made())
    for tag in LANGUAGES:
        assert "pip install typst" in Phrases(tag).say(failed.value.message)


def test_a_command_without_typst_writes_nothing_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    done = duiqi("export", str(EXPECTED), "--to", "md,pdf", "-o", str(tmp_path))
    assert done.returncode == 1
    assert "pip install typst" in done.stderr
    assert [*tmp_path.iterdir()] == []


def test_without_a_font_for_chinese_a_sentence_says_what_to_install() -> None:
    bare = Typesetter(Medium.PAPER, typst.Fonts(include_system_fonts=False))
    with pytest.raises(ExportFailed) as failed:
        bare.pdf(source(made()))
    for tag in LANGUAGES:
        assert "Noto Sans CJK SC" in Phrases(tag).say(failed.value.message)
