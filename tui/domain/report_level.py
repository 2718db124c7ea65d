"""How much a report tells; apart from the report, so that the command line loads no rules."""

from enum import StrEnum


class ReportLevel(StrEnum):
    """How much a report tells."""

    OWN = "own"
    """All that one party knows: with its own private notes."""
    SHARED = "shared"
    """What both may read: no private value, no private note."""
    MINUTES = "minutes"
    """The agenda and what was decided; no answers."""
