"""`duiqi export`, as a shell sees it."""

from pathlib import Path

from tests.cli.test_cli import EXPECTED, duiqi


def test_a_folder_that_is_missing_is_made_and_told(tmp_path: Path) -> None:
    folder = tmp_path / "deals" / "autumn"
    done = duiqi("export", str(EXPECTED), "--to", "md,csv", "-o", str(folder))
    assert done.returncode == 0
    assert f"Made the folder {folder}" in done.stdout
    assert sorted(path.suffix for path in folder.iterdir()) == [".csv", ".md"]
    again = duiqi("export", str(EXPECTED), "--to", "html", "-o", str(folder / "page.html"))
    assert "Made the folder" not in again.stdout
    named = duiqi("export", str(EXPECTED), "-o", str(tmp_path / "new" / "page.html"))
    assert named.returncode == 0
    assert (tmp_path / "new" / "page.html").exists()


def test_where_no_folder_can_be_made_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = duiqi("export", str(EXPECTED), "-o", str(tmp_path / "file" / "page.html"))
    assert done.returncode == 1
    assert str(tmp_path / "file") in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_written_of_a_report_that_was_changed_says_so(tmp_path: Path) -> None:
    text = EXPECTED.read_text(encoding="utf-8")
    bears = text.rpartition('sha256 = "')[2].partition('"')[0]
    changed = tmp_path / "changed.toml"
    changed.write_text(text.replace("the agency", "somebody else", 1), encoding="utf-8")
    for ending in ("md", "html"):
        for report, is_changed in ((EXPECTED, False), (changed, True)):
            done = duiqi("export", str(report), "--to", ending, "-o", "-", "--language", "en")
            assert ("changed after it was written" in done.stdout) is is_changed
            assert (bears in done.stdout) is not is_changed
