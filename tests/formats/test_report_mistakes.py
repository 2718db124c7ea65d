"""One mistake in a report file is told once, at its place, in both languages."""

import copy
from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.storage import samples
from tui.diagnostics.diagnostic import Diagnostic, InvalidFile
from tui.diagnostics.rendering import as_text
from tui.domain.answers import Answer, NonAnswer
from tui.domain.minutes import Decision
from tui.domain.questionnaire import Questionnaire
from tui.domain.report_builder import report
from tui.domain.session import Session
from tui.domain.solo_report import solo_report
from tui.domain.verdict import Verdict
from tui.formats.report import ReportFile, read_report, report_tables
from tui.formats.schemas import schema
from tui.formats.self_assessment import read_solo_report, solo_report_bytes, solo_report_tables
from tui.i18n.catalogue import LANGUAGES, Phrases
from tui.toml.reader import TomlFile, parse_toml
from tui.toml.writer import dump_toml
from tui.workspace.example import example_sheets

Read = Callable[[TomlFile], object]
KICKOFF = example_sheets()[0].with_name("report.toml").read_text(encoding="utf-8")
DECIDED = '[[decisions]]\nquestion = "gmv_definition"\n'


@pytest.fixture
def asked(tmp_path: Path) -> Questionnaire:
    return samples.loaded(tmp_path)


@pytest.fixture
def session(asked: Questionnaire) -> Session:
    said = {"aim": Answer(value="sales", guess="image", note="n"), "days": Decimal("7.5")}
    later = {
        "aim": Answer(value="image", guess="sales"),
        "days": Answer(state=NonAnswer.LATER, reason="要问老板"),
    }
    sheets = (samples.sheet(asked, "brand", **said), samples.sheet(asked, "agency", **later))
    held = samples.session(asked, sheets=sheets)
    return held.decided(Decision(question="aim", value="image", text="So be it", due=samples.DAY))


def wrong(text: str, read: Read = read_report) -> tuple[Diagnostic, ...]:
    with pytest.raises(InvalidFile) as found:
        read(parse_toml(text.encode(), "report.toml"))
    return found.value.diagnostics


def told_of(marked: str, read: Read = read_report) -> tuple[str, str | None]:
    """Return the key and the offered word of the one problem, which must stand at the mark."""
    before, _, after = marked.partition("‸")
    (problem,) = wrong(before + after, read)
    assert problem.span is not None
    line = before.count("\n") + 1
    assert (problem.span.line, problem.span.column) == (line, len(before.split("\n")[-1]) + 1)
    for language in LANGUAGES:
        phrases = Phrases(language)
        assert "{key}" not in as_text(problem, phrases.say)
    meant = problem.help and problem.help.values.get("name")
    return problem.message.key, None if meant is None else str(meant)


