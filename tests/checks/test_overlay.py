"""A third language in a file beside the questionnaire."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.questionnaires import GOOD, SMALL, SMALL_IN_FRENCH
from tests.storage import samples
from tui.checks.check_file import problems_of
from tui.checks.questionnaire import load
from tui.diagnostics.diagnostic import InvalidFile, Severity
from tui.domain.message import Message
from tui.i18n.catalogue import Phrases
from tui.storage.creation import create
from tui.storage.library import find
from tui.storage.sessions import open_session


def laid(folder: Path, text: str = SMALL_IN_FRENCH, name: str = "small.fr.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_its_texts_stand_beside_those_of_the_questionnaire(tmp_path: Path) -> None:
    base = samples.loaded(tmp_path)
    laid(tmp_path)
    asked = load(samples.written(tmp_path))
    assert asked.languages == ("zh-CN", "en", "fr")
    assert asked["aim"].text.words["fr"] == "Que veut {brand} ?"
    assert [choice.label["fr"] for choice in asked["aim"].labels] == ["Ventes", "Image", "Bénéfice"]
    assert asked["aim"].text["zh-CN"] == base["aim"].text["zh-CN"]
    assert asked["aim"].risks[0].say["fr"] == "Les ventes seules nuisent à {brand}."
    assert asked.parties[1].name["fr"] == "Agence"


def test_the_edition_stays_that_of_the_questionnaire(tmp_path: Path) -> None:
    edition = samples.loaded(tmp_path).edition
    laid(tmp_path)
    assert load(samples.written(tmp_path)).edition == edition
    assert find(edition, tmp_path).questionnaire.languages == ("zh-CN", "en", "fr")


def test_what_is_the_same_in_every_language_need_not_be_said_again(tmp_path: Path) -> None:
    (tmp_path / "sample.toml").write_text(GOOD, encoding="utf-8")
    texts = re.sub(r'\{ zh-CN = ("[^"]*"), en = "[^"]*" \}', r"\1", GOOD)
    kept = re.compile(
        r"^(\[(?!retired)|(text|title|name|about|low|high|say|weekly|monthly)\b|clause"
        r"|choices\.(traffic|content|profit|growth|none))"
    )
    lines = [line for line in texts.splitlines() if kept.match(line)]
    german = "format = 1\n" + "\n".join(lines).replace(".zh-CN =", ".de =")
    german = "\n".join(each for each in german.splitlines() if ".en =" not in each)
    path = laid(tmp_path, german, "sample.de.toml")
    assert [
        each for each in problems_of(path, samples.find) if each.severity is Severity.ERROR
    ] == []
    assert load(tmp_path / "sample.toml")["kpis"].labels[0].label["de"] == "GMV"


@pytest.mark.parametrize(
    ("key", "words", "old", "new"),
    [
        ("unknown_placeholder", "did you mean '{brand}'?", '"Que veut {brand} ?"',
         '"Que veut ‸{brnd} ?"'),
        ("overlay_no_text", "did you mean 'unit'?", 'unit = "jours"', '‸unti = "jours"'),
        ("overlay_no_text", "'weight'", 'unit = "jours"', 'unit = "jours"\n‸weight = 2'),
        ("overlay_no_table", "did you mean 'wish'?", "[question.wish]", "[question.‸whish]"),
        ("overlay_no_text", "'rev'", "[question.floor]", "[question.floor]\n‸rev.x = 2"),
        ("missing_key", "'unit'", '[question.days]\ntext = "Combien de jours ?"\nunit = "jours"',
         '‸[question.days]\ntext = "Combien de jours ?"'),
        ("missing_key", "write text =", '[question.wish]\ntext = "Autre chose ?"',
         "‸[question.wish]"),
        ("overlay_no_table", "the questionnaire has no [question.price]", "[question.wish]",
         '[question.‸price]\ntext = "Prix ?"\n[question.wish]'),
        ("overlay_no_table", "no [area.money]", "[area.trust]",
         '[area.‸money]\ntitle = "Argent"\n[area.trust]'),
        ("overlay_no_text", "delete this", 'image = "Image"', 'image = "Image"\n‸fame = "x"'),
        ("misplaced_key", "above the first [header]", "format = 1\n[questionnaire]",
         "[questionnaire]\n‸format = 1"),
        ("not_table", "write single brackets: [question.cash]", "[question.cash]",
         "‸[[question.cash]]"),
        ("empty_text", "", '"Autre chose ?"', '‸" "'),
        ("not_text", "", '"Autre chose ?"', "‸5"),
        ("not_text", "", '"Autre chose ?"', '‸{ en = "What else?" }'),
        ("not_table", "", '[question.wish]\ntext = "Autre chose ?"', '[question]\nwish = ‸"?"'),
        ("format_from_the_future", "", "format = 1", "format = ‸2"),
        ("unknown_format", "", "format = 1", "format = ‸0"),
        ("not_whole", "", "format = 1", 'format = ‸"1"'),
        ("missing_key", "'format'", "format = 1\n", ""),
        ("identical_texts", "", '"Combien de jours ?"', '‸"How many days?"'),
    ],
)  # fmt: skip
def test_a_mistake_in_it_is_told_at_its_place_in_the_overlay(
    tmp_path: Path, key: str, words: str, old: str, new: str
) -> None:
    samples.written(tmp_path)
    assert old in SMALL_IN_FRENCH
    marked = SMALL_IN_FRENCH.replace(old, new)
    path = laid(tmp_path, marked.replace("‸", ""))
    (found,) = problems_of(path, samples.find)
    say = Phrases("en").say
    told = say(found.message) + (say(found.help) if found.help else "")
    assert (found.message.key.partition(".")[2], found.file) == (key, str(path))
    assert words in told
    if "‸" in marked:
        before = marked[: marked.index("‸")]
        assert found.span is not None
        assert found.span.line == before.count("\n") + 1
        assert found.span.column == len(before) - before.rfind("\n")


@pytest.mark.parametrize(
    ("start", "end", "tables"),
    [
        ("[question.aim]", "[question.days]", "[question.aim]"),
        ("[question.cash]", "", "[question.cash]"),
        ("[area.goals]", "[question.aim]", "[area.goals], [area.trust]"),
        ("[party]", "[area.goals]", "[party.brand], [party.agency]"),
        ("[questionnaire]", "[party]", "[questionnaire]"),
        (
            "[question.days]",
            "",
            "[question.days], [question.wish], [question.floor], [question.cash]",
        ),
    ],
)
def test_missing_tables_are_told_once_and_at_no_innocent_line(
    tmp_path: Path, start: str, end: str, tables: str
) -> None:
    samples.written(tmp_path)
    first = SMALL_IN_FRENCH.index(start)
    last = SMALL_IN_FRENCH.index(end) if end else len(SMALL_IN_FRENCH)
    without = SMALL_IN_FRENCH[:first] + SMALL_IN_FRENCH[last:]
    (found,) = problems_of(laid(tmp_path, without), samples.find)
    assert found.message == Message("check.overlay_lacks", {"tables": tables})
    assert found.span is None


def test_a_table_of_texts_that_a_question_lacks_is_told_at_the_question(tmp_path: Path) -> None:
    samples.written(tmp_path)
    start, end = (
        SMALL_IN_FRENCH.index("[question.aim.choices]"),
        SMALL_IN_FRENCH.index("[question.days]"),
    )
    without = SMALL_IN_FRENCH[:start] + SMALL_IN_FRENCH[end:]
    (found,) = problems_of(laid(tmp_path, without), samples.find)
    assert found.source_line == "[question.aim]"
    assert found.help == Message("check.add_table", {"table": "[question.aim.choices]"})


@pytest.mark.parametrize(
    ("tail", "key"),
    [
        ('[retired.old]\nsince = "0.9.0"\n', "overlay_retired"),
        ("", "overlay_delete"),
    ],
)
def test_a_question_that_is_gone_is_told_at_its_translation(
    tmp_path: Path, tail: str, key: str
) -> None:
    (tmp_path / "small.toml").write_text(SMALL + tail, "utf-8")
    path = laid(tmp_path, SMALL_IN_FRENCH + '[question.old]\ntext = "Prix ?"\n')
    (found,) = problems_of(path, samples.find)
    assert (found.source_line, found.help) == ("[question.old]", Message(f"check.{key}"))


def test_a_question_that_was_renamed_is_told_under_its_new_name(tmp_path: Path) -> None:
    renamed = SMALL.replace("[question.cash]", '[question.reserve]\nwas = ["cash"]')
    (tmp_path / "small.toml").write_text(renamed, "utf-8")
    (found,) = problems_of(laid(tmp_path), samples.find)
    assert found.source_line == "[question.cash]"
    assert found.help == Message("check.did_you_mean", {"name": "reserve"})


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("small.en.toml", "check.overlay_declared"),
        ("small.FR.toml", "check.bad_language"),
        ("other.fr.toml", "check.overlay_alone"),
    ],
)
def test_its_name_says_the_language_and_the_questionnaire(
    tmp_path: Path, name: str, key: str
) -> None:
    samples.written(tmp_path)
    text = SMALL_IN_FRENCH.replace("fr =", f"{name.split('.')[1]} =")
    found = problems_of(laid(tmp_path, text, name), samples.find)
    assert key in [each.message.key for each in found]


def test_beside_a_broken_questionnaire_it_is_not_judged(tmp_path: Path) -> None:
    (tmp_path / "small.toml").write_text(SMALL.replace('"text"', '"txet"'), "utf-8")
    (found,) = problems_of(laid(tmp_path), samples.find)
    assert found.message.key == "check.overlay_base_wrong"


def test_a_broken_overlay_is_told_when_its_questionnaire_is_loaded(tmp_path: Path) -> None:
    path = samples.written(tmp_path)
    overlay = laid(tmp_path, SMALL_IN_FRENCH.replace('unit = "jours"\n', ""))
    with pytest.raises(InvalidFile) as caught:
        load(path)
    assert [each.file for each in caught.value.diagnostics] == [str(overlay)]


def test_a_copy_of_a_questionnaire_is_no_overlay(tmp_path: Path) -> None:
    path = samples.written(tmp_path)
    laid(tmp_path, SMALL, "small.old.toml")
    assert load(path).languages == ("zh-CN", "en")
    assert problems_of(tmp_path / "small.old.toml", samples.find) == []


def test_a_session_keeps_the_further_languages(tmp_path: Path) -> None:
    path = samples.written(tmp_path)
    overlay = laid(tmp_path)
    create(tmp_path / "s", path, samples.session(load(path))).close()
    overlay.unlink()
    path.unlink()
    opened = open_session(tmp_path / "s")
    opened.folder.close()
    assert opened.session.questionnaire.languages == ("zh-CN", "en", "fr")
    assert problems_of(tmp_path / "s", samples.find) == []


def test_the_command_checks_an_overlay(tmp_path: Path) -> None:
    samples.written(tmp_path)
    path = laid(tmp_path, SMALL_IN_FRENCH.replace('"jours"', '""'))
    command = [sys.executable, "-m", "tui", "check", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(f"{path}:21:8: error: ")
