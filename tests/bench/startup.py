"""Time from the command to the first usable screen, and from ctrl+q to the end of the process.

The whole process runs under a pty, in turns with a bare Textual app (`hello.py`), so that both see
the same machine. Read the ratios, not the milliseconds; on a noisy machine, that of the minima.

    .venv/bin/python -m tests.bench.startup --ready "对齐" --runs 30
    .venv/bin/python -m tests.bench.startup --ready Q1 --command "duiqi demo" --quit ctrl+q
"""

import sys
import time
from collections import defaultdict
from statistics import median

from tests.bench.subject import HELLO, Subject, finish_painting, measured, parser


def main() -> int:
    """Measure and print."""
    options = parser(__doc__)
    options.add_argument("--quit", nargs="*", default=["ctrl+q"], help="the keys that end it")
    chosen = options.parse_args()
    ours = measured(chosen)
    starts: dict[str, list[float]] = defaultdict(list)
    exits: dict[str, list[float]] = defaultdict(list)
    for run in range(chosen.runs + 1):
        pair = (HELLO, ours) if run % 2 else (ours, HELLO)
        for subject in pair:
            keys = chosen.quit if subject is ours else ["ctrl+q"]
            started, ended = one_run(subject, keys)
            if run:  # the first one warms the caches
                starts[subject.name].append(started)
                exits[subject.name].append(ended)
    for what, times in (("start", starts), ("exit", exits)):
        report(what, times[HELLO.name], times[ours.name])
    return 0


def one_run(subject: Subject, keys: list[str]) -> tuple[float, float]:
    """Return the seconds to the first usable screen and those to leave."""
    terminal = subject.start()
    try:
        started = terminal.read_at - terminal.started_at
        finish_painting(terminal)
        asked = time.monotonic()
        terminal.send(*keys)
        terminal.exit_code()
        return started, time.monotonic() - asked
    finally:
        terminal.close()


def report(what: str, hello: list[float], ours: list[float]) -> None:
    """Print medians, minima and their ratios."""
    for name, times in (("hello", hello), ("duiqi", ours)):
        low, middle = 1000 * min(times), 1000 * median(times)
        print(f"{what:6} {name:6} median {middle:6.0f} ms   min {low:6.0f} ms   n {len(times)}")
    ratio = median(ours) / median(hello)
    print(f"{what:6} ratio  median {ratio:6.2f}      min {min(ours) / min(hello):6.2f}")


if __name__ == "__main__":
    sys.exit(main())
