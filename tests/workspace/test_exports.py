"""What people write to give to others."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.test_cli import AGENCY, BRAND, duiqi
from tests.storage import samples
from tui.exports.formats import Format
from tui.workspace.exports import Export, write_export
from tui.workspace.session_exports import kickoff_exports, solo_exports


@pytest.fixture(params=[0o022, 0o027, 0o077], ids=oct)
def readable(request: pytest.FixtureRequest) -> Iterator[int]:
    """What a file that is made to be given to others may be, under the umask of the test."""
    before = os.umask(request.param)
    yield 0o666 & ~request.param
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def exports(tmp_path: Path) -> list[Export]:
    session = samples.session(samples.loaded(tmp_path))
    alone = samples.session(session.questionnaire, alone="brand")
    return [*kickoff_exports(session), *solo_exports(alone)]


def test_whatever_is_exported_may_be_read_by_others_as_the_umask_has_it(
    tmp_path: Path, exports: list[Export], readable: int
) -> None:
    assert len(exports) == 4
    for export in exports:
        path = tmp_path / f"{export.id}.toml"
        content = export.content(Format.RECORD)
        write_export(content, path)
        assert mode(path) == readable
        write_export(content, path, replace=True)
        assert mode(path) == readable


def test_so_may_what_the_command_line_writes(tmp_path: Path, readable: int) -> None:
    out = tmp_path / "report.toml"
    assert duiqi("compare", BRAND, AGENCY, "-o", str(out)).returncode == 0
    assert duiqi("new-questionnaire", str(tmp_path / "shop")).returncode == 0
    assert (mode(out), mode(tmp_path / "shop.toml")) == (readable, readable)
