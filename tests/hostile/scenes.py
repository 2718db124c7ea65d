"""Hostile files of every kind, each laid into a home of its own where the program comes upon it."""

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.hostile.contents import GENERAL, Spoil, damaged, wrong_values
from tests.questionnaires import SMALL, SMALL_IN_FRENCH
from tests.storage import samples
from tui.checks.questionnaire import load
from tui.domain.minutes import Decision
from tui.domain.report_builder import report
from tui.domain.reveal import Reveal
from tui.domain.solo_report import solo_report
from tui.formats.report import report_bytes
from tui.formats.self_assessment import solo_report_bytes
from tui.formats.sheet import sheet_bytes
from tui.storage.creation import create

SETTINGS = b'format = 1\nkind = "settings"\nlanguage = "en"\ntheme = "light"\n'


@dataclass(frozen=True)
class Kind:
    """A kind of file, and where the program comes upon it."""

    name: str
    place: str
    """Where the hostile file lies, under the home."""
    opened: str
    """What the app is started with."""
    checked: str
    """What `duiqi check` is called with."""


WORK, MINE, KICKOFF = "work", "data/questionnaires", "data/sessions/kickoff"
KINDS = (
    Kind("questionnaire", f"{MINE}/mine.toml", f"{MINE}/mine.toml", f"{MINE}/mine.toml"),
    Kind("overlay", f"{MINE}/small.fr.toml", f"{MINE}/small.toml", f"{MINE}/small.fr.toml"),
    Kind("sheet", f"{WORK}/brand.toml", f"{WORK}/brand.toml", f"{WORK}/brand.toml"),
    Kind("minutes", f"{WORK}/minutes.toml", f"{WORK}/minutes.toml", f"{WORK}/minutes.toml"),
    Kind("report", f"{WORK}/report.toml", f"{WORK}/report.toml", f"{WORK}/report.toml"),
    Kind("self-assessment", f"{WORK}/self.toml", f"{WORK}/self.toml", f"{WORK}/self.toml"),
    Kind("settings", "data/settings.toml", WORK, "data/settings.toml"),
    Kind("session", f"{KICKOFF}/session.toml", KICKOFF, KICKOFF),
    Kind("session's sheet", f"{KICKOFF}/brand.toml", KICKOFF, KICKOFF),
    Kind("session's minutes", f"{KICKOFF}/minutes.toml", KICKOFF, KICKOFF),
    Kind("session's questionnaire", f"{KICKOFF}/questionnaire.toml", KICKOFF, KICKOFF),
    Kind("session's overlay", f"{KICKOFF}/questionnaire.fr.toml", KICKOFF, KICKOFF),
    Kind("session's backup", f"{KICKOFF}/brand.toml.bak", KICKOFF, KICKOFF),
    Kind("session's lock", f"{KICKOFF}/.duiqi.lock", KICKOFF, KICKOFF),
)


@dataclass(frozen=True)
class Scene:
    """One hostile file in a home."""

    name: str
    kind: Kind
    lay: Callable[[Path], None]
    """Puts it at a path, where a good file lies or nothing."""
    rename: bytes = b""
    """The name that the file is given instead of its own, or what is opened, if it is a folder."""

    def build(self, home: Path) -> "Laid":
        """Lay all good files into a home, and the hostile one among them."""
        shutil.copytree(good_home(), home, dirs_exist_ok=True, symlinks=True)
        kind = self.kind
        if kind.name == "session's backup":  # which is read where the file itself is broken
            (home / KICKOFF / "brand.toml").write_bytes(b"broken")
        self.lay(home / kind.place)
        opened, checked = home / kind.opened, home / kind.checked
        if self.rename:
            old = checked
            new = Path(os.fsdecode(os.fsencode(old.parent) + b"/" + self.rename))
            old.rename(new)
            opened = new if opened == old else opened
            checked = new
        return Laid(home, opened, checked, home / WORK / "agency.toml")


@dataclass(frozen=True)
class Laid:
    """Where a scene lies on the disk."""

    home: Path
    opened: Path
    checked: Path
    other_sheet: Path
    """A good sheet, which fits where the scene is about a sheet."""


@cache
def _kept() -> "TemporaryDirectory[str]":
    return TemporaryDirectory(prefix="hostile-good-")


@cache
def good_home() -> Path:
    """Return a home with a good file of every kind, to be copied."""
    home = Path(_kept().name)
    work, mine = home / WORK, home / MINE
    work.mkdir()
    mine.mkdir(parents=True)
    for folder in (work, mine):
        (folder / "small.toml").write_text(SMALL, encoding="utf-8")
        (folder / "small.fr.toml").write_text(SMALL_IN_FRENCH, encoding="utf-8")
    (mine / "mine.toml").write_text(SMALL.replace('"small"', '"mine"'), encoding="utf-8")
    asked = load(work / "small.toml")
    said = {"aim": "sales", "days": 30, "wish": "多谈 often", "floor": {"low": 1, "high": 9}}
    sheets = (
        samples.sheet(asked, "brand", **said),
        samples.sheet(asked, "agency", **{**said, "aim": "image", "days": 3}),
    )
    for sheet in sheets:
        (work / f"{sheet.party.id}.toml").write_bytes(sheet_bytes(sheet, asked))
    session = samples.session(asked, sheets=sheets, reveal=Reveal.LIVE)
    session = session.decided(Decision(question="aim", text="so be it 就这样", owner="林"))
    (work / "report.toml").write_bytes(report_bytes(report(session)))
    alone = samples.session(asked, sheets=sheets, alone="brand", reveal=Reveal.END)
    (work / "self.toml").write_bytes(solo_report_bytes(solo_report(alone)))
    (home / "data" / "settings.toml").write_bytes(SETTINGS)
    folder = home / KICKOFF
    create(folder, work / "small.toml", session).close()
    shutil.copy(folder / "minutes.toml", work / "minutes.toml")
    for name in ("session.toml", "brand.toml", "minutes.toml"):
        shutil.copy(folder / name, folder / f"{name}.bak")
    return home


