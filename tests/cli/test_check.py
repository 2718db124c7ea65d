"""`duiqi check` and `duiqi compare` over editions, as a shell sees them."""

import json
from pathlib import Path

import pytest

from tests.cli.test_cli import AGENCY, BRAND, EXPECTED, duiqi
from tests.questionnaires import GOOD, SMALL
from tests.storage import samples
from tui.checks.questionnaire import load
from tui.formats.sheet import sheet_bytes
from tui.storage.creation import create
from tui.storage.library import bundled

WRONG = GOOD.replace('type = "choice"', 'type = "choise"').replace("weight = 3", "weight = 9")


def saved(folder: Path, text: str, name: str = "sample.toml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_everything_that_is_shipped_is_good() -> None:
    files = [*map(str, bundled()), BRAND, AGENCY, str(EXPECTED)]
    done = duiqi("check", *files)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [f"{file}: no problems" for file in files]


def test_all_problems_are_told_by_line_with_caret_and_help(tmp_path: Path) -> None:
    path = saved(tmp_path, WRONG)
    done = duiqi("check", path)
    assert (done.returncode, done.stdout) == (1, "")
    lines = done.stderr.splitlines()
    assert lines[0].startswith(f"{path}:35:10: error: ")
    assert lines[3:7] == [
        f"{path}:44:8: error: unknown question type 'choise'",
        '   44 | type = "choise"',
        "      |        ^^^^^^^^",
        "      = help: did you mean 'choice'?",
    ]
    assert lines[7:] == [f"{path}: errors: 2, warnings: 0"]


def test_the_same_as_data(tmp_path: Path) -> None:
    done = duiqi("check", "--json", saved(tmp_path, WRONG), "--lang", "zh-CN")
    assert (done.returncode, done.stderr) == (1, "")
    first, second = json.loads(done.stdout)
    assert (first["line"], second["line"], second["column"]) == (35, 44, 8)
    assert second["help"] == "是不是“choice”？"
    assert duiqi("check", "--json", saved(tmp_path, GOOD)).stdout == "[]\n"


def test_warnings_alone_are_good(tmp_path: Path) -> None:
    done = duiqi("check", saved(tmp_path, GOOD.replace('en = "Split"', 'en = "分担比例"')))
    assert done.returncode == 0
    assert "warning" in done.stderr


def test_the_standard_input_is_a_file_too() -> None:
    done = duiqi("check", "-", stdin=WRONG)
    assert done.returncode == 1
    assert done.stderr.startswith("-:35:10: error: ")
    done = duiqi("check", "-", "--against", "-", stdin=WRONG)
    assert done.returncode == 2


def test_a_former_edition_is_for_one_file(tmp_path: Path) -> None:
    old = saved(tmp_path, GOOD, "old.toml")
    new = saved(tmp_path, GOOD.replace("weight = 3", "weight = 2"))
    done = duiqi("check", new, "--against", old)
    assert done.returncode == 1
    assert f"{new}:6:11: error" in done.stderr
    assert duiqi("check", new, old, "--against", old).returncode == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("kind = 5\nformat = 1\n", ":1:8: error: 'kind' must be one of a few words"),
        ('kind = ["sheet"]\n', 'one of: "sheet"'),
        ('kind = "shet"\n', "did you mean 'sheet'?"),
        ("a = 1\n", "no file of duiqi's"),
        ("", "no file of duiqi's"),
        ('[question.a]\ntype = "yesno"\n', "'questionnaire' is missing"),
        ('kind = "report"\nformat = 1\n', "error"),
        ('kind = "minutes"\nformat = 1\n', "error"),
        ('kind = "settings"\nformat = 1\ntheme = "darc"\n', ":3:9: error: unknown theme 'darc'"),
    ],
)
def test_the_kind_decides_how_a_file_is_looked_at(tmp_path: Path, text: str, words: str) -> None:
    done = duiqi("check", saved(tmp_path, text))
    assert done.returncode == 1
    assert words in done.stderr


def test_a_file_that_is_not_there_is_a_problem_of_its_own(tmp_path: Path) -> None:
    done = duiqi("check", str(tmp_path / "no.toml"), saved(tmp_path, GOOD))
    assert done.returncode == 1
    assert "no.toml: error" in done.stderr
    assert done.stdout.endswith("sample.toml: no problems\n")


