"""A screen at a table of two: who looks at it, and what is covered until one party looks alone."""

from collections.abc import Callable
from functools import partial

from tui.commands import COMMANDS
from tui.domain.progress import Progress
from tui.domain.reveal import Part, Reveal, is_for_one, looks_alone, may_draw, still_alone
from tui.domain.route import Route
from tui.screens.answer_commands import AnsweringScreen
from tui.screens.base import Result

_ANSWERING = {command.id for command in COMMANDS if command.is_chip} | {"contract", "write"}
"""The commands that say something to the question at hand."""
_WRITING = {"note", "private_note"}
"""Those of them that only open a dialog, and can wait for a cover."""


class TableScreen(AnsweringScreen[Result]):
    """A screen on which one party types while both look, or that one alone."""

    alone_with: str | None = None
    """The id of the party that looks at the screen alone; None if both look."""
    _looker: tuple[str, str | None] | None = None
    """The party that was last at the keyboard, and whether it looked alone."""

    def cover(self, then: Callable[[], None] | None = None) -> None:
        """Blank the screen until the party at the keyboard says that nobody else looks.

        Args:
            then: What is done after that.
        """
        raise NotImplementedError

    def clear(self) -> None:
        """Forget what the widgets hold and not everybody may see."""
        raise NotImplementedError

    @property
    def is_veiled(self) -> bool:
        """Whether the answer of the party at the keyboard may not be drawn before a cover."""
        session = self.document.session
        return not may_draw(Part.ANSWER, self.party, self.question, session, self.alone_with)

    @property
    def is_for_one_party(self) -> bool:
        """Whether the party at the keyboard looks at it alone."""
        return looks_alone(self.party, self.document.session, self.alone_with)

    def look_alone(self, then: Callable[[], None]) -> None:
        """Go on as soon as nobody but the party at the keyboard looks."""
        if looks_alone(self.party, self.document.session, self.alone_with):
            then()
        else:
            self.cover(then)

    def do_uncover(self) -> None:
        """Show the answer of the party at the keyboard, once nobody else looks."""
        self.look_alone(self.refresh_view)

    def do_blank(self) -> None:
        """Cover the screen at once; what is for one party alone stays covered for the others."""
        if self.alone_with is not None:
            self.cover()
        else:
            super().do_blank()

    def action_command(self, command: str) -> None:
        """Carry out a command; one that answers waits until the answer is uncovered."""
        if self.is_veiled and command in _WRITING:
            self.look_alone(partial(super().action_command, command))
        else:
            is_blind = self.is_veiled and command in _ANSWERING
            super().action_command("uncover" if is_blind else command)

    def note_who_looks(self) -> None:
        """Cover again what was for one party alone, once that has been left."""
        before = self.alone_with
        self.alone_with = still_alone(before, self.party, self.question, self.document.session)
        if before != self.alone_with:
            self.clear()
        self.duiqi.read_in(self._reader)
        if (looker := (self.party, self.alone_with)) != self._looker:
            self._looker = looker
            self.duiqi.forget_copied()

    @property
    def _reader(self) -> str | None:
        """The language of the party whose turn it is; None where both read the screen."""
        session = self.document.session
        is_turn = session.reveal is not Reveal.LIVE and is_for_one(self.question, session)
        is_alone = looks_alone(self.party, session, self.alone_with)
        return session.sheet(self.party).party.language if is_alone or is_turn else None

    @property
    def told_route(self) -> Route:
        """The way through the session, with no more of it than those who look may know."""
        session = self.document.session
        is_alone = looks_alone(self.party, session, self.alone_with)
        return Route(session if is_alone else session.as_revealed, self.party)

    def told_progress(self, area: str | None = None) -> Progress:
        """Return how far those at the keyboard are, in one area or in all, as both may know it.

        How many answers a party has given is no secret; which questions led to more of them is.
        """
        route, session = self.told_route, self.document.session
        if route.session is session:
            return route.progress(area)
        asked = route.questions if area is None else route.in_area(area)
        met = sum(session.is_met_by(route.respondents, question) for question in asked)
        return Progress(met, len(asked))
