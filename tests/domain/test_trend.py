"""How many questions each area has left to settle, over any number of reports."""

from dataclasses import replace
from datetime import date
from typing import Any

from tests.domain import builders as b
from tui.domain.minutes import Decision
from tui.domain.report import Report
from tui.domain.report_builder import report
from tui.domain.report_level import ReportLevel
from tui.domain.sheet import Length
from tui.domain.trend import Count, trend

ASKED = b.scale("x"), b.scale("y"), b.scale("z", area="trust")


def of(year: int, *asked: Any, **agency: int) -> Report:
    """Return the report of a session in which the brand always says 1."""
    questions = asked or ASKED
    day = date(year, 1, 1)
    brand = b.sheet("brand", {q.id: 1 for q in questions}, date=day, length=Length.FULL)
    other = b.sheet("agency", {q.id: 1 for q in questions} | agency, date=day, length=Length.FULL)
    return report(b.session(*questions, brand=brand, agency=other))


def test_the_counts_are_those_of_each_report_by_its_date() -> None:
    found = trend([of(2027, x=5), of(2025, x=5, y=5, z=5), of(2026, x=5, y=5)])
    assert [day.year for day in found.days] == [2025, 2026, 2027]
    assert {area.id: area.counts for area in found.areas} == {
        "goals": (Count(2, 2), Count(2, 2), Count(1, 2)),
        "trust": (Count(1, 1), Count(0, 1), Count(0, 1)),
    }


def test_reports_of_one_day_stay_as_they_were_given() -> None:
    more, less = of(2026, x=5, y=5), of(2026, x=5)
    assert trend([more, less]).areas[0].counts == (Count(2, 2), Count(1, 2))
    assert trend([less, more]).areas[0].counts == (Count(1, 2), Count(2, 2))


def test_what_was_settled_counts_no_more_and_what_was_put_off_does() -> None:
    session = b.session(*ASKED, brand=dict.fromkeys("xyz", 1), agency=dict.fromkeys("xyz", 5))
    session = session.decided(Decision(question="x", text="so"))
    session = session.decided(Decision(question="y", is_parked=True))
    assert trend([report(session)]).areas[0].counts == (Count(1, 2),)


def test_an_area_that_a_report_does_not_tell_has_no_number() -> None:
    whole, short = of(2025, x=5), of(2026, ASKED[0], x=5)
    without = replace(short, areas=short.areas[:1])
    minutes = report(b.session(*ASKED), ReportLevel.MINUTES)
    found = trend([whole, short, without, minutes])
    assert {area.id: area.counts[1:] for area in found.areas} == {
        "goals": (Count(1, 1), Count(1, 1), None),
        "trust": (None, None, None),
    }


def test_areas_stand_as_in_the_latest_report_then_those_that_it_has_no_more() -> None:
    old, new = of(2025), of(2026)
    new = replace(new, areas=tuple(replace(a, title=b.both("New")) for a in new.areas[1:]))
    found = trend([old, new])
    assert [(area.id, area.title["en"]) for area in found.areas] == [
        ("trust", "New"),
        ("goals", "Goals"),
    ]