def scenes(values: int = 12, damages: int = 0) -> Iterator[Scene]:
    """Yield every scene.

    Args:
        values: How many contents of each kind have a wrong value at some key.
        damages: How many contents of each kind are damaged at random.
    """
    for kind in KINDS:
        if kind.name != "session's lock":
            for name, spoil in GENERAL.items():
                yield Scene(f"{kind.name}: {name}", kind, _spoilt(spoil))
            good = (good_home() / kind.place).read_bytes() if values else b""
            for name, content in wrong_values(good, values) if values else ():
                yield Scene(f"{kind.name}: {name}", kind, _content(content))
            for name, content in damaged(good, damages):
                yield Scene(f"{kind.name}: {name}", kind, _content(content))
        for name, lay in OBJECTS.items():
            yield Scene(f"{kind.name}: {name}", kind, lay)
        for given in NAMES:
            yield Scene(f"{kind.name}: named {given!r}", kind, lambda _: None, _named(kind, given))


def sample(every: int, damages: int = 0) -> list[Scene]:
    """Return a part of all scenes, spread over the kinds and over what makes a file hostile."""
    found = enumerate(scenes(damages=damages))
    return [scene for number, scene in found if number % every == 0]


def harmless() -> list[Scene]:
    """Return a scene of each kind in which nothing is hostile, to measure the others by."""
    return [Scene(f"{kind.name}: good", kind, lambda _: None) for kind in KINDS]


def _spoilt(spoil: Spoil) -> Callable[[Path], None]:
    def lay(path: Path) -> None:
        path.write_bytes(spoil(path.read_bytes()))

    return lay


def _content(content: bytes) -> Callable[[Path], None]:
    def lay(path: Path) -> None:
        path.write_bytes(content)

    return lay


def _instead(make: Callable[[Path], object]) -> Callable[[Path], None]:
    """Return what puts something else into a file's place."""

    def lay(path: Path) -> None:
        path.unlink(missing_ok=True)
        make(path)

    return lay


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(4 << 30)


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)
    os.chdir(here)


def _link_to_the_good_one(path: Path) -> None:
    good = path.with_name(f"{path.name}.elsewhere")
    shutil.copy(good_home() / path.relative_to(_home_of(path)), good)
    path.symlink_to(good)


def _home_of(path: Path) -> Path:
    return next(each for each in path.parents if (each / "data").is_dir())


def _full_folder(path: Path) -> None:
    path.mkdir()
    (path / "a.toml").write_bytes(b"x = 1\n")


OBJECTS: dict[str, Callable[[Path], None]] = {
    "missing": _instead(lambda path: None),
    "a folder": _instead(_full_folder),
    "a pipe": _instead(os.mkfifo),
    "a socket": _instead(_socket),
    "4 GiB": _instead(_sparse),
    "a link to a good file": _instead(_link_to_the_good_one),
    "a link to nothing": _instead(lambda path: path.symlink_to("nowhere")),
    "a link in a circle": _instead(lambda path: path.symlink_to(path.name)),
    "a link to a device": _instead(lambda path: path.symlink_to("/dev/zero")),
    "a link to a terminal": _instead(lambda path: path.symlink_to("/dev/tty")),
    "a link to a system's file": _instead(lambda path: path.symlink_to("/etc/passwd")),
    "a link to a folder": _instead(lambda path: path.symlink_to("/")),
    "no permission": lambda path: path.chmod(0) if path.exists() else None,
    "a folder without permission": lambda path: path.parent.chmod(0o400),
}
"""What may stand in a file's place."""

NAMES = (
    b"a\x1b]0;x\x07b",
    b"a\x1b[2J\x1b[31m",
    b"a\nb\n\nc",
    b"a\r\tb",
    "a\u202egnp\u200b\u2066".encode(),
    "a\x9b2J".encode(),
    b"a\xff\xfe\xed\xa0\x80",
    b"[red]a[blue][@click=app.quit]b",
    "宽".encode() * 60,
    b"-rf --json",
    b"{path} {x} %s",
    b" ",
)
"""Names of files and folders."""


def _named(kind: Kind, name: bytes) -> bytes:
    """Return the name for a file of this kind: with its ending, unless it is a folder."""
    if kind.checked == KICKOFF:
        return name
    return name + (b".fr.toml" if kind.name == "overlay" else b".toml")
