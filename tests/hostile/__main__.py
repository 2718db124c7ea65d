"""`python -m tests.hostile`: every hostile file against the command line and the app.

Takes some minutes; `--every N` plays every Nth scene only, and `-v` names each. What the app costs
is told beyond what it costs with good files; what the command line costs, as a whole.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from tests.hostile.scenes import harmless, sample
from tests.hostile.trial import APP, MOST_MEMORY, MOST_SECONDS, Cost, play


def run(arguments: Sequence[str] | None = None) -> int:
    """Play the scenes, report what was wrong and what it cost, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    parser.add_argument("--every", type=int, default=3, help="play every Nth scene (3)")
    parser.add_argument("--damaged", type=int, default=20, help="files of each kind at random (20)")
    parser.add_argument("--only", default="", help="play scenes with this in their name")
    parser.add_argument("--no-app", action="store_true", help="leave out the app")
    parser.add_argument("-v", action="store_true", help="name each scene")
    options = parser.parse_args(arguments)
    os.environ |= {"TEXTUAL_ANIMATIONS": "none", "LANG": "C.UTF-8"}
    usual = {scene.kind.name: play(scene, in_app=not options.no_app) for scene in harmless()}
    played, costs = [*usual.values()], list[tuple[Cost, str]]()
    for scene in sample(1 if options.only else options.every, options.damaged):
        if options.only not in scene.name:
            continue
        outcome = play(scene, in_app=not options.no_app)
        played.append(outcome)
        for part, cost in outcome.costs.items():
            due = usual[scene.kind.name].costs[APP] if part == APP else _NOTHING
            more = Cost(cost.seconds - due.seconds, cost.memory - due.memory)
            costs.append((more, f"{scene.name!a} ({part})"))
        if options.v:
            print(ascii(scene.name))
        for fault in outcome.faults:
            print(f"FAULT {outcome.name!a}: {fault}", flush=True)
    wrong = sum(bool(each.faults) for each in played)
    print(f"{len(played)} scenes, {wrong} with faults")
    return int(_is_too_much(costs) or wrong > 0)


_NOTHING = Cost(0, 0)


def _is_too_much(costs: list[tuple[Cost, str]]) -> bool:
    """Print what was costliest, and return whether anything cost too much."""
    is_too_much = False
    for unit, limit, number in (("s", MOST_SECONDS, 0), ("MB", MOST_MEMORY, 1)):
        dearest = sorted(((cost[number], name) for cost, name in costs), reverse=True)
        beyond = [each for each in dearest if each[0] > limit]
        is_too_much = is_too_much or bool(beyond)
        if dearest:
            median = dearest[len(dearest) // 2][0]
            print(f"median {median:.2f} {unit}, {len(beyond)} beyond {limit} {unit}; the most:")
        for amount, name in dearest[: max(5, len(beyond))]:
            print(f"  {amount:6.2f} {unit} {name}")
    return is_too_much


if __name__ == "__main__":
    sys.exit(run())
