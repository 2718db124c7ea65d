"""What is raised where two sheets cannot be laid side by side."""

from tui.domain.message import Message


class Unpaired(ValueError):
    """Two sheets that cannot be laid side by side; `message` says why."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.message = Message(key, values)
