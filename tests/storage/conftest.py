"""What the tests of several files start from: a questionnaire, and a session begun with it."""

from pathlib import Path

import pytest

from tests.storage import samples
from tui.domain.questionnaire import Questionnaire
from tui.domain.session import Session


@pytest.fixture
def asked(tmp_path: Path) -> Questionnaire:
    return samples.loaded(tmp_path)


@pytest.fixture
def session(asked: Questionnaire) -> Session:
    return samples.session(asked)
