"""What lists of questions tell of the answers to them."""

from dataclasses import replace

import pytest

from tests.domain import builders as b
from tests.domain.builders import BRAND
from tui.domain.answers import NonAnswer
from tui.domain.privacy import Privacy
from tui.domain.route import Route
from tui.phrasing.marks import UNICODE
from tui.presenters.progress_marks import left_open, progress_mark


@pytest.mark.parametrize("privacy", Privacy)
@pytest.mark.parametrize("state", NonAnswer)
def test_a_list_tells_of_a_private_question_no_more_than_that_it_is_answered(
    privacy: Privacy, state: NonAnswer
) -> None:
    asked = b.scale(privacy=privacy)
    session = b.session(asked, brand={"q": state}, agency={"q": 3})
    mark, _ = progress_mark(Route(session, BRAND), asked, UNICODE)
    is_shared = privacy is Privacy.SHARED
    assert left_open(Route(session, BRAND), asked) is (state if is_shared else None)
    assert (mark == UNICODE.done) is not is_shared
    alone = replace(session, alone=BRAND)
    assert left_open(Route(alone, BRAND), asked) is state
