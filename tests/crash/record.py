"""What was typed into a session, what of it was shown, and what was shown as saved."""

import tomllib
from pathlib import Path

from tests.crash.kickoffs import read, texts


class Record:
    """Marks in texts, of which none is ever taken back, and the numbers that questions ask for."""

    def __init__(self) -> None:
        self.marks: list[str] = []
        """All that was typed into texts."""
        self.numbers: dict[str, list[str]] = {}
        """All that was typed into each question that asks for a number."""
        self.shown: set[str] = set()
        """Marks that stood on the screen, kept."""
        self.shown_numbers: dict[str, str] = {}
        """The last number of each question that stood there."""
        self.promised: set[str] = set()
        """Marks that stood there when, or before, the screen last said "saved"."""
        self.promised_numbers: dict[str, str] = {}
        """The last number of each question that stood there by then."""

    @property
    def all_shown(self) -> tuple[set[str], dict[str, str]]:
        """All marks and numbers that were shown."""
        return set(self.shown), dict(self.shown_numbers)

    def new_mark(self) -> str:
        """Return what was never typed before, to be typed now."""
        self.marks.append(f"k{len(self.marks)}字")
        return self.marks[-1]

    def forget(self, question: str) -> None:
        """Note that another answer takes the place of a number."""
        for known in (self.numbers, self.shown_numbers, self.promised_numbers):
            known.pop(question, None)

    def close(self, *, all_kept: bool) -> None:
        """Note that the program has ended, before it is started again and shows what is kept.

        Args:
            all_kept: Whether all that was shown must be kept, also if not shown as saved.
        """
        if all_kept:
            self.promised, self.promised_numbers = self.all_shown
        else:
            self.shown, self.shown_numbers = set(self.promised), dict(self.promised_numbers)

    def see(self, screen: str, *, is_saved: bool) -> bool:
        """Note what a screen shows; return whether it shows something new as saved."""
        self.shown |= {mark for mark in self.marks if mark in screen}
        for question, numbers in self.numbers.items():
            if f"Q-{question.replace('_', '-')}?" in screen and numbers[-1] in screen:
                self.shown_numbers[question] = numbers[-1]
        if not is_saved or (self.promised, self.promised_numbers) == self.all_shown:
            return False
        self.promised, self.promised_numbers = self.all_shown
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
        kept = "\n".join(texts((session.sheets, session.minutes)))
        numbers = {
            question: {_plain(sheet.answer(question).value) for sheet in session.sheets}
            for question in self.numbers
        }
        return faults + self._missing(kept, numbers, all_shown=all_shown)

    def lies_about(self, folder: Path) -> list[str]:
        """Return what was shown as saved and does not stand in a folder's files just now."""
        files = [path for path in folder.glob("*.toml") if ".conflict-" not in path.name]
        kept = [path.read_text(encoding="utf-8") for path in files]
        sheets = [tomllib.loads(text).get("answers", {}) for text in kept]
        numbers = {
            question: {_plain(sheet.get(question, {}).get("value")) for sheet in sheets}
            for question in self.numbers
        }
        missing = self._missing("\n".join(kept), numbers, all_shown=False)
        return [f"called saved, and {fault}" for fault in missing]

    def _missing(self, kept: str, found: dict[str, set[str]], *, all_shown: bool) -> list[str]:
        """Return what is in neither the texts nor the numbers that were found."""
        wanted = self.shown if all_shown else self.promised
        faults = [f"lost: {mark}" for mark in sorted(wanted) if mark not in kept]
        numbers = self.shown_numbers if all_shown else self.promised_numbers
        for question, number in numbers.items():
            after = self.numbers[question][self.numbers[question].index(number) + 1 :]
            valid = {number} | {late[:end] for late in after for end in range(4)}
            if not found[question] & valid:
                faults.append(f"lost: {number} at {question}, found {sorted(found[question])}")
        return faults


def _plain(value: object) -> str:
    return "" if value is None else str(value)
