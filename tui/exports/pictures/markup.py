"""Elements of HTML and SVG: text becomes markup in one place, which escapes it."""

from markupsafe import Markup, escape

from tui.text.cleaning import clean

__all__ = ["Markup", "element", "together"]

_SHAPES = frozenset({"circle", "line", "path", "rect"})
"""Elements of SVG that contain nothing."""


def element(name: str, *inside: str, **attributes: object) -> Markup:
    """Return an element, written so that it is well formed both as HTML and as XML.

    Args:
        name: What kind of element it is.
        inside: What it contains; what is no `Markup` is text, and is escaped.
        attributes: By name, with `_` for `-`, and `class_` for `class`; None leaves one out.
    """
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(clean(str(value)))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _SHAPES:
        return Markup(f"<{name}{told}/>")  # noqa: S704 - all of it escaped
    return Markup(f"<{name}{told}>{together(*inside)}</{name}>")  # noqa: S704 - all of it escaped


def together(*parts: str) -> Markup:
    """Return markup and text one behind the other, as markup."""
    return Markup("").join(part if isinstance(part, Markup) else clean(part) for part in parts)
