"""The covers: a screen before what is for one party alone, which tells nothing of its answers."""

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import BindingType

from tui.commands import Place
from tui.domain.message import Message
from tui.domain.outlook import Outlook
from tui.domain.session import Session
from tui.presenters.columns import SIDES
from tui.presenters.covers import Block, centred, handover_blocks, other_blocks, text_rows
from tui.screens.base import bindings_at
from tui.screens.gate import GateScreen
from tui.widgets.lines import Line


class HandoverScreen(GateScreen):
    """Asks for the laptop to be handed over, or for the others to look away.

    Args:
        session: The session.
        party: The id of the party that may look.
        ahead: The area with which it goes on, where the laptop goes to that party; None where the
            others only look away.
    """

    place = Place.HANDOVER
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.HANDOVER)

    def __init__(self, session: Session, party: str, ahead: Outlook | None) -> None:
        super().__init__()
        self._session = session
        self._party = party
        self._ahead = ahead

        side = SIDES[session.questionnaire.party_ids.index(party)]
        self._side = side
        self.add_class(f"-{side}")

    def page(self, width: int) -> Iterator[Block]:
        """Yield whose turn it is, and what lies ahead."""
        yield from handover_blocks(self._session, self._party, self._ahead, self.appearance, width)

    def foot(self, width: int) -> Iterator[Block]:
        """Yield the key, then the same in the other party's language."""
        appearance = self.appearance
        yield Block(text_rows(self.phrases(self.hint), width, appearance.plain))
        others = list(other_blocks(self._session, self._party, self._ahead, appearance, width))
        if others:
            rule = Line().add(appearance.marks.track * width, appearance.foreground(self._side))
            yield Block([Line().row(), rule.row()], 7)
            yield from others


class BlankScreen(GateScreen):
    """Covers the screen below, whoever looks at that."""

    place = Place.HANDOVER
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.HANDOVER)

    hint = "handover.only_key"

    def page(self, width: int) -> Iterator[Block]:
        """Yield that the screen is covered."""
        yield Block(centred(self.phrases("handover.blank"), width, self.appearance.strong))

    def foot(self, width: int) -> Iterator[Block]:
        """Yield the key."""
        yield Block(centred(self.phrases(self.hint), width, self.appearance.plain))

    @property
    def refused(self) -> frozenset[str]:
        """Escape, which uncovers nothing here."""
        return frozenset({"leave"})

    def do_leave(self) -> None:
        """Stay: what is below may be for one party alone, and Escape is soon pressed."""
        self.tell(Message(self.hint))
