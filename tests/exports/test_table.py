"""Reports as a table: read by another program, run by none, and without names where none may be."""

import csv
import io
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

from tests.exports.documents import HOSTILE, document, example, spoilt
from tests.exports.test_self_assessment import alone
from tui.domain.report_level import ReportLevel
from tui.exports.table import lines, rows, written
from tui.exports.table_columns import COLUMNS, Told
from tui.i18n import LANGUAGES, Phrases

NAMES = [column.name for column in COLUMNS]
KEY = b"as you like"


def read(content: bytes) -> list[dict[str, str]]:
    """Return the rows that another program reads."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def by_question(content: bytes) -> dict[str, dict[str, str]]:
    return {row["question"]: row for row in read(content)}


def test_each_question_has_a_row_of_what_is_told_of_it() -> None:
    found = by_question(written(document("en")))
    assert found.keys() == {question.id for question in example().questions}
    assert found["store_ownership"] == {
        "report": "c0ffee",
        "date": "2026-11-20",
        "questionnaire": "partnership",
        "version": "1.1.0",
        "level": "shared",
        "firm_1": "Atelier Vaudrenne",
        "firm_2": "屿舟电商",
        "area": "trust",
        "question": "store_ownership",
        "name": "Store ownership",
        "kind": "choice",
        "weight": "3",
        "verdict": "divergent",
        "verdict_after": "",
        "similarity": "0",
        "is_private": "false",
        "is_blocking": "true",
        "risks": "1",
        "answer_1": "The brand, all of it",
        "answer_2": "Store and data to the brand, content accounts to the agency",
        "is_red_line_1": "true",
        "is_red_line_2": "true",
        "minutes": "10",
        "state": "decided",
        "agreed": "The brand, all of it",
        "owner": "周叙",
        "due": "2026-12-04",
        "outcome": "open",
    }
    assert (found["price_approval"]["outcome"], found["price_approval"]["due"]) == (
        "done",
        "2026-12-05",
    )


def test_minutes_have_rows_without_answers_and_verdicts() -> None:
    told = document("en", level=ReportLevel.MINUTES, questions=(), areas=())
    found = read(written(told))
    assert len(found) == len(example().agenda)
    for row in found:
        assert row["level"] == "minutes"
        empty = (
            "kind",
            "verdict",
            "similarity",
            "is_private",
            "risks",
            "answer_1",
            "is_red_line_1",
        )
        assert {row[name] for name in empty} == {""}
        assert row["question"] and row["name"]


def test_it_opens_in_excel() -> None:
    content = written(document())
    assert content.startswith("\ufeffreport,date,".encode())
    assert content.count(b"\n") == content.count(b"\r\n") == 1 + len(example().questions)
    assert list(read(content)[0]) == NAMES
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize(
    "text", [*HOSTILE, "-5%", "@a", "+1", "＝1", "－1", 'say "a, b"', "'", "a; b"]
)
def test_a_hostile_text_is_whole_and_no_formula(text: str) -> None:
    for row in read(written(spoilt(document(), text))):
        for name in ("firm_1", "firm_2", "name", "answer_1", "owner"):
            is_order = text[0] in "=+-@＝＋－＠"
            assert row[name] in ("", f"'{text}" if is_order else text)
        assert row["firm_1"] and row["name"]


@pytest.mark.parametrize(
    ("text", "written_as"),
    [
        ("a;=1+1", "a;'=1+1"),
        ('a; "@x";-2', "a; \"'@x\";'-2"),
        (";＝1", ";'＝1"),
        ("a=1;b-2", "a=1;b-2"),
    ],
)
def test_a_formula_begins_nowhere_in_a_text_also_where_excel_parts_cells_at_semicolons(
    text: str, written_as: str
) -> None:
    assert {row["firm_1"] for row in read(written(spoilt(document(), text)))} == {written_as}


def test_every_column_has_a_meaning_in_every_language() -> None:
    for language in LANGUAGES:
        told = [Phrases(language)(f"document.column_{name}") for name in NAMES]
        assert len(set(told)) == len(told)


def test_without_names_nothing_that_people_typed_is_told() -> None:
    typed = "typed by someone"
    for row in rows(spoilt(document(), typed), KEY):
        assert not any(typed in cell for cell in row)
    told = next(rows(document(), KEY))
    for column, cell in zip(COLUMNS, told, strict=True):
        if column.told is Told.LEFT_OUT:
            assert cell == ""
        if column.told is Told.HASHED:
            assert len(cell) == 16
    assert [row[1] for row in rows(document(), KEY)] == [row[1] for row in rows(document())]


def test_a_code_stays_with_its_firm_and_its_key() -> None:
    def codes(key: bytes) -> list[tuple[str, ...]]:
        return [
            tuple(row[NAMES.index(name)] for name in ("firm_1", "firm_2", "report"))
            for row in rows(document(), key)
        ]

    assert len(set(codes(KEY))) == 1
    assert len(set(codes(KEY)[0])) == 3
    assert codes(KEY) == codes(KEY)
    assert not set(codes(KEY)[0]) & set(codes(b"another")[0])
    one, other = document().parties
    swapped = replace(document(), parties=(other, one))
    assert next(rows(swapped, KEY))[NAMES.index("firm_2")] == codes(KEY)[0][0]


def test_a_self_assessment_has_a_row_an_answer() -> None:
    told = alone()
    found = read(written(told))
    assert len({row["question"] for row in found}) == len(found) > 0
    assert {row["firm_2"] for row in found} == {""}


def many(reports: int) -> Iterator[list[str]]:
    """Yield the rows of many reports in which some terms diverge more than others."""
    chance = random.Random(1)
    verdict, report = NAMES.index("verdict"), NAMES.index("report")
    of_one = list(rows(document("en")))[:5]
    for number in range(reports):
        for place, told in enumerate(of_one):
            row = [*told]
            row[verdict] = "divergent" if chance.random() < place / 5 else "aligned"
            row[report] = f"r{number}"
            yield row


def test_another_program_says_which_terms_diverge_most(tmp_path: Path) -> None:
    path, told = tmp_path / "table.csv", list(many(10_000))
    with path.open("wb") as file:
        file.writelines(lines(iter(told)))
    table = duckdb.read_csv(str(path))
    types = dict(zip(table.columns, map(str, table.types), strict=True))
    assert (types["date"], types["similarity"], types["is_blocking"]) == (
        "DATE",
        "DOUBLE",
        "BOOLEAN",
    )
    found = table.query(
        "told",
        "select name, count(*) filter (verdict = 'divergent') as apart, count(distinct report),"
        " min(date) from told group by name order by apart desc",
    )
    verdict, name = NAMES.index("verdict"), NAMES.index("name")
    apart = Counter(row[name] for row in told if row[verdict] == "divergent")
    assert found is not None
    assert found.fetchall() == [
        (term, apart[term], 10_000, date(2026, 11, 20))
        for term in sorted({row[name] for row in told}, key=lambda term: -apart[term])
    ]
