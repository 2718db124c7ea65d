"""What can be wrong with a call. `tui.cli.misuse_message` puts it into words."""

from argparse import Action


class Misused(Exception):
    """The words of a call do not fit; one of the kinds below says how."""

    def __init__(self, command: str, word: str) -> None:
        super().__init__(command, word)
        self.command = command
        """The command that was asked for."""
        self.word = word
        """The word that does not fit, as it was written."""


class UnknownCommand(Misused):
    """The first word names no command."""


class UnknownOption(Misused):
    """There is no such option."""

    def __init__(self, command: str, word: str, later: str) -> None:
        super().__init__(command, word)
        self.later = later
        """The command that is named behind it, if there is one."""


class NeedlessValue(Misused):
    """An option that takes no value was given one."""


class TooMany(Misused):
    """A word more than the command takes."""


class _MisusedArgument(Misused):
    """An option or a place was not used as it is declared."""

    def __init__(self, command: str, word: str, argument: Action) -> None:
        super().__init__(command, word)
        self.argument = argument


class WrongChoice(_MisusedArgument):
    """It takes one of a few words, and this is none of them."""


class NoValue(_MisusedArgument):
    """An option that takes a value stands without one."""


class Missing(_MisusedArgument):
    """A word that must be there is not."""

    def __init__(self, command: str, argument: Action, number: int) -> None:
        super().__init__(command, "", argument)
        self.number = number
        """Which of the words of its kind: 1 for the first."""
