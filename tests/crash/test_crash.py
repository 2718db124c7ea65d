"""Twenty attacks on the real program; `python -m tests.crash` makes as many as one likes."""

from pathlib import Path
from random import Random

import pytest

from tests.crash import strace
from tests.crash.failing_calls import failed_in_a_row
from tests.crash.kills import killed_in_a_row


def test_what_was_shown_as_saved_is_there_however_the_program_ends(tmp_path: Path) -> None:
    assert killed_in_a_row(Random(1), tmp_path).faults == []


@pytest.mark.skipif(bool(strace.why_not()), reason=strace.why_not())
def test_whatever_call_of_saving_fails_is_told_and_heals(tmp_path: Path) -> None:
    assert failed_in_a_row(Random(1), tmp_path).faults == []
