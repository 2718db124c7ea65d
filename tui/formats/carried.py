"""What the last meeting left open, as minutes and reports hold it."""

from datetime import date

from tui.domain.carried import Carried
from tui.domain.decision_state import DecisionState
from tui.formats.table import OptionalWords, Table, Text, Word, Words


class CarriedTable(Table):
    """A decision of the last meeting that was still open."""

    day: date
    parked: bool = False
    state: Word[DecisionState] = DecisionState.OPEN
    decision: Text = ""
    owner: Text = ""
    due: date | None = None
    text: Words
    name: OptionalWords
    words: Words | None = None
    clause: OptionalWords

    @classmethod
    def of(cls, carried: Carried) -> "CarriedTable":
        """Return the table of what was carried over; what it does not say is left out."""
        state = None if carried.state is DecisionState.OPEN else carried.state
        return cls.from_record(carried, parked=carried.is_parked or None, state=state)

    def to_domain(self) -> Carried:
        """Return what was carried over."""
        return self.to_record(Carried, is_parked=self.parked)
