"""The worked examples in the docstrings hold."""

import doctest
import importlib
import pkgutil

import pytest

import tui.domain
import tui.exports
import tui.phrasing
import tui.text

PACKAGES = (tui.domain, tui.exports, tui.phrasing, tui.text)
MODULES = sorted(
    found.name
    for package in PACKAGES
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_every_module_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_examples_to_hold() -> None:
    finder = doctest.DocTestFinder()
    found = [test for name in MODULES for test in finder.find(importlib.import_module(name))]
    assert sum(bool(test.examples) for test in found) > 5
