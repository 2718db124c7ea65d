"""Trying mutants: a copy of the checkout, the tests that belong to a module, and who noticed."""

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.mutation.mutants import Mutant

REPOSITORY = Path(__file__).parents[2]
WIDER = {
    "domain": ("formats", "checks", "presenters", "workspace", "storage"),
    "formats": ("checks", "storage", "workspace", "cli"),
    "checks": ("cli", "workspace", "storage", "packaging/test_format_reference.py"),
    "storage": ("workspace", "cli", "terminal/test_app.py", "app/test_home.py"),
}
"""Each package and the tests that use it most, asked where its own notice nothing."""
_PATIENCE = 30
"""Seconds that a run may take beyond five times what it takes without a mutant."""


def copied(folder: Path) -> Path:
    """Copy the checkout, as it stands, into a folder."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=REPOSITORY, capture_output=True, check=True).stdout
    for name in filter(None, names.decode().split("\0")):
        if (REPOSITORY / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(REPOSITORY / name, folder / name)
    return folder


def stages(module: Path) -> list[tuple[str, ...]]:
    """Return the tests to run, the nearest first: of the module, of its package, and wider."""
    package = module.parts[1]
    near = {f"tests/{package}/test_{name}.py" for name in (module.stem, module.parent.name)}
    own = tuple(sorted(each for each in near if (REPOSITORY / each).exists()))
    wider = tuple(f"tests/{name}" for name in WIDER[package])
    return [*([own] if own else []), (f"tests/{package}",), wider]


@dataclass
class Trials:
    """A copy of the checkout in which one mutant after the other is tried."""

    copy: Path
    _usual: dict[tuple[str, ...], float] = field(default_factory=dict)
    """Seconds that each run takes without a mutant."""

    def survives(self, module: Path, mutant: Mutant) -> bool:
        """Return whether all tests pass in spite of a mutant."""
        return all(self._pass_with(tests, module, mutant) for tests in stages(module))

    def _pass_with(self, tests: tuple[str, ...], module: Path, mutant: Mutant) -> bool:
        if tests not in self._usual:
            self._usual[tests] = self._usual_seconds(tests)
        file = self.copy / module
        source = file.read_bytes()
        file.write_bytes(mutant.applied(source))
        try:
            return self._pass(tests, 5 * self._usual[tests] + _PATIENCE)
        finally:
            file.write_bytes(source)

    def _usual_seconds(self, tests: tuple[str, ...]) -> float:
        started = time.monotonic()
        if not self._pass(tests, None):
            raise SystemExit(f"{' '.join(tests)} fail without a mutant")
        return time.monotonic() - started

    def _pass(self, tests: tuple[str, ...], timeout: float | None) -> bool:
        """Run tests; what takes far longer than usual has been noticed too."""
        command = [sys.executable, "-m", "pytest", "-x", "-q", "--hypothesis-seed=0"]
        environment = {
            **os.environ,
            "PYTHONPATH": str(self.copy),
            "PYTHONDONTWRITEBYTECODE": "1",  # a stale file of it would be taken for the mutant
        }
        with subprocess.Popen(
            [*command, "-p", "no:cacheprovider", *tests],
            cwd=self.copy,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as run:
            try:
                return run.wait(timeout) == 0
            except subprocess.TimeoutExpired:
                os.killpg(run.pid, 9)
                return False
