"""What was typed into a session, what of it was shown, and what was shown as saved."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from tests.crash.kickoffs import read, texts

Numbers = dict[str, str]
"""Question id to a number."""


@dataclass
class Seen:
    """What stood on the screen at some time."""

    marks: set[str] = field(default_factory=set)
    """What was typed into texts."""
    numbers: Numbers = field(default_factory=dict)
    """The last number of each question."""
    halves: Numbers = field(default_factory=dict)
    """The digits of each answer that is half given."""

    def copy(self) -> "Seen":
        return Seen(set(self.marks), dict(self.numbers), dict(self.halves))


@dataclass
class Kept:
    """What stands on the disk."""

    text: str
    """All texts."""
    numbers: dict[str, set[str]]
    """Question id to the numbers that the parties have given."""
    halves: dict[str, str]
    """Question id to all that is half answered there."""


class Record:
    """Marks in texts, the numbers that questions ask for, and answers that are half given.

    What is taken back by what comes after it is forgotten before that is typed.
    """

    def __init__(self) -> None:
        self._count = 0
        self.marks: list[str] = []
        """All that was typed into texts."""
        self._reasons: dict[str, list[str]] = defaultdict(list)
        """Question id to the marks that go with the next answer."""
        self.numbers: dict[str, list[str]] = {}
        """All that was typed into each question that asks for a number."""
        self.halves: Numbers = {}
        """The digits of what is half answered now."""
        self._shown = Seen()
        self._promised = Seen()
        """What stood on the screen when, or before, it last said "saved"."""

    @property
    def shown(self) -> set[str]:
        """Marks that stood on the screen, kept."""
        return self._shown.marks

    @property
    def shown_numbers(self) -> Numbers:
        """The last number of each question that stood there."""
        return self._shown.numbers

    @property
    def shown_halves(self) -> Numbers:
        """The half answer to each question that stood there."""
        return self._shown.halves

    @property
    def all_shown(self) -> Seen:
        """All that was shown until now."""
        return self._shown.copy()

    def new_mark(self, *, reason_of: str = "") -> str:
        """Return what was never typed before, to be typed now.

        Args:
            reason_of: The id of the question whose next answer takes its place, if any.
        """
        self.marks.append(f"k{self._count}字")
        self._count += 1
        if reason_of:
            self._reasons[reason_of].append(self.marks[-1])
        return self.marks[-1]

    def forget(self, question: str) -> None:
        """Note that another answer takes the place of what was said."""
        for mark in self._reasons.pop(question, []):
            self.marks.remove(mark)
            for seen in (self._shown, self._promised):
                seen.marks.discard(mark)
        self.numbers.pop(question, None)
        for seen in (self._shown, self._promised):
            seen.numbers.pop(question, None)
        self.forget_half(question)

    def forget_half(self, question: str) -> None:
        """Note that an answer takes the place of half a one."""
        self.halves.pop(question, None)
        for seen in (self._shown, self._promised):
            seen.halves.pop(question, None)

    def close(self, *, all_kept: bool) -> None:
        """Note that the program has ended, before it is started again and shows what is kept.

        Args:
            all_kept: Whether all that was shown must be kept, also if not shown as saved.
        """
        if all_kept:
            self._promised = self._shown.copy()
        else:
            self._shown = self._promised.copy()

    def see(self, screen: str, *, is_saved: bool) -> bool:
        """Note what a screen shows; return whether it shows something new as saved."""
        self._shown.marks |= {mark for mark in self.marks if mark in screen}
        for question, numbers in self.numbers.items():
            if _is_about(screen, question) and numbers[-1] in screen:
                self._shown.numbers[question] = numbers[-1]
        for question, half in self.halves.items():
            # A half number ends with its comma; with less of it, it is not the half one yet.
            wanted = f"{half}," if question.endswith("number") else half
            if _is_about(screen, question) and wanted in screen:
                self._shown.halves[question] = half
        if not is_saved or self._promised == self._shown:
            return False
        self._promised = self._shown.copy()
        return True

    def faults_in(self, folder: Path, *, all_shown: bool) -> list[str]:
        """Open a session as the program does; return what is wrong with it, and what is missing.

        Args:
            folder: Its folder.
            all_shown: Whether all that was shown must be there, also if not shown as saved.
        """
        try:
            session, faults = read(folder)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            return [f"cannot be opened again: {error!r}"]
        kept = Kept("\n".join(texts((session.sheets, session.minutes))), {}, defaultdict(str))
        for question in self.numbers:
            said = (sheet.answer(question).value for sheet in session.sheets)
            kept.numbers[question] = set(map(_plain, said))
        for sheet in session.sheets:
            for question, draft in sheet.drafts.items():
                kept.halves[question] += f"{draft}\n"
        return faults + self._missing(kept, self._shown if all_shown else self._promised)

    def lies_about(self, folder: Path) -> list[str]:
        """Return what was shown as saved and does not stand in a folder's files just now."""
        files = [path for path in folder.glob("*.toml") if ".conflict-" not in path.name]
        content = [path.read_text(encoding="utf-8") for path in files]
        sheets = [tomllib.loads(text) for text in content]
        kept = Kept("\n".join(content), {}, defaultdict(str))
        for question in self.numbers:
            answers = [sheet.get("answers", {}).get(question, {}) for sheet in sheets]
            kept.numbers[question] = {_plain(answer.get("value")) for answer in answers}
        for sheet in sheets:
            for question, draft in sheet.get("drafts", {}).items():
                kept.halves[question] += f"{draft}\n"
        return [f"called saved, and {fault}" for fault in self._missing(kept, self._promised)]

    def _missing(self, kept: Kept, wanted: Seen) -> list[str]:
        """Return what is not among what was kept."""
        faults = [f"lost: {mark}" for mark in sorted(wanted.marks) if mark not in kept.text]
        for question, number in wanted.numbers.items():
            after = self.numbers[question][self.numbers[question].index(number) + 1 :]
            valid = {number} | {late[:end] for late in after for end in range(4)}
            if not (found := kept.numbers[question]) & valid:
                faults.append(f"lost: {number} at {question}, found {sorted(found)}")
        faults += [
            f"lost: half of {question}, {half}, found {kept.halves[question]!r}"
            for question, half in wanted.halves.items()
            if half not in kept.halves[question]
        ]
        return faults


def _is_about(screen: str, question: str) -> bool:
    return f"Q-{question.replace('_', '-')}?" in screen


def _plain(value: object) -> str:
    return "" if value is None else str(value)
