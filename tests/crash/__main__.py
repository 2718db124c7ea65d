"""Attack the real program in a real terminal, at random, and count what held.

    python -m tests.crash --rounds 500
    python -m tests.crash --rounds 1 --seed 17 --kinds failing   # one round once more

Round N of a seed S is the first round of the seed S + N.
"""

import argparse
import sys
import time

from tests.crash.attacks import ATTACKS, GROUPS, play
from tests.crash.tally import Tally


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--rounds", type=int, default=20)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--kinds", nargs="+", choices=[*GROUPS, *ATTACKS], default=[*GROUPS])
    call = options.parse_args()
    tally = Tally()
    for seed in range(call.seed, call.seed + call.rounds):
        begun = time.monotonic()
        name, result = play(seed, call.kinds)
        tally.add(seed, name, result)
        outcome = "; ".join(result.faults) or "held"
        told = f"skipped, {result.skipped}" if result.skipped else f"{result.what}: {outcome}"
        print(f"{seed} {name}: {told} ({time.monotonic() - begun:.0f} s)")
        sys.stdout.flush()
    print(tally.table())
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
