"""Reports as a table from a shell: all or nothing, never over a file, and codes for names."""

import csv
import io
from pathlib import Path

import pytest

from tests.cli.test_cli import EXPECTED, duiqi, duiqi_process
from tui.exports.table_columns import COLUMNS
from tui.i18n import LANGUAGES, Language, Phrases

REPORT = str(EXPECTED)
QUESTIONS = 31


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_many_reports_become_one_table(tmp_path: Path) -> None:
    output = tmp_path / "table.csv"
    done = duiqi("table", REPORT, REPORT, REPORT, "-o", str(output))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"Written to {output}; rows: {3 * QUESTIONS}.\n"
    assert len(read(output.read_text(encoding="utf-8"))) == 3 * QUESTIONS
    assert list(tmp_path.iterdir()) == [output]  # and nothing aside


@pytest.mark.parametrize("words", [[], ["-o", "-"]], ids=" ".join)
def test_without_a_file_the_table_is_the_output_and_nothing_else(words: list[str]) -> None:
    done = duiqi_process("table", REPORT, *words)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("\ufeffreport,date,questionnaire,")
    rows = read(done.stdout)
    assert len(rows) == QUESTIONS
    assert {row["report"] for row in rows} == {rows[0]["report"]}
    assert rows[0]["report"] in EXPECTED.read_text(encoding="utf-8")


def test_words_are_in_the_language_of_the_call() -> None:
    names = [
        {row["name"] for row in read(duiqi("table", REPORT, "--lang", tag).stdout)}
        for tag in LANGUAGES
    ]
    assert "店铺归属" in names[0]
    assert "Store ownership" in names[1]


def test_a_report_may_come_from_the_standard_input() -> None:
    done = duiqi("table", "-", stdin=EXPECTED.read_text(encoding="utf-8"))
    assert len(read(done.stdout)) == QUESTIONS
    twice = duiqi("table", "-", "-")
    assert (twice.returncode, twice.stdout) == (2, "")


def test_one_bad_report_is_told_with_its_place_and_nothing_is_written(tmp_path: Path) -> None:
    bad, worse, output = tmp_path / "bad.toml", tmp_path / "worse.toml", tmp_path / "table.csv"
    bad.write_text(
        EXPECTED.read_text(encoding="utf-8").replace("[meeting", "x = \n[meeting", 1) + "\n[[",
        encoding="utf-8",
    )
    worse.write_text('format = 1\nkind = "report"\nmode = "solo"\n', encoding="utf-8")
    for words in (["-o", str(output)], []):
        done = duiqi("table", REPORT, str(bad), str(worse), str(tmp_path / "none"), *words)
        assert (done.returncode, done.stdout) == (1, "")
        assert f"{bad}:" in done.stderr
        assert f"{worse}:" in done.stderr
        assert str(tmp_path / "none") in done.stderr
        assert done.stderr.endswith("Reports that cannot be used: 3. So nothing was written.\n")
        assert not output.exists()


def test_a_report_that_was_changed_is_told_and_used(tmp_path: Path) -> None:
    changed = tmp_path / "changed.toml"
    text = EXPECTED.read_text(encoding="utf-8")
    changed.write_text(text.replace("2026-11-20", "2026-11-21", 1), encoding="utf-8")
    done = duiqi("table", str(changed))
    assert (done.returncode, len(read(done.stdout))) == (0, QUESTIONS)
    assert done.stderr == f"{changed}: {Phrases('en')('report.changed')}\n"


def test_a_file_is_left_alone_but_by_force(tmp_path: Path) -> None:
    output = tmp_path / "table.csv"
    output.write_text("mine")
    done = duiqi("table", REPORT, "-o", str(output))
    assert (done.returncode, done.stdout, output.read_text()) == (1, "", "mine")
    assert done.stderr == f"{Phrases('en')('compare.exists', path=output)}\n"
    assert duiqi("table", REPORT, "-o", str(output), "--force").returncode == 0
    assert len(read(output.read_text(encoding="utf-8"))) == QUESTIONS


def test_a_link_to_nowhere_is_a_file_too(tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(tmp_path / "nowhere.csv")
    assert duiqi("table", REPORT, "-o", str(tmp_path / "link.csv")).returncode == 1
    assert not (tmp_path / "nowhere.csv").exists()


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    output = tmp_path / "no" / "table.csv"
    done = duiqi("table", REPORT, "-o", str(output))
    assert done.returncode == 1
    assert done.stderr.startswith(f"Cannot write {output}: ")


def test_without_names_no_name_and_no_word_of_anyone_is_told() -> None:
    done = duiqi("table", REPORT, "--anonymous")
    for word in ("Atelier", "Vaudrenne", "屿舟", "周叙", "Camille"):
        assert word not in done.stdout
    rows = read(done.stdout)
    assert len(rows) == QUESTIONS
    assert rows[0]["verdict"] == "divergent"
    again = read(duiqi("table", REPORT, "--anonymous").stdout)
    assert again[0]["firm_1"] != rows[0]["firm_1"] != rows[0]["firm_2"]


def test_with_the_same_salt_a_firm_has_the_same_code() -> None:
    calls = [("--salt", "x"), ("--salt", "x", "--anonymous"), ("--salt", "y" * 500)]
    first, second, other = (read(duiqi("table", REPORT, *words).stdout) for words in calls)
    assert first == second
    assert {row["firm_1"] for row in first}.isdisjoint(row["firm_1"] for row in other)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_columns_are_told_without_a_report(language: Language) -> None:
    done = duiqi("table", "--columns", "--lang", language)
    assert (done.returncode, done.stderr) == (0, "")
    told = [
        line.split()[:2]
        for line in done.stdout.partition("\n\n")[0].splitlines()
        if not line.startswith(" ")
    ]
    assert told == [[column.name, column.type] for column in COLUMNS]
    assert "'" in done.stdout
