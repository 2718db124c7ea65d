"""Makes the two locks anew: exact versions, and the hash of every file that an index has of them.

    .venv/bin/pip install uv && .venv/bin/python -m tests.lock

What is pinned stays pinned as far as pyproject.toml allows; `--upgrade` takes the newest.
"""

import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
LOCKS = {
    "requirements.lock": (
        "What duiqi runs on, and what builds it: exact versions, each file by its hash.",
        [],
    ),
    "tests/requirements.lock": (
        "The same with what the tests run on, so that no picture changes under us.",
        ["--extra", "dev"],
    ),
}
"""Each lock, with its first line and the extras that it covers."""
_EDITABLE = "editables"
"""What hatchling wants besides to install a checkout as it stands."""


def main() -> int:
    """Write both locks."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    needed = "\n".join([*project["build-system"]["requires"], _EDITABLE])
    kept = "" if "--upgrade" in sys.argv else "\n".join(sorted(_pins()))
    for name, (head, extras) in LOCKS.items():
        lines = _resolved(needed, kept, extras)
        text = f"# {head}\n# Anew: pip install uv, then python -m tests.lock\n{lines}"
        (REPOSITORY / name).write_text(text, encoding="utf-8")
        kept = "\n".join(_pins())
    return 0


def _pins() -> set[str]:
    """Return each `name==version` of the locks that there are."""
    locks = (REPOSITORY / name for name in LOCKS)
    texts = (lock.read_text(encoding="utf-8") for lock in locks if lock.exists())
    return {pin for text in texts for pin in re.findall(r"^[\w.-]+==[\w.]+", text, re.MULTILINE)}


def _resolved(needed: str, kept: str, extras: list[str]) -> str:
    """Return the lines of a lock for every platform and every Python that is supported."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as constraints:
        constraints.write(kept)
        constraints.flush()
        return subprocess.run(
            [
                *("uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"),
                *("--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url"),
                *("--no-emit-package", "colorama"),  # of Windows alone
                *("--constraint", constraints.name, "pyproject.toml", *extras, "-"),
            ],
            cwd=REPOSITORY,
            input=needed,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        ).stdout


if __name__ == "__main__":
    sys.exit(main())
