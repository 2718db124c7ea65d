"""Reports as Word documents: read back with python-docx."""

import io
import os
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn

from tests.exports.reports import HOSTILE, both, example, hostile, minutes, private, talked_over
from tui.domain.report_level import ReportLevel
from tui.exports.document import Document, Part, Section
from tui.exports.kickoff import kickoff_document
from tui.exports.word import BadTemplate, written
from tui.exports.word.styles import GAP_STYLE, ITEM, SECTION
from tui.text.cleaning import clean

BOTH, CHINESE, ENGLISH = ("en", "zh-CN"), ("zh-CN",), ("en",)
FINGERPRINT = "0123456789abcdef" * 4


@cache
def document(languages: tuple[str, ...] = BOTH) -> Document:
    return kickoff_document(talked_over(), languages, FINGERPRINT)


@cache
def usual(languages: tuple[str, ...] = BOTH) -> bytes:
    return written(document(languages))


def opened(content: bytes) -> WordFile:
    return docx.Document(io.BytesIO(content))


def paragraphs(file: WordFile) -> Iterator[str]:
    """Yield the text of every paragraph of the body, in tables too."""
    for paragraph in file.element.body.iter(qn("w:p")):
        yield "".join(
            {qn("w:t"): node.text or "", qn("w:br"): "\n"}.get(node.tag, "")
            for node in paragraph.iter(qn("w:t"), qn("w:br"))
        )


def told(content: bytes) -> str:
    return "\n".join(paragraphs(opened(content)))


def headings(file: WordFile, style: str) -> list[str]:
    return [each.text for each in file.paragraphs if each.style and each.style.name == style]


@pytest.mark.parametrize("languages", [BOTH, CHINESE, ENGLISH], ids="-".join)
def test_what_was_decided_and_what_is_open_is_told_under_real_headings(
    languages: tuple[str, ...],
) -> None:
    made = document(languages)
    file = opened(usual(languages))
    sections = headings(file, SECTION)
    for section in made.sections:
        assert any(all(words in heading for words in section.title) for heading in sections)
    items = headings(file, ITEM)
    for item in made.items(Part.CARRIED, Part.DECIDED, Part.TO_SETTLE, Part.PARKED):
        assert any(all(words in heading for words in item.name) for heading in items)
    text = "\n".join(paragraphs(file))
    for section in made.sections:
        for item in section.items:
            assert all(words in text for words in item.name)
            for said in item.said if section.part is not Part.DECIDED else ():
                assert all(words in text for words in said.second or said.words)
                assert said.note in text
    for words in ("Camille Rousselet", "主播个人账号归本人。", "每周二开周会。", *made.notice):
        assert words in text


def test_clauses_stand_side_by_side_and_their_gaps_are_marked() -> None:
    file = opened(usual())
    rows = [row for table in file.tables for row in table.rows]
    clauses = [row.cells for row in rows if "Draft clause" in row.cells[0].text]
    _, english, chinese = next(cells for cells in clauses if len(cells) == 3)
    assert english.text == "The store belongs to the Brand; the other uses it only for …."
    assert chinese.text == "店铺归品牌方所有；另一方仅在合作期内为……使用。"
    for cell, gap in ((english, "…"), (chinese, "……")):
        marked = [run.text for run in cell.paragraphs[0].runs if run.style.name == GAP_STYLE]
        assert marked == [gap]
    style = file.styles[GAP_STYLE]
    assert style.font.underline
    assert style.element.xpath("w:rPr/w:shd")


def test_what_is_to_be_filled_in_is_told_only_where_something_is() -> None:
    gaps = "What is marked"
    assert gaps in told(usual(ENGLISH))
    whole = talked_over()
    filled = replace(
        whole.decisions[0], clause=both("店铺归品牌方所有。", "The store belongs to the Brand.")
    )
    report = replace(whole, decisions=(filled, *whole.decisions[1:]))
    text = told(written(kickoff_document(report, ENGLISH)))
    assert gaps not in text
    assert "the contract must say which prevails" in text


@pytest.mark.parametrize("languages", [BOTH, CHINESE, ENGLISH], ids="-".join)
def test_each_tile_of_the_map_is_a_cell_with_its_whole_name(languages: tuple[str, ...]) -> None:
    made = document(languages)
    cells = [
        "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in cell.iter(qn("w:p")))
        for cell in opened(usual(languages)).tables[1]._tbl.iter(qn("w:tc"))
    ]
    for area in made.areas:
        for tile in area.tiles:
            assert any(cell.endswith(f"{tile.mark} " + "\n".join(tile.name)) for cell in cells)


def test_in_one_language_the_two_answers_stand_side_by_side() -> None:
    rows = [row.cells for table in opened(usual(ENGLISH)).tables for row in table.rows]
    answers = [cells for cells in rows if cells[0].text == "Answers"]
    told_in_full = list(document(ENGLISH).items(Part.TO_SETTLE, Part.PARKED))
    assert len(answers) == len(told_in_full)
    for (_, ours, theirs), item in zip(answers, told_in_full, strict=True):
        assert [cell.paragraphs[1].text for cell in (ours, theirs)] == [
            said.words[0] for said in item.said
        ]


