"""Send what is no key to the real program, on each of its screens, and look at the session.

    python -m tests.keyboard --count 20000
    python -m tests.keyboard --places choice --count 100 --each   # tell which one it is

A batch of a screen is drawn by the seed, the screen and its number, so it can be sent once more.
"""

import argparse
import sys
import time
from random import Random

from tests.keyboard.attack import Attack, LateError
from tests.keyboard.noise import Piece, noise
from tests.keyboard.screens import PLACES

_BATCH = 100


def main() -> int:
    """Attack, print what failed, and return 1 if anything did."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--count", type=int, default=20_000, help="sequences in all (20,000)")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--places", nargs="+", choices=PLACES, default=[*PLACES])
    options.add_argument("--each", action="store_true", help="look after each sequence")
    call = options.parse_args()
    batch = 1 if call.each else _BATCH
    batches = -(-call.count // (batch * len(call.places)))
    failed = 0
    for place in call.places:
        begun = time.monotonic()
        drawn = (noise(Random(f"{call.seed} {place} {n}"), batch) for n in range(batches))
        try:
            wrong = _attack(place, list(drawn), shown=call.each)
        except AssertionError as fault:
            wrong = batches
            print(f"FAULT {place} cannot be come to: {fault}")
        failed += wrong
        of_place = f"{place}: {batches * batch} sequences, {wrong} of {batches} batches failed"
        print(f"{of_place}, {time.monotonic() - begun:.0f} s")
        sys.stdout.flush()
    print(f"{batches * batch * len(call.places)} sequences, {failed} batches failed")
    return int(failed > 0)


def _attack(place: str, batches: list[list[Piece]], *, shown: bool) -> int:
    """Attack a screen, and return how many batches failed.

    Args:
        place: The name of the screen.
        batches: What is sent before each look.
        shown: Whether to show what was sent when something failed.

    Raises:
        AssertionError: The screen cannot be come to.
    """
    attacked, wrong = Attack(place), 0
    for number, pieces in enumerate(batches):
        is_last = number == len(batches) - 1
        while (fault := _fault(attacked, pieces, is_last)) is None:
            print(f"{place}, batch {number}: sent again, as the machine was too busy")
            attacked = attacked.anew()
        if fault:
            wrong += 1
            print(f"FAULT {place}, batch {number}: {pieces if shown else ''}{fault}")
            attacked = attacked.anew()
    attacked.close()
    return wrong


def _fault(attacked: Attack, pieces: list[Piece], is_last: bool) -> str | None:
    """Send a batch; return what is wrong then, if anything; None where that cannot be told."""
    try:
        attacked.send(pieces)
        attacked.check()
        if is_last:
            if not attacked.place.takes_text:
                attacked.paste(ended=False)
                attacked.check()
            attacked.end()
    except LateError:
        return None
    except AssertionError as fault:
        return str(fault)
    return ""


if __name__ == "__main__":
    sys.exit(main())
