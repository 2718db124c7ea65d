"""A report that tells less is the one that would have been made at that level."""

import pytest
from hypothesis import given

from tests.domain import builders as b
from tests.domain import strategies as draw
from tests.domain.builders import BRAND
from tui.domain.report_builder import report
from tui.domain.report_level import ReportLevel
from tui.domain.report_reduction import ORDER, reduced, tells
from tui.domain.session import Session

SESSION = b.session(
    b.scale("mood"),
    brand={"mood": b.answer(2, note="a word", private_note="between us")},
    agency={"mood": b.answer(4, private_note="ours")},
)


@pytest.mark.parametrize("less", ORDER)
@pytest.mark.parametrize("more", ORDER)
def test_it_is_as_if_made_at_that_level_and_never_told_more(
    more: ReportLevel, less: ReportLevel
) -> None:
    full = report(SESSION, more, BRAND)
    assert tells(full, less) == (ORDER.index(more) >= ORDER.index(less))
    if tells(full, less):
        assert reduced(full, less) == report(SESSION, less, BRAND)
    else:
        with pytest.raises(ValueError, match=less):
            reduced(full, less)


def test_what_is_private_is_gone() -> None:
    full = report(SESSION, ReportLevel.OWN, BRAND)
    assert "between us" in repr(full)
    assert "between us" not in repr(reduced(full, ReportLevel.SHARED))


@draw.fewer
@given(draw.settled())
def test_any_session_is_reduced_alike(session: Session) -> None:
    for less in (ReportLevel.SHARED, ReportLevel.MINUTES):
        own = report(session, ReportLevel.OWN, BRAND)
        assert reduced(own, less) == report(session, less)
