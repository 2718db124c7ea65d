"""Texts in Markdown that stay texts, whatever they hold."""

import re

_MARKS = re.compile(r"[\\`*\[\]|~$]|_(?![^\W_])|(?<![^\W_])_")
"""What marks something up wherever it stands; not the `_` between two letters, as in a name."""
_TAG = re.compile(r"<(?=[A-Za-z/!?]|[^\s<>]*@)")
"""What begins a tag, a comment or an address; not the `<` of `<5%`."""
_ENTITY = re.compile(r"&(?=#?\w+;)")
_START = re.compile(r"^(?:(?=[#>])|(?=[-+](?:[-+\s]|$))|(\d+)(?=[.)](?:\s|$)))")
"""What begins a heading, a quotation, a line, or a list."""


def escaped(text: str) -> str:
    r"""Return one line of text as Markdown that shows exactly this text.

    No more is escaped than must be, for where nobody renders Markdown people read it as it is.

    >>> print(escaped("[x](javascript:1) <script> a|b 3~5 **c**"))
    \[x\](javascript:1) &lt;script> a\|b 3\~5 \*\*c\*\*
    >>> print(escaped("# a_b <5% R&D"), escaped("1. &lt;"), escaped("- _x_"), sep="\n")
    \# a_b <5% R&D
    1\. &amp;lt;
    \- \_x\_
    """
    inert = _TAG.sub("&lt;", _ENTITY.sub("&amp;", _MARKS.sub(r"\\\g<0>", text)))
    return _START.sub(r"\1\\", inert, count=1)
