"""Peak memory (VmHWM, Linux) of a program after some keys, against a bare Textual app.

.venv/bin/python -m tests.bench.memory --ready "对齐" --keys enter down down --runs 5
"""

import re
import sys
from pathlib import Path
from statistics import median

from tests.bench.subject import HELLO, Subject, finish_painting, measured, parser


def main() -> int:
    """Measure and print."""
    options = parser(__doc__)
    options.add_argument("--keys", nargs="*", default=[])
    options.set_defaults(runs=5)
    chosen = options.parse_args()
    ours = measured(chosen)
    bare = median(peak(HELLO, []) for _ in range(chosen.runs))
    full = median(peak(ours, chosen.keys) for _ in range(chosen.runs))
    print(f"hello {bare:6.1f} MB   duiqi {full:6.1f} MB   ratio {full / bare:.2f}")
    return 0


def peak(subject: Subject, keys: list[str]) -> float:
    """Return the most memory that the program held, in MB."""
    terminal = subject.start()
    try:
        finish_painting(terminal)
        for key in keys:
            terminal.send(key)
            finish_painting(terminal)
        status = Path(f"/proc/{terminal.pid}/status").read_text(encoding="ascii", errors="replace")
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        assert found is not None
        return int(found[1]) / 1024
    finally:
        terminal.close()


if __name__ == "__main__":
    sys.exit(main())
