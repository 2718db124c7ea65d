"""One truth: the report of a kickoff is the report that its two sheets give, byte for byte."""

import contextlib
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.random_sessions import PARTIES, random_questionnaire, random_session
from tui.cli.main import main
from tui.domain.minutes import NO_MINUTES
from tui.domain.report_builder import report
from tui.domain.verdict import Verdict
from tui.formats.file_names import sheet_name
from tui.formats.report import report_bytes
from tui.storage.creation import create
from tui.storage.sessions import open_session

BLOCK = 60
"""Sessions of one test, which must end in time."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Cut the random kickoffs that are asked for into tests of a block each."""
    if "seeds" in metafunc.fixturenames:
        wanted = metafunc.config.getoption("sessions")
        blocks = [range(at, min(at + BLOCK, wanted)) for at in range(0, wanted, BLOCK)]
        metafunc.parametrize("seeds", blocks, ids=str)


def test_a_kickoff_and_its_two_sheets_give_the_same_report(seeds: range, tmp_path: Path) -> None:
    """Anew with more: `pytest tests/workspace/test_one_report.py --sessions 1000`."""
    verdicts = set[Verdict]()
    for seed in seeds:
        folder = tmp_path / str(seed)
        folder.mkdir()
        random = Random(seed)
        questionnaire, path = random_questionnaire(random, folder)
        session = random_session(random, questionnaire)
        planned = session.planned_for(60)  # what is planned and not held yet is no meeting
        create(folder / "session", path, planned).close()
        told = report(replace(open_session(folder / "session").session, minutes=NO_MINUTES))
        verdicts |= {question.verdict for question in told.questions}
        sheets = [str(folder / "session" / sheet_name(party)) for party in PARTIES]
        with contextlib.suppress(SystemExit):
            main(["compare", *sheets, "-o", str(folder / "report.toml")])
        assert (folder / "report.toml").read_bytes() == report_bytes(told), f"seed {seed}"
    if seeds == range(BLOCK):  # what the quick suite tries is not too narrow
        assert verdicts == set(Verdict), verdicts ^ set(Verdict)
