"""What the program's exit tells a shell; the help says the same in words."""

from typing import Final

GOOD: Final = 0
"""Done."""
PROBLEMS: Final = 1
"""Something is wrong with the input, or with the place where the program runs."""
USAGE: Final = 2
"""The call itself was not understood."""
INTERRUPTED: Final = 130
"""Ctrl+C: 128 + SIGINT."""
