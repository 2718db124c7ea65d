"""Language tags such as `zh-CN` (BCP 47): a language, optionally a script and a region."""

import re

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
_SCRIPT = 4
"""Letters in the code of a script, such as `Hant` (ISO 15924)."""


def is_tag(tag: str) -> bool:
    """Return whether `tag` is a language tag in the usual spelling."""
    return _TAG.fullmatch(tag) is not None


def normalize_tag(tag: str) -> str:
    """Return a language tag with the usual separators and upper and lower case (BCP 47, 2.1.1).

    >>> normalize_tag("ZH_cn"), normalize_tag("zh-hant-tw")
    ('zh-CN', 'zh-Hant-TW')
    """
    language, *rest = re.split("[-_]", tag)
    parts = (part.title() if len(part) == _SCRIPT else part.upper() for part in rest)
    return "-".join((language.lower(), *parts))
