"""The lock pins all that the tests run on, and the tests run on what it pins."""

import re
import tomllib
from importlib.metadata import requires, version
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

REPOSITORY = Path(__file__).parents[2]
PIN = re.compile(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*")


def pins() -> dict[str, str]:
    """Return the lock: name to version."""
    lines = (REPOSITORY / "requirements.lock").read_text(encoding="utf-8").splitlines()
    split = (line.split("==") for line in lines if not line.startswith("#"))
    return {canonicalize_name(name): pinned for name, pinned in split}


def needed() -> dict[str, str]:
    """Return what the project needs with its tests, at any remove: name to installed version."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    seen, found = set[str](), dict[str, str]()
    while waiting:
        if (line := waiting.pop()) in seen:
            continue
        seen.add(line)
        requirement = Requirement(line)
        found[canonicalize_name(requirement.name)] = version(requirement.name)
        for further in requires(requirement.name) or ():
            marker = Requirement(further).marker
            extras = requirement.extras or {""}
            if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras):
                waiting.append(further)
    return found


def test_the_lock_holds_exact_versions_and_no_place() -> None:
    lines = (REPOSITORY / "requirements.lock").read_text(encoding="utf-8").splitlines()
    assert all(line.startswith("# ") or PIN.fullmatch(line) for line in lines)


def test_what_is_installed_is_what_the_lock_pins() -> None:
    pinned, installed = pins(), needed()
    assert {name: pinned.get(name) for name in installed} == installed


def test_the_lock_pins_nothing_that_nobody_needs() -> None:
    assert pins().keys() <= needed().keys()


def test_textual_is_the_one_whose_private_names_are_checked() -> None:
    assert pins()["textual"] == "8.2.8"
