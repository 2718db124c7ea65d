"""A decision in words."""

from tui.domain.carried import Carried
from tui.domain.decision_state import DecisionState
from tui.domain.report import ReportedDecision
from tui.i18n import Phrases
from tui.text.cleaning import one_line
from tui.text.dates import brief_day


def last_time(said: Carried, say: Phrases) -> str:
    """Return what an earlier meeting said on a matter, and what has come of it, in one line."""
    words = "" if said.words is None else said.words[say.language]
    day = brief_day(said.due, say.language, said.day.year) if said.due is not None else ""
    told = (state_word(said, say), words, said.decision, said.owner, day)
    return " · ".join(filter(None, map(one_line, told)))


def state_word(said: Carried | ReportedDecision, say: Phrases) -> str:
    """Return what came of a decision, in a word."""
    if said.is_parked and said.state is DecisionState.OPEN:
        return say("minutes.parked")
    return say(f"decisions.{said.state}")
