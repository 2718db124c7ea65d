"""What a file will hold, in a line, before it is written."""

from tui.exports.document import Document, Part
from tui.exports.formats import Format
from tui.i18n import Phrases


def preview(document: Document, to: Format, say: Phrases) -> str:
    """Return what a document comes to in a format: for what it is good, and how much is in it."""
    decisions = [item.decision for item in document.items() if item.decision is not None]
    days = sum(decision.due is not None and decision.is_open for decision in decisions)
    return say(
        f"export.of_{to}",
        decided=sum(1 for _ in document.items(Part.DECIDED)),
        open=sum(1 for _ in document.items(Part.TO_SETTLE, Part.PARKED, Part.UNSETTLED)),
        rows=sum(bool(item.id) for item in document.items()),
        areas=len(document.areas),
        days=days + (document.next_date is not None),
    )
