"""Where a file has been mended by guess, so that what follows from a mistake is not told too."""

from dataclasses import dataclass, field

from tui.diagnostics.span import KeyPath


@dataclass(slots=True)
class Damage:
    """The places of a file whose shape was wrong and has been told."""

    places: set[KeyPath] = field(default_factory=set)
    """Paths that hold a stopgap now."""
    moved: dict[KeyPath, KeyPath] = field(default_factory=dict)
    """The path that a misspelt key should have, to the one that it has in the file."""
    lost: set[str] = field(default_factory=set)
    """The ids of questions of which nothing is known."""

    def covers(self, path: KeyPath) -> bool:
        """Return whether the value at `path` is a stopgap or stands in one."""
        if not self.places:
            return False
        return any(path[:length] in self.places for length in range(1, len(path) + 1))

    def touches(self, path: KeyPath) -> bool:
        """Return whether the value at `path` is a stopgap, stands in one or holds one."""
        return self.covers(path) or any(place[: len(path)] == path for place in self.places)

    def in_file(self, path: KeyPath) -> KeyPath:
        """Return the path under which the file has what `path` means."""
        for length in range(len(path), 0, -1) if self.moved else ():
            if path[:length] in self.moved:
                return self.in_file(self.moved[path[:length]]) + path[length:]
        return path
