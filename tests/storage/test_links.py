"""No link leads out of a session's folder: neither reading, nor recovery, nor the lock follows."""

import os
import shutil
from pathlib import Path

import pytest

from tests.questionnaires import SMALL_IN_FRENCH
from tests.storage import samples
from tui.checks.check_file import problems_of
from tui.checks.questionnaire import load
from tui.diagnostics.diagnostic import InvalidFile
from tui.domain.minutes import Decision
from tui.i18n import LANGUAGES, Phrases
from tui.storage.creation import create
from tui.storage.paths import DataFolder
from tui.storage.recent import recent
from tui.storage.sessions import open_session
from tui.workspace.opening import choices
from tui.workspace.reasons import told

FILES = [
    "session.toml",
    "questionnaire.toml",
    "questionnaire.fr.toml",
    "brand.toml",
    "agency.toml",
    "minutes.toml",
    "session.toml.bak",
    "brand.toml.bak",
    "minutes.toml.bak",
    "brand.conflict-1.toml",
    ".duiqi.lock",
]
"""Every kind of file that may lie in a session's folder."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A session with all kinds of files in its folder."""
    questionnaire = samples.written(tmp_path)
    (tmp_path / "small.fr.toml").write_text(SMALL_IN_FRENCH, encoding="utf-8")
    session = samples.session(load(questionnaire))
    session = session.decided(Decision(question="aim", text="so be it"))
    path = tmp_path / "data" / "sessions" / "kickoff"
    create(path, questionnaire, session).close()
    for name in ("session.toml", "brand.toml", "minutes.toml"):
        shutil.copy(path / name, path / f"{name}.bak")
    shutil.copy(path / "brand.toml", path / "brand.conflict-1.toml")
    open_session(path).folder.close()
    return path


def linked(path: Path, target: Path, *, dangling: bool) -> None:
    """Put a link in the place of a file, to what that held or to nothing."""
    if dangling:
        path.unlink(missing_ok=True)
    else:
        path.rename(target)
    path.symlink_to(target)


@pytest.mark.parametrize("dangling", [False, True])
@pytest.mark.parametrize("name", FILES)
def test_a_link_among_the_files_is_refused_and_nothing_is_written(
    tmp_path: Path, folder: Path, name: str, dangling: bool
) -> None:
    target = tmp_path / "elsewhere"
    if name == ".duiqi.lock":
        (folder / name).write_text("what it leads to is no lock")
    linked(folder / name, target, dangling=dangling)
    held = target.read_bytes() if target.exists() else None
    before = sorted(path.name for path in folder.iterdir())
    for repair in (False, True):
        with pytest.raises(InvalidFile) as found:
            open_session(folder, repair=repair)
    for language, word in zip(LANGUAGES, ("链接", "this is a link"), strict=True):
        said = Phrases(language).say(told(found.value))
        assert word in said
        assert name in said
    (problem,) = problems_of(folder, samples.find)
    assert (problem.file, problem.message.key) == (str(folder / name), "toml.link")
    assert sorted(path.name for path in folder.iterdir()) == before
    assert (target.read_bytes() if target.exists() else None) == held


@pytest.mark.parametrize(
    "name", ["session.toml", "questionnaire.toml", "brand.toml", "minutes.toml"]
)
def test_a_link_that_appears_while_a_session_is_opened_is_not_followed(
    tmp_path: Path, folder: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def too_late(path: object, *more: int, **options: int) -> int:
        if Path(str(path)).name == ".duiqi.lock" and not (folder / name).is_symlink():
            linked(folder / name, tmp_path / "elsewhere", dangling=False)
        return real(str(path), *more, **options)

    monkeypatch.setattr(os, "open", too_late)
    with pytest.raises(InvalidFile) as found:
        open_session(folder, repair=True)
    assert [problem.message.key for problem in found.value.diagnostics] == ["toml.link"]
    assert (folder / name).is_symlink()


def test_the_folder_itself_may_be_a_link_and_so_may_what_is_none_of_ours(
    tmp_path: Path, folder: Path
) -> None:
    (folder / "contract.pdf").symlink_to(tmp_path / "contract.pdf")
    (tmp_path / "shared").symlink_to(folder)
    open_session(tmp_path / "shared").folder.close()


def test_home_follows_no_link_and_says_so(tmp_path: Path, folder: Path) -> None:
    linked(folder / "session.toml", tmp_path / "elsewhere", dangling=False)
    (summary,) = recent(tmp_path / "data" / "sessions")
    assert summary.trouble is not None
    assert (summary.trouble.key, summary.names) == ("toml.link", ())


def test_a_users_own_questionnaire_may_be_a_link(tmp_path: Path, folder: Path) -> None:
    data = DataFolder(tmp_path / "data")
    data.questionnaires.mkdir()
    (data.questionnaires / "mine.toml").symlink_to(tmp_path / "small.toml")
    found = choices(data)[-1].questionnaire
    assert found is not None
    assert found.edition == load(tmp_path / "small.toml").edition


def test_a_planted_backup_behind_a_dangling_link_creates_nothing(
    tmp_path: Path, folder: Path
) -> None:
    """The file of a user's choice that was to be written with a stranger's words."""
    target = tmp_path / "shell-profile"
    (folder / "brand.toml").rename(folder / "brand.toml.bak")
    (folder / "brand.toml").symlink_to(target)
    for repair in (False, True):
        with pytest.raises(InvalidFile):
            open_session(folder, repair=repair)
    assert not target.exists()
    assert (folder / "brand.toml").is_symlink()
