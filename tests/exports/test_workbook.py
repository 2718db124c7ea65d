"""Reports as workbooks: read back as the XML that Excel reads."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import chain
from xml.etree import ElementTree

import pytest

from tests.exports.reports import (
    HOSTILE,
    answered_anew,
    both,
    example,
    hostile,
    minutes,
    private,
    talked_over,
)
from tui.domain.report import Report
from tui.domain.report_level import ReportLevel
from tui.exports.document import Document, Part, Section
from tui.exports.kickoff import kickoff_document
from tui.exports.workbook import written
from tui.exports.workbook.cells import LONGEST, units
from tui.text.cleaning import clean

BOTH, CHINESE, ENGLISH = ("en", "zh-CN"), ("zh-CN",), ("en",)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FIRST_DAY = date(1899, 12, 30)


class Book:
    """A workbook, read from its XML."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            self.parts = {name: parts.read(name) for name in parts.namelist()}
        strings = self.xml("xl/sharedStrings.xml").findall(f"{MAIN}si")
        self.strings = [_unescaped("".join(each.itertext())) for each in strings]
        names = self.xml("xl/workbook.xml").iter(f"{MAIN}sheet")
        self.sheets = {
            sheet.attrib["name"]: self.xml(f"xl/worksheets/sheet{number}.xml")
            for number, sheet in enumerate(names, start=1)
        }

    def xml(self, part: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.parts[part])

    def rows(self, sheet: str) -> list[list[str | float]]:
        """Return what stands in a sheet."""
        return [[self.value(cell) for cell in row] for row in self.sheets[sheet].iter(f"{MAIN}row")]

    def value(self, cell: ElementTree.Element) -> str | float:
        found = cell.findtext(f"{MAIN}v")
        if found is None:
            return ""
        return self.strings[int(found)] if cell.get("t") == "s" else float(found)

    def named(self, words: str) -> str:
        """Return the name of the sheet in which some words stand."""
        return next(name for name in self.sheets if words in name)


def _unescaped(text: str) -> str:
    return text.replace("_x005F_", "_")


@cache
def document(languages: tuple[str, ...] = BOTH) -> Document:
    return kickoff_document(talked_over(), languages, "0123456789abcdef" * 4)


@cache
def book(languages: tuple[str, ...] = BOTH) -> Book:
    return Book(written(document(languages)))


def of(report: Report, languages: tuple[str, ...] = BOTH) -> Book:
    return Book(written(kickoff_document(report, languages)))


@pytest.mark.parametrize("languages", [BOTH, CHINESE, ENGLISH], ids="-".join)
def test_each_question_has_a_row_with_both_answers_and_the_verdict(
    languages: tuple[str, ...],
) -> None:
    made, found = document(languages), book(languages)
    name = {BOTH: "Alignment table 对齐表", CHINESE: "对齐表", ENGLISH: "Alignment table"}
    _, *rows = found.rows(name[languages])
    items = list(made.items(Part.DECIDED, Part.TO_SETTLE, Part.PARKED, Part.AGREED))
    assert len(rows) == len(example().questions)
    for row, item in zip(rows, items, strict=False):
        assert "\n".join(dict.fromkeys(item.name)) in row
        for said in item.said:
            assert "\n".join(dict.fromkeys(said.second or said.words)) in row
        assert item.first is not None
        verdict = next(cell for cell in row if str(cell).startswith(f"{item.first.mark} "))
        assert all(words in str(verdict) for words in item.first.name)


def test_no_cell_is_a_formula_or_a_link() -> None:
    for found in (book(), of(hostile())):
        for sheet in found.sheets.values():
            assert not list(sheet.iter(f"{MAIN}f"))
            assert not list(sheet.iter(f"{MAIN}hyperlink"))
        assert "xl/externalLinks" not in "".join(found.parts)


def test_a_text_that_looks_like_a_formula_stays_text_once_it_is_edited() -> None:
    found = of(hostile())
    styles = found.xml("xl/styles.xml").find(f"{MAIN}cellXfs")
    assert styles is not None
    careful = 0
    for cell in chain.from_iterable(sheet.iter(f"{MAIN}c") for sheet in found.sheets.values()):
        is_careful = str(found.value(cell)).startswith(("=", "+", "-", "@"))
        assert (styles[int(cell.get("s", "0"))].get("quotePrefix") == "1") is is_careful
        careful += is_careful
    assert careful


def test_what_is_due_is_a_date() -> None:
    found = book()
    sheet = found.named("Alignment table")
    head, *rows = found.rows(sheet)
    place = next(number for number, cell in enumerate(head) if str(cell).startswith("Due"))
    dues = {FIRST_DAY + timedelta(row[place]) for row in rows if isinstance(row[place], float)}  # type: ignore[arg-type]
    assert dues == {date(2026, 12, 4), date(2026, 11, 27)}
    styles = found.xml("xl/styles.xml")
    formats = {
        each.get("numFmtId"): each.get("formatCode") for each in styles.iter(f"{MAIN}numFmt")
    }
    cells = styles.find(f"{MAIN}cellXfs")
    assert cells is not None
    for cell in found.sheets[sheet].iter(f"{MAIN}c"):
        if cell.get("t") != "s" and str(found.value(cell)).startswith("46"):
            assert formats[cells[int(cell.get("s", "0"))].get("numFmtId")] == "yyyy-mm-dd"


def test_tables_are_filtered_and_their_heads_stay_in_sight() -> None:
    found = book()
    overview, *tables = found.sheets.values()
    assert overview.find(f"{MAIN}autoFilter") is None
    assert len(tables) == 2 + len(document().areas)
    for table in tables:
        assert table.find(f"{MAIN}autoFilter") is not None
        pane = table.find(f".//{MAIN}pane")
        assert pane is not None
        assert (pane.get("state"), pane.get("ySplit")) == ("frozen", "1")


