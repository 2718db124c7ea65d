"""How much a report tells; a module of its own, as the command line needs nothing else."""

from enum import StrEnum


class ReportLevel(StrEnum):
    """How much a report tells."""

    OWN = "own"
    """For one party: what both may read, and the party's own private notes."""
    SHARED = "shared"
    """For both parties: without private values and private notes."""
    MINUTES = "minutes"
    """The agenda and the decisions, without answers."""
