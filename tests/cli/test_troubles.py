"""What is wrong in a file is told in few enough lines to be read, and the rest is counted."""

import json
from pathlib import Path

import pytest

from tests.questionnaires import GOOD
from tui.cli.main import main

WRONG = "\n".join(f'[question.q{n}]\ntype = "choise"\narea = "nowhere"' for n in range(100))


def call(*words: str) -> int:
    with pytest.raises(SystemExit) as end:
        main(words)
    assert isinstance(end.value.code, int)
    return end.value.code


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_after_some_fifty_lines_it_is_said_how_many_more(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(f"{GOOD}\n{WRONG}", encoding="utf-8")
    assert call("check", "--lang", language, str(path)) == 1
    lines = capsys.readouterr().err.splitlines()
    assert 40 < len(lines) <= 60
    told = sum(line.startswith(str(path)) for line in lines) - 1
    assert call("check", "--json", str(path)) == 1
    every = json.loads(capsys.readouterr().out)
    assert len(every) >= 100
    assert str(len(every) - told) in lines[-2]
    assert str(len(every)) in lines[-1]


def test_errors_do_not_hide_behind_warnings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    same = "\n".join(
        f'[question.q{n}]\ntype = "yesno"\narea = "goals"\ntext = {{ zh-CN = "same", en = "same" }}'
        for n in range(60)
    )
    path = tmp_path / "odd.toml"
    path.write_text(f'{GOOD}\n{same}\n[question.last]\ntype = "choise"\n', encoding="utf-8")
    assert call("check", str(path)) == 1
    err = capsys.readouterr().err
    assert err.count(": warning: ") >= 5
    assert "choise" in err


def test_compare_tells_no_more(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "sheet.toml"
    path.write_text("\n".join(f'k{n} = "\\u001b"' for n in range(500)))
    assert call("compare", str(path), str(path)) == 1
    assert len(capsys.readouterr().err.splitlines()) <= 60
