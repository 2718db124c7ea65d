"""The worked examples in the docstrings hold."""

import doctest
import importlib
import pkgutil

import pytest

import tui.domain

MODULES = sorted(
    found.name for found in pkgutil.walk_packages(tui.domain.__path__, tui.domain.__name__ + ".")
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_every_module_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_examples_to_hold() -> None:
    finder = doctest.DocTestFinder()
    found = [test for name in MODULES for test in finder.find(importlib.import_module(name))]
    assert sum(bool(test.examples) for test in found) > 5