def test_who_has_read_it_is_never_on_a_page_without_what_it_says() -> None:
    body = opened(usual()).element.body
    reading = list(body.iterchildren(qn("w:p"), qn("w:tbl")))
    texts = ["".join(t.text or "" for t in each.iter(qn("w:t"))) for each in reading]
    first = next(n for n, text in enumerate(texts) if text.startswith("How to read"))
    for paragraph in reading[first + 1 : texts.index("Read by  已阅")]:
        assert paragraph.xpath("w:pPr/w:keepNext")


def test_both_clauses_are_there_in_a_document_of_one_language() -> None:
    text = told(usual(ENGLISH))
    assert "店铺归品牌方所有；另一方仅在合作期内为……使用。" in text


def test_the_typeface_of_chinese_is_named_and_its_punctuation_is_chinese() -> None:
    file = opened(usual())
    for name, face in (("Normal", "Microsoft YaHei"), ("Heading 1", "Microsoft YaHei"),
                       ("Heading 2", "Microsoft YaHei"), ("Duiqi Clause", "SimSun")):  # fmt: skip
        fonts = file.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == face
        assert not [key for key in fonts.attrib if "Theme" in str(key)]
    (fonts,) = file.styles.element.xpath("w:docDefaults//w:rFonts")
    assert (fonts.get(qn("w:eastAsia")), fonts.get(qn("w:eastAsiaTheme"))) == (
        "Microsoft YaHei",
        None,
    )
    for run in file.element.body.iter(qn("w:r")):
        text = "".join(node.text or "" for node in run.iter(qn("w:t")))
        if re.search("[\u4e00-\u9fff]", text):
            assert run.xpath("string(w:rPr/w:rFonts/@w:hint)") == "eastAsia"
            assert run.xpath("string(w:rPr/w:lang/@w:eastAsia)") == "zh-CN"


def test_heads_of_tables_repeat_and_rows_do_not_break() -> None:
    file = opened(usual())
    rows = list(file.element.body.iter(qn("w:tr")))
    assert all(row.xpath("w:trPr/w:cantSplit") for row in rows)
    assert len(file.element.body.xpath("//w:tblHeader")) > len(list(document().items(Part.DECIDED)))
    for style in (SECTION, ITEM):
        assert file.styles[style].paragraph_format.keep_with_next


def test_pages_are_numbered_and_bear_the_fingerprint() -> None:
    section = opened(usual()).sections[0]
    codes = section.header._element.xpath("//w:fldSimple/@w:instr")
    assert codes == ["PAGE", "NUMPAGES"]
    assert FINGERPRINT in section.footer.paragraphs[0].text
    sizes = (section.page_width, section.page_height, section.left_margin, section.right_margin)
    assert [round(size.mm) for size in sizes if size] == [210, 297, 20, 20]


def test_readers_put_their_names_and_sign_nothing() -> None:
    text = told(usual())
    for name in ("Camille Rousselet", "Tom Ekdahl", "林可嘉", "周叙"):
        assert name in text.partition("Read by")[2]
    assert "signed" not in text.lower()


@pytest.mark.parametrize("languages", [BOTH, CHINESE, ENGLISH], ids="-".join)
def test_hostile_texts_are_there_whole_and_as_text(languages: tuple[str, ...]) -> None:
    content = written(kickoff_document(hostile(), languages))
    text = told(content)
    for said in HOSTILE:
        assert clean(said) in text
    file = opened(content)
    assert not file.element.body.xpath("//w:hyperlink | //w:instrText")
    assert not re.search("[\u202a-\u202e\x1b]", text)


def test_minutes_tell_no_answer() -> None:
    content = written(kickoff_document(minutes(), BOTH))
    text = told(content)
    assert "主播个人账号归本人。" in text
    for question in example().questions:
        for answer in question.answers.values():
            assert not answer.note or answer.note not in text
    asked = [text for item in example().agenda for text in item.text.words.values()]
    assert max(map(text.count, asked)) == 1  # not as a heading and once more as a question


def test_a_private_question_tells_its_verdict_alone() -> None:
    text = told(written(kickoff_document(private("store_ownership"), BOTH)))
    assert "Apart (private)" in text
    for words in ("抖音号是我们从零养起来的", "Store to the brand, accounts to the agency"):
        assert words not in text


def test_a_private_note_is_in_no_part_of_what_both_read() -> None:
    planted = [
        replace(
            question,
            answers={
                party: replace(answer, private_note="canary")
                for party, answer in question.answers.items()
            },
        )
        for question in talked_over().questions
    ]
    report = replace(talked_over(), questions=tuple(planted))
    shared = written(kickoff_document(report, BOTH))
    own = written(kickoff_document(replace(report, level=ReportLevel.OWN), BOTH))
    assert "canary" in told(own)
    with zipfile.ZipFile(io.BytesIO(shared)) as parts:
        assert not [name for name in parts.namelist() if b"canary" in parts.read(name)]


