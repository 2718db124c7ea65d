"""All kinds of attack, by name, and one round of one of them."""

import tempfile
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from tests.crash import strace
from tests.crash.creation import created, creation_failed
from tests.crash.failing_calls import failed_for_good, failed_in_a_row, failed_once
from tests.crash.folder_gone import gone
from tests.crash.full_disk import begun_on_full, filled
from tests.crash.kills import killed, killed_at_places, killed_in_a_row, killed_in_save
from tests.crash.rounds import Result
from tests.crash.slow_disk import hung, slow

Attack = Callable[[Random, Path], Result]
ATTACKS: dict[str, Attack] = {
    "kill": killed,
    "kills-in-a-row": killed_in_a_row,
    "kills-at-places": killed_at_places,
    "kill-in-save": killed_in_save,
    "fails-in-a-row": failed_in_a_row,
    "fail-once": failed_once,
    "fail-for-good": failed_for_good,
    "slow": slow,
    "hung": hung,
    "full": filled,
    "new-on-full": begun_on_full,
    "creation": created,
    "creation-fails": creation_failed,
    "gone": gone,
}
GROUPS = {
    "kills": ("kill", "kill", "kills-in-a-row", "kills-at-places", "kill-in-save"),
    "failing": ("fails-in-a-row", "fail-once", "fail-for-good", "fail-for-good"),
    "slow-disk": ("slow", "slow", "hung"),
    "full-disk": ("full", "new-on-full"),
    "interrupted": ("creation", "creation-fails"),
    "folder": ("gone",),
}
"""Attacks by what they are about, the more telling ones more often."""
_NEED_STRACE = {
    "kill-in-save",
    "fails-in-a-row",
    "fail-once",
    "fail-for-good",
    "slow",
    "hung",
    "creation-fails",
}


def play(seed: int, kinds: Sequence[str]) -> tuple[str, Result]:
    """Play one round: return the name of the attack and what came of it."""
    random = Random(seed)
    kind = random.choice(kinds)
    name = random.choice(GROUPS[kind]) if kind in GROUPS else kind
    if name in _NEED_STRACE and (reason := strace.why_not()):
        return name, Result("", skipped=reason)
    with tempfile.TemporaryDirectory(prefix="duiqi-crash-", ignore_cleanup_errors=True) as home:
        try:
            return name, ATTACKS[name](Random(f"{name} {seed}"), Path(home))
        except (AssertionError, OSError) as lost:  # the screen, or the program, went elsewhere
            lines = traceback.format_exception(lost)
            return name, Result("lost its way", ["".join(lines)])
