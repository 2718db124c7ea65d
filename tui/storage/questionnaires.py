"""Questionnaires on disk: reading one, and finding the edition that a session or sheet names."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import tui
from tui.domain.message import Message
from tui.domain.questionnaire import Edition, Questionnaire
from tui.domain.text import Translated, one_line
from tui.storage import overlays
from tui.storage.building.questionnaire import build
from tui.storage.checks.identity import version_numbers
from tui.storage.diagnostics import InvalidFile
from tui.storage.questionnaire_checks import examine
from tui.storage.shapes.values import NEUTRAL
from tui.storage.toml_file import TomlFile, read_toml


class NoSuchQuestionnaire(LookupError):
    """A questionnaire that is nowhere to be found; `message` says what there is instead."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


def load(path: Path) -> Questionnaire:
    """Read the questionnaire at `path`, with the further languages that lie beside it.

    Raises:
        InvalidFile: It or one of its overlays has errors; holds all problems of that file.
    """
    return questionnaire_of(read_toml(path), overlays.read_beside(path))


def questionnaire_of(file: TomlFile, further: Iterable[TomlFile] = ()) -> Questionnaire:
    """Give the questionnaire in a file that has been read, with `further` languages.

    Its edition is that of the file alone, so that sheets fit in whichever language they were
    answered. Raises `InvalidFile`.
    """
    found = examine(file)
    if found.shape is None or found.has_errors:
        raise InvalidFile(found.diagnostics)
    for overlay in further:
        overlays.merge(found.shape, overlay)
    return build(found.shape, digest(file))


def digest(file: TomlFile) -> str:
    """Give what tells an edition from any other, untouched by a mail gateway's line ends."""
    content = file.text.replace("\r\n", "\n").encode()
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def bundled() -> list[Path]:
    """Give the questionnaires that come with the program, in a wheel or in a checkout."""
    package = Path(tui.__file__).parent
    in_wheel = package / "_questionnaires"
    return in_folder(in_wheel if in_wheel.is_dir() else package.parent / "questionnaires")


class Listed(NamedTuple):
    """A questionnaire as a list of them shows it."""

    path: Path
    """Its file."""
    title: Translated
    """Its title; the name of the file where it has none."""
    questions: int
    """How many questions it has."""
    is_broken: bool
    """Whether it cannot even be listed; `duiqi check` tells why. Others may still have errors."""


def titles(paths: Iterable[Path]) -> list[Listed]:
    """Give what to show of files before one is chosen: read, but not checked. Never raises.

    Overlays are left out.
    """
    found = []
    for path in paths:
        try:
            data = read_toml(path).data
        except InvalidFile:
            data = {}
        if not overlays.is_overlay(path, data):
            found.append(_listed(path, data))
    return found


def _listed(path: Path, data: Mapping[str, object]) -> Listed:
    """Give what a file says of itself, as far as that has the form that is due."""
    head, questions = data.get("questionnaire"), data.get("question")
    raw = head.get("title") if isinstance(head, dict) else None
    texts = raw if isinstance(raw, dict) else {NEUTRAL: raw}
    words = {tag: one_line(text) for tag, text in texts.items() if isinstance(text, str)}
    count = len(questions) if isinstance(questions, dict) else 0
    is_broken = not count or not any(words.values()) or "kind" in data
    title = Translated(words if any(words.values()) else {NEUTRAL: one_line(path.stem)})
    return Listed(path, title, count, is_broken)


def find(
    edition: Edition, beside: Path | None = None, user_dir: Path | None = None
) -> Questionnaire:
    """Give the questionnaire of exactly that edition: bundled, the user's, or in `beside`.

    Raises:
        NoSuchQuestionnaire: There is none of that id, or only others of it.
        InvalidFile: It has been found and has errors.
    """
    others: list[str] = []
    for file in _candidates(beside, user_dir):
        if digest(file) == edition.digest:
            return questionnaire_of(file, overlays.read_beside(Path(file.name)))
        head = file.data.get("questionnaire")
        if "question" in file.data and isinstance(head, dict) and head.get("id") == edition.id:
            others.append(str(head.get("version")))
    raise NoSuchQuestionnaire(_missing(edition, others))


def find_later(
    edition: Edition, beside: Path | None = None, user_dir: Path | None = None
) -> Questionnaire | None:
    """Give the latest questionnaire of that id with a higher version; None where there is none.

    Raises:
        InvalidFile: It has been found and has errors.
    """
    latest, found = edition, None
    for file in _candidates(beside, user_dir):
        head = file.data.get("questionnaire")
        if "question" in file.data and isinstance(head, dict):
            this = Edition(str(head.get("id")), str(head.get("version")), digest(file))
            if is_later(this, latest):
                latest, found = this, file
    if found is None:
        return None
    return questionnaire_of(found, overlays.read_beside(Path(found.name)))


def is_later(edition: Edition, former: Edition) -> bool:
    """Tell whether an edition is of the same questionnaire and has a higher version."""
    new, old = version_numbers(edition.version), version_numbers(former.version)
    return edition.id == former.id and new is not None and old is not None and new > old


def _candidates(*folders: Path | None) -> Iterator[TomlFile]:
    """Give every file that might be a questionnaire and can be read."""
    listed = (path for folder in folders if folder is not None for path in in_folder(folder))
    for path in (*bundled(), *listed):
        try:
            yield read_toml(path)
        except InvalidFile:
            continue


def in_folder(folder: Path) -> list[Path]:
    """Give the files of a folder that may be questionnaires: no overlays `NAME.LANG.toml`."""
    return sorted(path for path in folder.glob("*.toml") if "." not in path.stem)


def _missing(edition: Edition, others: list[str]) -> Message:
    values = {"id": edition.id, "version": edition.version}
    if not others:
        return Message("check.no_such_questionnaire", values)
    if edition.version in others:
        return Message("check.questionnaire_changed", values)
    return Message("check.only_other_version", {**values, "found": ", ".join(sorted(set(others)))})
