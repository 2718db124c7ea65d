"""What stands in the way of a session."""

from tui.domain.message import Message


class CannotOpen(Exception):
    """Raised if a session cannot be opened or started; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message
