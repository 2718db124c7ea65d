"""`duiqi new-questionnaire`: a good start, never over a file, and listed once it is there."""

from pathlib import Path

import pytest

from tests.cli.test_cli import duiqi
from tests.storage.questionnaire_file import GOOD
from tui.domain.questions import Kind
from tui.domain.text import Translated
from tui.storage.inspection import problems_of
from tui.storage.questionnaires import Listed, bundled, load, titles


def started(folder: Path, name: str = "my-shop") -> Path:
    done = duiqi("new-questionnaire", str(folder / name))
    assert (done.returncode, done.stderr) == (0, "")
    assert str(folder / name) in done.stdout
    return folder / f"{name.removesuffix('.toml')}.toml"


def test_the_start_passes_the_check_without_a_warning(tmp_path: Path) -> None:
    path = started(tmp_path)
    assert problems_of(path) == []
    asked = load(path)
    assert asked.edition.id == "my_shop"
    assert len({question.kind for question in asked.questions}) >= len(Kind) // 2
    assert asked.risks
    assert any(question.gate.tests for question in asked.questions)
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


def test_titles_for_a_list(tmp_path: Path) -> None:
    path = started(tmp_path)
    (found,) = titles([path])
    both = {"zh-CN": "客户与供应商", "en": "Client and supplier"}
    assert found == Listed(path, Translated(both), 5, is_broken=False)
    assert [(len(each.title.words), each.is_broken) for each in titles(bundled())] == [
        (2, False)
    ] * len(bundled())


@pytest.mark.parametrize(
    "text",
    [
        "no = toml = at all",
        "",
        "questionnaire = 5\nquestion = 5",
        "[questionnaire]\ntitle = 5\n[question]\nx = 1",
        '[questionnaire]\ntitle = "x"\nlanguages = []',
        "[questionnaire]\ntitle = []\n[question.a]\n",
        GOOD.replace("format = 1", 'format = 1\nkind = "sheet"'),
    ],
)
def test_a_broken_file_is_listed_as_broken(tmp_path: Path, text: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    (found,) = titles([path])
    assert found.is_broken
    assert found.title["en"]


def test_a_file_that_is_gone_or_foreign_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "own.fr.toml").write_text('title = "x"')
    (tmp_path / "gbk.toml").write_bytes("标题".encode("gbk"))
    found = titles([tmp_path / "own.fr.toml", tmp_path / "gbk.toml", tmp_path / "gone.toml"])
    assert [each.is_broken for each in found] == [True, True]


def test_what_a_title_could_do_to_a_terminal_it_does_not(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('[questionnaire]\ntitle = "a\\nb"\n[question.x]\n', encoding="utf-8")
    assert titles([path])[0].title["en"] == "a b"