def test_the_same_report_gives_the_same_file() -> None:
    content = usual()
    assert content == written(document())
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    about = opened(content).core_properties
    assert about.created is not None
    assert about.created.date() == document().day


def test_the_report_of_one_party_is_written_by_the_same_rules() -> None:
    made = document()
    items = tuple(
        replace(item, first=None, said=item.said[:1], decision=None) for item in made.items()
    )
    parts = (Part.RISKS, Part.UNSETTLED, Part.TO_ASK, Part.OFF_PRACTICE, Part.ANSWERS)
    solo = replace(
        made,
        parties=made.parties[:1],
        areas=(),
        meeting=(),
        sections=tuple(Section(part=part, title=(part, part), items=items) for part in parts),
    )
    file = opened(written(solo))
    assert [part for part in parts if part in headings(file, SECTION)] == list(parts)
    assert "Verdict" not in "\n".join(paragraphs(file))


def letter(folder: Path) -> Path:
    """Return a firm's own document."""
    file = docx.Document()
    file.add_paragraph("Maison Vaudrenne, Paris")
    file.sections[0].header.paragraphs[0].text = "letterhead"
    file.styles["Heading 1"].font.name = "Garamond"
    path = folder / "letter.docx"
    file.save(str(path))
    return path


def test_a_firms_template_keeps_its_letterhead_its_text_and_its_styles(tmp_path: Path) -> None:
    file = opened(written(document(), letter(tmp_path)))
    assert file.paragraphs[0].text == "Maison Vaudrenne, Paris"
    assert file.sections[0].header.paragraphs[0].text == "letterhead"
    assert file.styles["Heading 1"].font.name == "Garamond"
    assert any("Decided" in heading for heading in headings(file, SECTION))
    assert FINGERPRINT in "\n".join(paragraphs(file))


def test_a_template_of_word_becomes_an_ordinary_document(tmp_path: Path) -> None:
    path = letter(tmp_path)
    with zipfile.ZipFile(path) as parts:
        content = {name: parts.read(name) for name in parts.namelist()}
    kind = content["[Content_Types].xml"]
    template = tmp_path / "letter.dotx"
    with zipfile.ZipFile(template, "w") as parts:
        for name, part in content.items():
            parts.writestr(name, part)
        made = kind.replace(b"document.main", b"template.main")
        assert made != kind
    with zipfile.ZipFile(template, "w") as parts:
        for name, part in {**content, "[Content_Types].xml": made}.items():
            parts.writestr(name, part)
    assert opened(written(document(), template)).paragraphs[0].text == "Maison Vaudrenne, Paris"


def test_a_template_that_says_nothing_of_its_page_is_taken(tmp_path: Path) -> None:
    path = letter(tmp_path)
    file = docx.Document(str(path))
    body = file.element.body
    body.remove(body.sectPr)
    file.save(str(path))
    assert "Maison Vaudrenne, Paris" in told(written(document(), path))


def test_a_folder_or_a_pipe_is_no_template(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.docx"
    os.mkfifo(pipe)
    for path in (tmp_path, pipe):
        with pytest.raises(BadTemplate):
            written(document(), path)


def test_a_template_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    path = letter(tmp_path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/media/image.png", bytes(201_000_000))
    with pytest.raises(BadTemplate):
        written(document(), path)


@pytest.mark.parametrize("content", [b"", b"no document", b"PK\x03\x04" + b"\0" * 50, "empty"])
def test_a_template_that_is_no_word_document_is_refused(
    tmp_path: Path, content: bytes | str
) -> None:
    path = tmp_path / "letter.docx"
    if isinstance(content, str):
        with zipfile.ZipFile(path, "w") as parts:
            parts.writestr("a", "b")
    else:
        path.write_bytes(content)
    with pytest.raises(BadTemplate):
        written(document(), path)


@pytest.mark.parametrize("damage", [b"", b"<x/>", b"<w"])
def test_a_damaged_template_is_refused_whichever_part_is_hurt(
    tmp_path: Path, damage: bytes
) -> None:
    path = letter(tmp_path)
    with zipfile.ZipFile(path) as parts:
        content = {name: parts.read(name) for name in parts.namelist()}
    for hurt in ("[Content_Types].xml", "word/document.xml", "word/styles.xml", "_rels/.rels"):
        with zipfile.ZipFile(path, "w") as parts:
            for name, part in content.items():
                parts.writestr(name, damage if name == hurt else part)
        with pytest.raises(BadTemplate):
            written(document(), path)


def test_no_picture_of_another_document_is_in_it() -> None:
    with zipfile.ZipFile(io.BytesIO(written(kickoff_document(example())))) as file:
        assert not [name for name in file.namelist() if "thumbnail" in name]
