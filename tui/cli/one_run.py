"""A command that ends with its process, and need not tidy up behind itself."""

import gc
from argparse import Namespace
from collections.abc import Callable
from functools import wraps

from tui.i18n import Phrases

Run = Callable[[Namespace, Phrases], int]


def without_tidying(run: Run) -> Run:
    """Return a command that never looks for garbage, nor does the process when it ends.

    That would take a sixth of its time, and what it found would be gone a moment later anyway.
    It is for commands that read a file or two, not for those that read any number.
    """

    @wraps(run)
    def quickly(options: Namespace, say: Phrases) -> int:
        gc.disable()
        try:
            return run(options, say)
        finally:
            gc.freeze()
            gc.enable()

    return quickly
