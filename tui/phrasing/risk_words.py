"""A risk in words: for whom it is, how much it weighs, and on what the rule rests."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.domain.localized_text import LocalizedText
from tui.domain.report import ReportedRisk
from tui.i18n import Phrases

if TYPE_CHECKING:  # reports of one party are rarer than those of two
    from tui.domain.solo_report import OwnRisk


def risk_title(risk: ReportedRisk, roles: Mapping[str, LocalizedText], say: Phrases) -> str:
    """Return what stands above a risk.

    Args:
        risk: The risk.
        roles: Party id to what the questionnaire calls the party.
        say: The language to tell it in.
    """
    if len(risk.parties) > 1:
        whose = say("page.risk_agreed")
    else:
        whose = say("page.risk_of", party=roles[risk.parties[0]][say.language])
    return f"{whose} · {risk_weight(risk, say)}"


def risk_weight(risk: "ReportedRisk | OwnRisk", say: Phrases) -> str:
    """Return how much a risk weighs, and on what its rule rests."""
    source = say("page.in_brackets", text=say(f"source.{risk.source}")) if risk.source else ""
    return f"{say(f'level.{risk.level}')}{source}"
