"""The locks pin all that is installed, file by file, and the tests run on what they pin."""

import re
import tomllib
from importlib.metadata import requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.lock import LOCKS

REPOSITORY = Path(__file__).parents[2]
APP, ALL = LOCKS
PIN = re.compile(r"([a-z0-9-]+)==([0-9][A-Za-z0-9.]*)(?: ; [^\\\n]+)?((?: \\\n    --hash=\S+)+)\n")
HASH = re.compile(r" \\\n    --hash=sha256:[0-9a-f]{64}")
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
RUNS_ON = PROJECT["project"]["dependencies"]
BUILDS = [*PROJECT["build-system"]["requires"], "editables"]
TESTS = PROJECT["project"]["optional-dependencies"]["dev"]


def entries(lock: str) -> dict[str, tuple[str, str]]:
    """Return what a lock holds: name to version and hashes."""
    text = (REPOSITORY / lock).read_text(encoding="utf-8")
    return {name: (pinned, hashes) for name, pinned, hashes in PIN.findall(text)}


def pins(lock: str) -> dict[str, str]:
    return {name: pinned for name, (pinned, _) in entries(lock).items()}


def needed(*waiting: str) -> dict[str, str]:
    """Return what these need, at any remove: name to installed version."""
    left, seen, found = list(waiting), set[str](), dict[str, str]()
    while left:
        if (line := left.pop()) in seen:
            continue
        seen.add(line)
        requirement = Requirement(line)
        found[canonicalize_name(requirement.name)] = version(requirement.name)
        for further in requires(requirement.name) or ():
            marker = Requirement(further).marker
            extras = requirement.extras or {""}
            if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras):
                left.append(further)
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_exact_versions_with_the_hashes_of_their_files_and_no_place(lock: str) -> None:
    text = (REPOSITORY / lock).read_text(encoding="utf-8")
    assert re.sub(r"^# .*\n", "", PIN.sub("", text), flags=re.MULTILINE) == ""
    assert "://" not in text
    for name, (_, hashes) in entries(lock).items():
        assert HASH.sub("", hashes) == "", name
        assert len(HASH.findall(hashes)) > 1, f"{name}: of one file only"  # at least also a source


@pytest.mark.parametrize(
    ("lock", "wanted"), [(APP, [*RUNS_ON, *BUILDS]), (ALL, [*RUNS_ON, *BUILDS, *TESTS])]
)
def test_what_is_installed_is_what_a_lock_pins_and_nothing_that_nobody_needs(
    lock: str, wanted: list[str]
) -> None:
    assert pins(lock) == needed(*wanted)


def test_the_locks_agree() -> None:
    assert entries(APP).items() <= entries(ALL).items()


def test_what_is_compiled_is_pinned_for_every_usual_platform() -> None:
    platforms, pythons = 4, 4  # Linux and macOS, each on two processors; 3.11 to 3.14
    _, hashes = entries(APP)["pydantic-core"]
    assert len(HASH.findall(hashes)) > platforms * pythons


def test_the_build_backend_is_pinned_exactly() -> None:
    (backend,) = PROJECT["build-system"]["requires"]
    assert backend == f"hatchling=={pins(APP)['hatchling']}"


def test_textual_is_the_one_whose_private_names_are_checked() -> None:
    assert pins(APP)["textual"] == "8.2.8"
