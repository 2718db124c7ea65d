"""The moment before answers meet: it waits until everybody is there."""

from typing import ClassVar

from textual.binding import BindingType

from tui.commands import Place
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.presenters.covers import told_to_both
from tui.screens.base import bindings_at
from tui.screens.gate import GateScreen


class RevealScreen(GateScreen):
    """Calls everyone; nothing is revealed before its key, and Escape reveals nothing.

    Args:
        session: The session, in which the answers have not met yet.
        area: The id of the area that is about to be revealed.
    """

    place = Place.REVEAL
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.REVEAL)
    hint = "handover.reveal_key"

    def __init__(self, session: Session, area: str) -> None:
        super().__init__()
        self._session = session
        self._area = area

    @property
    def message(self) -> tuple[str, ...]:
        """That both are in, told to both."""
        session = self._session
        title = session.questionnaire.area(self._area).title
        known = {sheet.party.language: sheet.party.id for sheet in session.sheets}
        first = known.get(self.phrases.language, session.questionnaire.party_ids[0])
        key = "handover.reveal_all" if session.reveal is Reveal.END else "handover.reveal"
        return told_to_both(
            session,
            first,
            self.phrases,
            lambda say: say(key, area=title[say.language]),
        )

    @property
    def label(self) -> str:
        """What the key does."""
        return self.phrases("handover.show")
