"""What the values of a questionnaire file are once they have been read."""

from tui.formats.questionnaire.shapes.forms import NEUTRAL

__all__ = ["NEUTRAL", "Labels", "Words"]

Words = dict[str, str]
"""A text by language tag; a plain text has the tag `NEUTRAL`."""
Labels = dict[str, Words]
"""Choice id to label."""
