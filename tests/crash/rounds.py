"""What a round of attacks came to."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Result:
    """The outcome of one round."""

    what: str
    """What was done, as the table tells it."""
    faults: list[str] = field(default_factory=list)
    """What went wrong; empty where all held."""
    skipped: str = ""
    """Why it could not be tried here."""
