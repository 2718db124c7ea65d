"""The kinds of file that have a format of their own; named without loading what reads them."""

KINDS = (
    "questionnaire",
    "sheet",
    "session",
    "minutes",
    "report",
    "self-assessment",
    "settings",
)
