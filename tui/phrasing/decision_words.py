"""A decision in words."""

from tui.domain.carried import Carried
from tui.domain.decision_state import DecisionState
from tui.domain.report import ReportedDecision
from tui.i18n import Phrases


def state_word(said: Carried | ReportedDecision, say: Phrases) -> str:
    """Return what came of a decision, in a word."""
    if said.is_parked and said.state is DecisionState.OPEN:
        return say("minutes.parked")
    return say(f"decisions.{said.state}")
