"""`duiqi new-questionnaire`: a good start, never over a file, and listed once it is there."""

from pathlib import Path

import pytest

from tests.cli.test_cli import duiqi
from tests.storage import samples
from tui.checks.check_file import problems_of
from tui.checks.questionnaire import load
from tui.domain.questions import Kind


def started(folder: Path, name: str = "my-shop") -> Path:
    done = duiqi("new-questionnaire", str(folder / name))
    assert (done.returncode, done.stderr) == (0, "")
    assert str(folder / name) in done.stdout
    return folder / f"{name.removesuffix('.toml')}.toml"


def test_the_start_passes_the_check_without_a_warning(tmp_path: Path) -> None:
    path = started(tmp_path)
    assert problems_of(path, samples.find) == []
    asked = load(path)
    assert asked.edition.id == "my_shop"
    assert len({question.kind for question in asked.questions}) >= len(Kind) // 2
    assert asked.risks
    assert any(question.display_condition.tests for question in asked.questions)
    assert {tag for text in (asked.title, asked.questions[0].text) for tag in text.words} == {
        "zh-CN",
        "en",
    }


def test_it_is_never_written_over_a_file(tmp_path: Path) -> None:
    path = started(tmp_path, "mine.toml")
    path.write_text("precious")
    done = duiqi("new-questionnaire", str(tmp_path / "mine"))
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert path.read_text() == "precious"


@pytest.mark.parametrize("name", ["问卷", "42", "a.fr", "shop.v2.toml"])
def test_a_name_that_makes_no_id_is_wrong_usage(tmp_path: Path, name: str) -> None:
    done = duiqi("new-questionnaire", str(tmp_path / name))
    assert done.returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = duiqi("new-questionnaire", str(tmp_path / "no" / "shop"))
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith(f"Cannot write {tmp_path / 'no' / 'shop.toml'}: ")
