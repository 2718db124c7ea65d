"""A tier of the agenda in words."""

from tui.domain.agenda import Tier
from tui.i18n import Phrases


def tier_words(tier: Tier, say: Phrases) -> str:
    """Return what the items of a tier have in common."""
    return say(f"tier.{tier.name.lower()}")


def timed_tier(tier: Tier, minutes: int, say: Phrases) -> str:
    """Return the same, and how many minutes each item of it is given."""
    return say("tier.timed", tier=tier_words(tier, say), minutes=minutes)
