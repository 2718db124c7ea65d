"""Mutation testing: would the tests notice a small fault in the rules?

    .venv/bin/python -m tests.mutation --package domain --sample 60
    .venv/bin/python -m tests.mutation --at tui/domain/verdict.py:120

Mutants are tried in a copy of the checkout. What no test notices is shown: kill it by a test, or
know why it changes nothing. With `--sample`, the same `--seed` takes the same mutants.
"""

import argparse
import difflib
import sys
import tempfile
from pathlib import Path
from random import Random

from tests.mutation.mutants import Mutant, mutants_of
from tests.mutation.trial import REPOSITORY, WIDER, Trials, copied


def main() -> int:
    """Try mutants, print the survivors and the scores; return 1 where one survived."""
    options = _options()
    has_survivors = False
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        trials = Trials(copied(Path(folder)))
        for package in options.package or WIDER:
            chosen = _chosen(package, options)
            killed = 0
            for number, (module, mutant) in enumerate(chosen, 1):
                if trials.survives(module, mutant):
                    print(_shown(module, mutant), flush=True)
                else:
                    killed += 1
                print(f"{package}: {killed} of {number}", file=sys.stderr, flush=True)
            if chosen:
                print(f"{package}: {killed} of {len(chosen)} killed", flush=True)
            has_survivors |= killed < len(chosen)
    return int(has_survivors)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--package", action="append", choices=tuple(WIDER), help="all by default")
    parser.add_argument("--sample", type=int, metavar="N", help="so many of each package")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--at", action="append", metavar="FILE:LINE", help="only those of a line")
    return parser.parse_args()


def _chosen(package: str, options: argparse.Namespace) -> list[tuple[Path, Mutant]]:
    """Return the mutants of a package to try."""
    modules = sorted((REPOSITORY / "tui" / package).rglob("*.py"))
    found = [
        (path.relative_to(REPOSITORY), mutant)
        for path in modules
        for mutant in mutants_of(path.read_bytes())
    ]
    if options.at:
        return [each for each in found if f"{each[0].as_posix()}:{each[1].line}" in options.at]
    if options.sample and options.sample < len(found):
        found = Random(options.seed).sample(found, options.sample)
    return found


def _shown(module: Path, mutant: Mutant) -> str:
    """Return what a survivor changes."""
    source = (REPOSITORY / module).read_bytes()
    before, after = (text.decode().splitlines() for text in (source, mutant.applied(source)))
    _, _, _, *changed = difflib.unified_diff(before, after, n=0, lineterm="")
    return "\n".join([f"{module.as_posix()}:{mutant.line}: survives", *changed])


if __name__ == "__main__":
    sys.exit(main())
