"""The covers: a screen before what is for one party alone. It holds a name and nothing else."""

from typing import ClassVar

from textual.binding import BindingType

from tui.commands import Command, Place
from tui.domain.message import Message
from tui.domain.session import Session
from tui.presenters.columns import SIDES
from tui.presenters.covers import cover_message
from tui.screens.base import bindings_at
from tui.screens.gate import GateScreen


class HandoverScreen(GateScreen):
    """Asks for the laptop to be handed over, or for the others to look away.

    Args:
        session: The session.
        party: The id of the party that may look.
        is_handed_over: Whether the laptop goes to that party; else the others only look away.
    """

    place = Place.HANDOVER
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.HANDOVER)

    def __init__(self, session: Session, party: str, *, is_handed_over: bool) -> None:
        super().__init__()
        self._session = session
        self._party = party
        self._key = "handover.message" if is_handed_over else "handover.cover"

        side = SIDES[session.questionnaire.party_ids.index(party)]
        self.add_class(f"-{side}")

    @property
    def message(self) -> tuple[str, ...]:
        """Who may look, told to both."""
        return cover_message(self._session, self._party, self._key, self.phrases)


class BlankScreen(GateScreen):
    """Covers the screen below, whoever looks at that."""

    place = Place.HANDOVER
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.HANDOVER)

    hint = "handover.only_key"

    @property
    def message(self) -> tuple[str, ...]:
        """That the screen is covered."""
        return (self.phrases("handover.blank"),)

    @property
    def hints(self) -> tuple[Command, ...]:
        """All but Escape, which uncovers nothing here."""
        return tuple(command for command in super().hints if command.id != "leave")

    def do_leave(self) -> None:
        """Stay: what is below may be for one party alone, and Escape is soon pressed."""
        self.tell(Message(self.hint))
