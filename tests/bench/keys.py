"""Time from a key to the first and to the last byte of the paint that answers it.

Two programs run at once and get a key in turn: ours, and a bare app with one OptionList of 60 rows.
Keys that nothing answers are counted, not timed. `--before` are keys that lead to the screen to be
measured; `--keys` is gone through again and again.

    .venv/bin/python -m tests.bench.keys --ready "对齐" --before enter --keys down up --count 200
"""

import sys
import time

from tests.bench.subject import SIXTY, Terminal, finish_painting, measured, parser, quantile

PATIENCE = 1.0
"""Seconds after which a key counts as unanswered."""

Timing = tuple[float, float]


def main() -> int:
    """Measure and print."""
    options = parser(__doc__)
    options.add_argument("--before", nargs="*", default=[])
    options.add_argument("--keys", nargs="+", default=["down", "up"])
    options.add_argument("--count", type=int, default=200)
    chosen = options.parse_args()
    ours, theirs = measured(chosen).start(), SIXTY.start()
    try:
        finish_painting(theirs)
        for key in chosen.before:
            finish_painting(ours)
            ours.send(key)
        finish_painting(ours)
        timings: tuple[list[Timing | None], list[Timing | None]] = ([], [])
        for number in range(chosen.count):
            timings[0].append(answer(ours, chosen.keys[number % len(chosen.keys)]))
            timings[1].append(answer(theirs, "down"))
    finally:
        ours.close()
        theirs.close()
    report("duiqi", timings[0])
    report(SIXTY.name, timings[1])
    return 0


def answer(terminal: Terminal, key: str) -> Timing | None:
    """Press a key; give the seconds to the first and to the last output, or None for none."""
    pressed = time.monotonic()
    terminal.send(key)
    if not terminal.read_once(PATIENCE):
        return None
    first = terminal.read_at
    return first - pressed, finish_painting(terminal) - pressed


def report(name: str, timings: list[Timing | None]) -> None:
    """Print the quantiles."""
    answered = [timing for timing in timings if timing is not None]
    for place, what in enumerate(("first", "last")):
        times = [timing[place] for timing in answered]
        if times:
            shares = (f"p{100 * q:.0f} {1000 * quantile(times, q):5.1f}" for q in (0.5, 0.95, 0.99))
            print(f"{name:8} key to {what:5} paint: {'   '.join(shares)} ms   n {len(times)}")
    if len(answered) < len(timings):
        print(f"{name:8} {len(timings) - len(answered)} keys were not answered")


if __name__ == "__main__":
    sys.exit(main())
