"""Keys that may not stand where they stand, and what may stand there instead."""

from collections.abc import Sequence

from tui.diagnostics.problem import Problem, error, message
from tui.diagnostics.span import KeyPath
from tui.diagnostics.suggestions import Names
from tui.domain.message import Message

_BESIDE_OPERATORS = {"q", "who", "choice", "by"}
"""The keys of a test that are no operators."""


def unknown_key(
    path: KeyPath, known: Sequence[str], kind: object = None, owners: Sequence[str] = ()
) -> Problem:
    """Tell that the key at `path` is none of the `known` ones.

    `kind` is the type of the question that has it, `owners` are the types that may have it.
    """
    name = str(path[-1])
    if owners:
        owned = message("key_of_types", types=", ".join(owners))
        return error(path, "key_of_other_type", at="key", key=name, type=kind, help=owned)
    if "q" in known and Names(known).nearest(name) not in _BESIDE_OPERATORS:
        operators = [key for key in known if key not in _BESIDE_OPERATORS]
        meant = _mend(name, known, operators)
        return error(path, "unknown_operator", at="key", operator=name, help=meant)
    return error(path, "unknown_key", at="key", key=name, help=_mend(name, known, known))


def _mend(name: str, known: Sequence[str], offered: Sequence[str]) -> Message | None:
    """Return the known key that was meant, else those to offer where they are few."""
    if (meant := Names(known).nearest(name)) is not None:
        return message("did_you_mean", name=meant)
    return Names(offered).mend(name)