def test_the_areas_are_drawn_by_what_became_of_their_questions() -> None:
    found = book()
    chart = found.parts["xl/charts/chart1.xml"].decode()
    assert '<c:grouping val="stacked"/>' in chart
    assert chart.count("<c:ser>") == 4
    rows = found.rows(found.named("Overview"))
    for area in document().areas:
        row = next(row for row in rows if row and row[0] == "\n".join(area.title))
        assert sum(cell for cell in row if isinstance(cell, float)) == len(area.tiles)


def test_each_area_has_a_sheet_with_notes_firmness_risks_and_clauses() -> None:
    found = book()
    trust = document().areas[[area.id for area in document().areas].index("trust")]
    told = list(chain.from_iterable(found.rows(found.named(trust.title[0]))))
    for words in ("red line\n底线", "抖音号是我们从零养起来的，主播也是我们的人。"):
        assert words in told
    assert "The store belongs to the Brand; the other uses it only for …." in told
    assert any("分手时粉丝归谁容易争起来" in str(cell) for cell in told)


def test_names_of_sheets_are_such_as_excel_takes() -> None:
    report = talked_over()
    names = ["[a]:*?/\\b", "History", "'history'", "x" * 40, "x" * 41]
    areas = tuple(
        replace(area, title=both(name, name))
        for area, name in zip(report.areas, names, strict=True)
    )
    sheets = list(of(replace(report, areas=areas)).sheets)
    assert len({name.casefold() for name in sheets}) == len(sheets)
    for name in sheets:
        assert 0 < units(name) <= 31
        assert not re.search(r"[\[\]:*?/\\]|^'|'$", name)
        assert name.casefold() != "history"


@pytest.mark.parametrize("languages", [BOTH, CHINESE, ENGLISH], ids="-".join)
def test_hostile_texts_are_there_whole(languages: tuple[str, ...]) -> None:
    found = of(hostile(), languages)
    told = "\n".join(found.strings)
    for said in HOSTILE:
        assert clean(said) in told
    assert not re.search("[\u202a-\u202e\x1b]", told)


def test_what_has_no_room_in_a_cell_is_cut_with_a_word() -> None:
    report = talked_over()
    first, *rest = report.decisions
    long = replace(first, decision="价👩" * 20_000)
    cells = of(replace(report, decisions=(long, *rest))).strings
    cut = next(cell for cell in cells if cell.startswith("价👩"))
    assert units(cut) <= LONGEST
    kept, _, told = cut.partition("\n")
    missing = 40_000 - len(kept)
    assert f"({missing} more characters do not fit into a cell)" in told


def test_minutes_are_a_table_of_what_is_decided_and_open() -> None:
    found = of(minutes())
    head = found.rows(found.named("Alignment table"))[0]
    assert not any("Vaudrenne" in str(cell) for cell in head)
    assert "xl/charts/chart1.xml" not in found.parts
    assert "每周二开周会。" in found.strings


def test_the_report_of_one_party_has_one_column_of_answers() -> None:
    made = document()
    items = tuple(
        replace(item, first=None, said=item.said[:1], decision=None) for item in made.items()
    )
    sections = tuple(
        Section(part=part, title=(part, part), items=items) for part in (Part.RISKS, Part.ANSWERS)
    )
    solo = replace(made, parties=made.parties[:1], areas=(), sections=sections)
    found = Book(written(solo))
    head, *rows = found.rows(found.named("Alignment table"))
    assert [cell for cell in head if "Vaudrenne" in str(cell)] == ["● Atelier Vaudrenne"]
    assert not any("Verdict" in str(cell) for cell in head)
    assert len(rows) == len(example().questions)
    assert len(found.sheets) == 2 + len({item.area_id for item in items if item.area_id})


def test_a_day_before_the_calendar_of_excel_is_told_as_text() -> None:
    first, *rest = talked_over().decisions
    report = replace(talked_over(), decisions=(replace(first, due=date(1899, 1, 2)), *rest))
    assert "1899-01-02" in of(report).strings


def test_a_private_question_tells_its_verdict_alone() -> None:
    found = of(private("store_ownership"))
    row = next(
        row
        for row in found.rows(found.named("Alignment table"))
        if "Store ownership\n店铺归属" in row
    )
    assert "≠ Apart (private)\n有距离（保密）" in row
    for words in ("抖音号是我们从零养起来的", "Store to the brand, accounts to the agency"):
        assert not any(words in text for text in found.strings)


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
    assert not [name for name, part in of(report).parts.items() if b"canary" in part]
    assert "canary" in of(replace(report, level=ReportLevel.OWN)).strings


def test_the_same_report_gives_the_same_file() -> None:
    content = written(document())
    assert content == written(document())
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert f"{document().day}T00:00:00Z".encode() in Book(content).parts["docProps/core.xml"]


def test_the_overview_tells_of_second_answers_what_the_table_does() -> None:
    made = kickoff_document(answered_anew(), ("en",))
    told = of(answered_anew(), ("en",))
    overview, table = told.rows(told.named("Overview")), told.rows(told.named("Alignment table"))
    cells = [str(cell) for row in overview for cell in row]
    place = table[0].index("Verdict")
    verdicts = {str(row[1]): str(row[place]) for row in table[1:]}
    anew = [tile for area in made.areas for tile in area.tiles if tile.after is not None]
    assert anew
    for tile in anew:
        assert any(
            cell.endswith(f"{tile.mark} → {tile.mark_after} {tile.name[0]}") for cell in cells
        )
        assert verdicts[tile.name[0]].startswith(f"{tile.mark} → {tile.mark_after} ")