def test_a_sheet_is_checked_against_its_questionnaire(tmp_path: Path) -> None:
    text = Path(BRAND).read_text(encoding="utf-8").replace("[answers.term_focus]", "[answers.tem]")
    done = duiqi("check", saved(tmp_path, text))
    assert done.returncode == 1
    assert "tem" in done.stderr
    done = duiqi("check", saved(tmp_path, text.replace('"partnership"', '"friendship"')))
    assert "friendship" in done.stderr


def test_a_report_that_was_changed_by_hand_is_a_warning(tmp_path: Path) -> None:
    text = EXPECTED.read_text(encoding="utf-8").replace("Atelier", "Maison")
    done = duiqi("check", saved(tmp_path, text))
    assert done.returncode == 0
    assert "warning" in done.stderr


def test_a_session_is_checked_as_a_whole(tmp_path: Path) -> None:
    asked = samples.written(tmp_path)
    create(tmp_path / "s", asked, samples.session(load(asked))).close()
    for path in (tmp_path / "s", tmp_path / "s" / "session.toml"):
        assert duiqi("check", str(path)).returncode == 0
    for name in ("brand.toml", "agency.toml"):
        sheet = tmp_path / "s" / name
        sheet.write_text(sheet.read_text("utf-8").replace("format", "fromat"), "utf-8")
    done = duiqi("check", str(tmp_path / "s"))
    assert done.returncode == 1
    assert "brand.toml:" in done.stderr
    assert "agency.toml:" in done.stderr
    assert duiqi("check", str(tmp_path)).returncode == 1


@pytest.fixture
def sheets(tmp_path: Path) -> list[str]:
    """Two sheets of an edition that has gone since, beside the next one."""
    asked = samples.loaded(tmp_path)
    paths = []
    for party in asked.party_ids:
        paths.append(tmp_path / f"{party}-sheet.toml")
        sheet = samples.sheet(asked, party, aim="sales", days=30, wish="和气生财")
        paths[-1].write_bytes(sheet_bytes(sheet, asked))
    text = SMALL.replace('"1.0.0"', '"1.1.0"')
    text = text.replace("[question.days]", '[question.term]\nwas = ["days"]')
    text = text.replace("[question.wish]", "[question.dream]") + '[retired.wish]\nsince = "1.1.0"\n'
    saved(tmp_path, text.replace("[question.aim]", "[question.aim]\nrev = 2"), "small.toml")
    return list(map(str, paths))


def test_sheets_of_an_older_edition_meet_the_newer_with_an_account(
    tmp_path: Path, sheets: list[str]
) -> None:
    out = tmp_path / "report.toml"
    done = duiqi("compare", *sheets, "-o", str(out))
    assert done.returncode == 0
    told = done.stderr.splitlines()
    assert told[:5] == [
        f"{sheets[0]}: answered version 1.0.0 of 'small', now read with version 1.1.0",
        "  kept: 0, moved: 1, to confirm: 1, orphaned: 1; nothing is dropped",
        "  to confirm: aim (what it asks has changed (revision 1, now 2))",
        "  moved: days -> term",
        "  orphaned: wish, which this version no longer asks",
    ]
    assert len(told) == 10
    assert 'id = "term"' in out.read_text(encoding="utf-8")
    named = duiqi("compare", *sheets, "--questionnaire", str(tmp_path / "small.toml"))
    assert (named.returncode, named.stderr) == (0, done.stderr)


def test_sheets_of_two_editions_are_told_how_to_meet(tmp_path: Path, sheets: list[str]) -> None:
    (tmp_path / "older").mkdir()
    older = saved(tmp_path / "older", SMALL.replace('"1.0.0"', '"0.9.0"'), "small.toml")
    asked = load(Path(older))
    other = tmp_path / "older" / "agency-sheet.toml"
    other.write_bytes(sheet_bytes(samples.sheet(asked, "agency", aim="sales"), asked))
    done = duiqi("compare", sheets[0], str(other))
    assert done.returncode == 1
    assert "duiqi compare --questionnaire NEWER" in done.stderr
    newer = str(tmp_path / "small.toml")
    assert duiqi("compare", sheets[0], str(other), "--questionnaire", newer).returncode == 0


def test_a_report_that_cannot_be_written_is_told_with_its_path(sheets: list[str]) -> None:
    out = "/nowhere/report.toml"
    done = duiqi("compare", *sheets, "-o", out)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(f"Cannot write {out}: ")


def test_a_sheet_never_meets_an_older_edition(tmp_path: Path, sheets: list[str]) -> None:
    old = saved(tmp_path, SMALL.replace('"1.0.0"', '"0.9.0"'), "old.toml")
    done = duiqi("compare", *sheets, "--questionnaire", old)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
