"""Language tags such as `zh-CN` (BCP 47): language, perhaps script, perhaps region."""

import re

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
_SCRIPT = 4
"""Letters of the name of a script."""


def is_tag(tag: str) -> bool:
    """Return whether `tag` is a language tag: language, perhaps script, perhaps region (BCP 47)."""
    return _TAG.fullmatch(tag) is not None


def usual_tag(tag: str) -> str:
    """Return a language tag with the separators and letters that are usual.

    >>> usual_tag("ZH_cn"), usual_tag("zh-hant-tw")
    ('zh-CN', 'zh-Hant-TW')
    """
    language, *rest = re.split("[-_]", tag)
    parts = (part.title() if len(part) == _SCRIPT else part.upper() for part in rest)
    return "-".join((language.lower(), *parts))