@pytest.mark.parametrize(
    ("old", "new", "key", "meant"),
    [
        ("date = 2026-11-20", 'date = ‸"2026-11-20"', "check.not_date", None),
        ("date = 2026-11-20", "date = ‸2026-11-20T10:00:00", "check.not_date", None),
        ('level = "shared"', 'level = ‸"share"', "check.unknown_word", "shared"),
        ('level = "shared"\n', "", "check.missing_key", None),
        (
            '"gmv_definition",\n    "growth',
            '"gmv_definition",\n    ‸3,\n    "growth',
            "check.not_texts",
            None,
        ),
        ("defined_by = []", 'defined_by = ‸"gmv"', "check.not_texts", None),
        (
            '    "contract_mismatch",',
            '    ‸"contact_mismatch",',
            "check.unknown_word",
            "contract_mismatch",
        ),
        ("similarity = 0.8", "similarity = ‸-0.8", "check.not_number_from_zero", None),
        ("similarity = 0.8", "similarity = ‸true", "check.not_number_from_zero", None),
        ("similarity = 0.8", "‸similarty = 0.8", "check.unknown_key", "similarity"),
        ('verdict = "hollow"', '‸verdit = "hollow"', "check.unknown_key", "verdict"),
        ("hollow = 2", "‸hallow = 2", "check.unknown_key", "hollow"),
        ("hollow = 2", "hollow = ‸2.0", "check.not_whole_from", None),
        ("compared = 61", "compared = ‸'61'", "check.not_number_from_zero", None),
        (
            "[questions.answers.brand.value]\nlow = 50",
            "‸[questions.answers.brand.value]\nlow = true",
            "report.no_answer",
            None,
        ),
        ('value = "paid_gross"', "value = ‸[1, 2]", "report.no_answer", None),
        ('value = "paid_gross"', "value = ‸2026-11-20T10:00:00", "report.no_answer", None),
        (
            'en = "Less refunds and invalid orders, such as fake ones"',
            "en = ‸7",
            "check.not_text",
            None,
        ),
        ('en = "Less refunds', '‸fr = "Less refunds', "check.unknown_key", None),
        ('en = "Less refunds', '‸words = "Less refunds', "check.unknown_key", None),
        ('note = "Group', '‸nota = "Group', "check.unknown_key", "note"),
        ('firmness = "red_line"', 'firmness = ‸"redline"', "check.unknown_word", "red_line"),
        ("risks = []", "risks = ‸{}", "check.not_tables", None),
        ("risks = []", "risks = [‸1]", "check.not_tables", None),
        ('source = "court"', 'source = "court"\n‸"[key]" = 1', "check.unknown_key", None),
        ('source = "court"', 'source = "court"\n‸str = 1', "check.unknown_key", None),
        ("tier = 2", "tier = ‸0", "check.not_whole_from", None),
        ("tier = 2", "tier = ‸9", "report.unknown_tier", None),
        ('id = "agency"\n', 'id = ‸"agentur"\n', "report.other_party", None),
        ("[integrity]", "[‸intergity]", "check.unknown_key", "integrity"),
        ("[summary]\n", "[summary]\n‸alignment = 0.5\n", "check.unknown_key", None),
        ("[[agenda]]", f"{DECIDED}parked = ‸1\n[[agenda]]", "check.not_true_or_false", None),
        ("[[agenda]]", f"{DECIDED}due = ‸'soon'\n[[agenda]]", "check.not_date", None),
        ("[[agenda]]", f"{DECIDED}clause = ‸'x'\n[[agenda]]", "check.not_table", None),
        ("[[agenda]]", "‸[[decisions]]\n[[agenda]]", "check.missing_key", None),
        ("languages = [", "languages = [\n    ‸1,", "check.not_texts", None),
        ("languages = [", "‸langauges = [", "check.unknown_key", "languages"),
    ],
)
def test_a_mistake_is_told_once_at_its_place(
    old: str, new: str, key: str, meant: str | None
) -> None:
    assert old in KICKOFF
    marked = KICKOFF.replace(old, new, 1)
    assert told_of(marked if "‸" in marked else f"‸{marked}") == (key, meant)


@pytest.mark.parametrize(
    ("old", "new", "key", "meant"),
    [
        ("[counts]", "[‸count]", "check.unknown_key", "counts"),
        ('type = "text"', 'type = ‸"txet"', "check.unknown_word", "text"),
        ('private = "overlap"', 'private = ‸"overlaps"', "check.unknown_word", "overlap"),
        ('state = "later"', '‸stat = "later"', "check.unknown_key", "state"),
        ("assumed = true", "assumed = ‸1", "check.not_true_or_false", None),
        ('name = "代运营 = Agency"\n', "", "check.missing_key", None),
        ('    "林",', "    ‸8,", "check.not_texts", None),
    ],
)
def test_a_mistake_in_the_report_of_one_is_told_once_at_its_place(
    asked: Questionnaire, session: Session, old: str, new: str, key: str, meant: str | None
) -> None:
    alone = samples.session(asked, sheets=session.sheets, alone="agency")
    text = solo_report_bytes(solo_report(alone)).decode()
    assert old in text
    marked = text.replace(old, new, 1)
    if "‸" not in marked:
        marked = marked.replace("[party]", "‸[party]")
    assert told_of(marked, read_solo_report) == (key, meant)


