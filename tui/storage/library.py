"""The questionnaires on this machine: where they are, and which one has a wanted edition."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import tui
from tui.checks.questionnaire import questionnaire_of
from tui.diagnostics.diagnostic import InvalidFile
from tui.domain.message import Message
from tui.domain.questionnaire import Edition, NoSuchQuestionnaire, Questionnaire
from tui.formats.questionnaire.edition import digest, edition_of
from tui.formats.questionnaire.overlay import language_of, read_beside
from tui.toml.limits import HEAD, USUAL, is_record
from tui.toml.peek import head_of
from tui.toml.reader import TomlFile, read_toml


class Found(NamedTuple):
    """A questionnaire that was found, with its file."""

    questionnaire: Questionnaire
    """The questionnaire, with the languages whose files are beside its own."""
    path: Path
    """Its file."""


def bundled() -> list[Path]:
    """Return the files of the questionnaires that come with the program."""
    package = Path(tui.__file__).parent  # of a wheel, or of a checkout
    in_wheel = package / "_questionnaires"
    return in_folder(in_wheel if in_wheel.is_dir() else package.parent / "questionnaires")


def in_folder(folder: Path) -> list[Path]:
    """Return the files of a folder that may be questionnaires; `NAME.LANG.toml` is an overlay.

    Of a folder that cannot be listed there are none: those of other folders are still to be had.
    """
    try:
        return sorted(path for path in folder.glob("*.toml") if "." not in path.stem)
    except OSError:
        return []


def dotted_in_folder(folder: Path) -> list[Path]:
    """Return the files of a folder that are named like a further language of another."""
    try:
        return sorted(path for path in folder.glob("[!.]*.toml") if language_of(path))
    except OSError:
        return []


def is_bundled(edition: Edition) -> bool:
    """Return whether an edition comes with the program, so that everybody has it."""
    return any(digest(file) == edition.digest for file in _candidates(edition.id))


def find(edition: Edition, *folders: Path | None) -> Found:
    """Return the questionnaire with exactly this edition.

    Args:
        edition: What to look for.
        *folders: Where to look besides the bundled questionnaires; None is skipped.

    Raises:
        NoSuchQuestionnaire: There is none with that id, or only other editions of it.
        InvalidFile: It was found but has errors.
    """
    others: list[str] = []
    for file in _candidates(edition.id, *folders):
        if digest(file) == edition.digest:
            return _found(file)
        claimed = edition_of(file)
        if claimed is not None and claimed.id == edition.id:
            others.append(claimed.version)
    raise NoSuchQuestionnaire(_missing(edition, others))


def find_later(edition: Edition, *folders: Path | None) -> Found | None:
    """Return the latest edition with the same id and a higher version, or None.

    Args:
        edition: The edition at hand.
        *folders: Where to look besides the bundled questionnaires; None is skipped.

    Raises:
        InvalidFile: It was found but has errors.
    """
    latest, found = edition, None
    for file in _candidates(edition.id, *folders):
        claimed = edition_of(file)
        if claimed is not None and claimed.is_later_than(latest):
            latest, found = claimed, file
    return None if found is None else _found(found)


def _found(file: TomlFile) -> Found:
    path = Path(file.name)
    return Found(questionnaire_of(file, read_beside(path)), path)


def _candidates(name: str, *folders: Path | None) -> Iterator[TomlFile]:
    """Yield every readable file that may be the questionnaire `name`, bundled ones first."""
    listed = (path for folder in folders if folder is not None for path in in_folder(folder))
    for path in (*bundled(), *listed):
        try:
            if _may_be(path, name):
                yield read_toml(path)
        except InvalidFile:
            continue


def _may_be(path: Path, name: str) -> bool:
    """Return whether a file holds the id of a questionnaire, and is of no other kind.

    A look at the bytes spares the reading of large files, such as the sheets beside.
    """
    try:
        start = head_of(path, HEAD + USUAL)
        return not is_record(start[:HEAD]) and name.encode() in start
    except (OSError, ValueError):
        return True  # whoever reads it says what is wrong


def _missing(edition: Edition, others: list[str]) -> Message:
    values = {"id": edition.id, "version": edition.version}
    if not others:
        return Message("check.no_such_questionnaire", values)
    if edition.version in others:
        return Message("check.questionnaire_changed", values)
    return Message("check.only_other_version", {**values, "found": ", ".join(sorted(set(others)))})
