"""How many rounds of each kind held, and which did not."""

from collections import defaultdict

from tests.crash.rounds import Result


class Tally:
    """Counts results by what was done."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str], int] = defaultdict(int)
        self._failed: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._skipped: dict[tuple[str, str], int] = defaultdict(int)

    @property
    def failed(self) -> bool:
        """Whether anything did not hold."""
        return bool(self._failed)

    def add(self, seed: int, name: str, result: Result) -> None:
        """Count a round."""
        kind = name, result.what or result.skipped
        if result.skipped:
            self._skipped[kind] += 1
        elif result.faults:
            self._failed[kind].append(seed)
        else:
            self._held[kind] += 1

    def table(self) -> str:
        """Return a row for each kind, with the seeds that did not hold, and the sum."""
        lines = [f"{'kind':<16}{'what':<34}{'held':>6}{'failed':>8}{'skipped':>9}  seeds"]
        kinds = sorted({*self._held, *self._failed, *self._skipped})
        for kind in kinds:
            name, what = kind
            failed = self._failed.get(kind, [])
            counts = f"{self._held.get(kind, 0):>6}{len(failed):>8}{self._skipped.get(kind, 0):>9}"
            lines.append(f"{name:<16}{what:<34}{counts}  {' '.join(map(str, failed))}".rstrip())
        held, skipped = sum(self._held.values()), sum(self._skipped.values())
        failed_at_all = sum(map(len, self._failed.values()))
        return "\n".join([*lines, f"{'':<50}{held:>6}{failed_at_all:>8}{skipped:>9}"])