def test_all_mistakes_are_told_at_once() -> None:
    text = KICKOFF.replace("tier = 2", "tier = 9").replace("weight = 2", "weight = '2'")
    keys = [problem.message.key for problem in wrong(text)]
    assert keys.count("report.unknown_tier") == KICKOFF.count("tier = 2") > 1
    assert keys.count("check.not_number_from_zero") == KICKOFF.count("weight = 2") > 1


def test_a_file_full_of_mistakes_is_no_burden() -> None:
    text = KICKOFF + "".join(f"[[decisions]]\nqestion = {n}\n" for n in range(20_000))
    assert 100 < len(wrong(text)) <= 1000


def test_there_are_two_parties(session: Session) -> None:
    tables: Any = report_tables(report(session))
    tables["parties"] = {"brand": tables["parties"]["brand"]}
    (problem,) = wrong(dump_toml(tables).decode())
    assert (problem.message.key, problem.source_line) == (
        "report.not_two_parties",
        "[parties.brand]",
    )


def places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Return every table or array within `data` with each of its keys; of an array, the first."""
    items = list(data.items() if isinstance(data, dict) else list(enumerate(data))[:1])
    for key, value in items:
        yield data, key
        if isinstance(value, dict | list):
            yield from places(value)


STRANGE: tuple[object, ...] = (
    True,
    -1,
    3,
    Decimal("0.5"),
    "x",
    [],
    [1],
    ["x"],
    [{}],
    {},
    {"a": {}},
    samples.DAY,
    datetime(2026, 1, 1),
)


@pytest.mark.parametrize("value", STRANGE, ids=repr)
def test_whatever_stands_wherever_is_told_in_words_of_ours(
    asked: Questionnaire, session: Session, value: object
) -> None:
    alone = samples.session(asked, sheets=session.sheets, alone="agency")
    for tables, read in (
        (report_tables(report(session)), read_report),
        (solo_report_tables(solo_report(alone)), read_solo_report),
    ):
        data = copy.deepcopy(tables)
        for table, key in list(places(data)):
            former, table[key] = table[key], value
            try:
                read(TomlFile("report.toml", "", data, ""))
            except InvalidFile as invalid:
                for problem in invalid.diagnostics:
                    for language in LANGUAGES:
                        assert Phrases(language)(problem.message.key, **problem.message.values)
            table[key] = former


OPTIONAL = {
    *("alignment", "answers", "firmness", "name", "note", "practice", "share", "similarity"),
    *(
        "choices",
        "contrast",
        "expected",
        "importance",
        "only",
        "picture",
        "shared",
        "source",
        "value",
    ),
    "weakest_areas",
    *("applying", "apart", "headline", "judged", "seconds"),  # which were added later
}
"""Keys that not every report has; those that a language, a party or a verdict has are others."""


def test_a_key_that_every_report_has_is_due() -> None:
    data = parse_toml(KICKOFF.encode(), "report.toml").data
    parties = set(data["parties"])
    by_name = {*data["questionnaire"]["languages"], *parties, *Verdict}
    pictures = [question.get("picture", {}) for question in data["questions"]]
    offered = [id(picture.get("choices")) for picture in pictures]  # by the ids of choices
    free = set()
    for table, key in list(places(data)):
        if isinstance(table, dict) and id(table) not in offered:
            items = dict(table)
            del table[key]
            try:
                read_report(TomlFile("report.toml", "", data, ""))
            except InvalidFile as invalid:
                (problem,) = invalid.diagnostics
                assert key in parties or problem.message.values["key"] == key
            else:
                free.add(key)
            table.clear()
            table.update(items)
    assert free - by_name == OPTIONAL


def test_what_is_read_is_what_the_published_schema_says() -> None:
    assert set(ReportFile.model_fields) == set(schema("report")["properties"])
