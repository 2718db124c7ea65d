"""What home lists: to go on, recent sessions, questionnaires to begin with, and the rest."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from tui.i18n import LANGUAGES, Phrases
from tui.phrasing.moments import told_moment
from tui.screens.session_words import called, in_language, place, state
from tui.widgets.appearance import Appearance
from tui.widgets.menu import Entry

if TYPE_CHECKING:  # the first screen is up before they are read
    from tui.storage.offers import Offer
    from tui.storage.recent import Summary

SESSION = "session:"
BEGIN = "begin:"
_OTHERS = ("solo", "pair", "example", "open")
_FEW = 5
"""Sessions that are listed besides the one to go on with."""
_ROOMY = 96
"""Cells of a line from which on it has room for the number of questions too."""
_MARGIN = 3
"""Cells that stay free beside a rule: where the cursor stands, and at the end."""


class Listed(NamedTuple):
    """What home knows."""

    sessions: "Sequence[Summary]" = ()
    """The sessions, the most recently saved first."""
    archived: "Sequence[Summary]" = ()
    """Those that were put away."""
    offers: "Sequence[Offer]" = ()
    """The questionnaires."""
    shows_all: bool = False
    """Whether all sessions are listed, not just a few."""
    shows_archived: bool = False
    """Whether those that were put away are listed too."""


class HomeEntries:
    """Makes the entries of home.

    Args:
        listed: What there is.
        appearance: How things look just now.
        width: The cells of a line.
        now: What the days of sessions are told from.
    """

    def __init__(self, listed: Listed, appearance: Appearance, width: int, now: datetime) -> None:
        self._listed = listed
        self._appearance = appearance
        self._say = appearance.phrases
        self._width = width
        self._now = now

    def entries(self) -> list[Entry]:
        """Return all entries, the one to go on with first."""
        sound = [each for each in self._listed.sessions if each.trouble is None]
        first = sound[0] if sound else None
        rest = [each for each in self._listed.sessions if each is not first]
        entries = [*self._card(first)] if first is not None else [self._other("example")]
        entries += self._sessions(rest)
        entries += self._begin()
        entries += self._rule("home.or")
        entries += [self._other(name) for name in _OTHERS if first is not None or name != "example"]
        return entries

    def _card(self, summary: "Summary") -> Iterator[Entry]:
        """Return the session to go on with: three lines, of which the first is chosen."""
        say, times = self._say, self._appearance.marks.times
        name = f"{SESSION}{summary.folder}"
        label = say("home.go_on", name=called(summary, times))
        find = f"{' '.join(summary.names)} {state(summary, say)}"
        yield Entry(name, label, find=find, end=self._when(summary))
        yield Entry("", place(summary, say), owner=name)
        yield Entry("", state(summary, say), owner=name, end="Enter")

    def _sessions(self, rest: "Sequence[Summary]") -> Iterator[Entry]:
        """Return the other sessions: a few, and the rest where they are asked for or typed."""
        listed = self._listed
        if rest:
            yield from self._rule("home.recent")
        for count, summary in enumerate(rest):
            yield self._session(summary, is_spare=count >= _FEW and not listed.shows_all)
        if len(rest) > _FEW and not listed.shows_all:
            yield Entry("all", self._say("home.all", count=len(listed.sessions)))
        if listed.archived and not listed.shows_archived:
            if not rest:
                yield Entry("", "")
            yield Entry("archived", self._say("home.archived", count=len(listed.archived)))
        elif listed.archived:
            yield from self._rule("home.archived_heading")
        for summary in listed.archived:
            yield self._session(summary, is_spare=not listed.shows_archived)

    def _session(self, summary: "Summary", *, is_spare: bool) -> Entry:
        return Entry(
            f"{SESSION}{summary.folder}",
            called(summary, self._appearance.marks.times),
            state(summary, self._say),
            find=" ".join(summary.names),
            end=self._when(summary) if summary.trouble is None else "",
            is_spare=is_spare,
        )

    def _begin(self) -> Iterator[Entry]:
        """Return the questionnaires, each with when to use it and how long that takes."""
        yield from self._rule("home.begin")
        titles = [in_language(offer.title, self._say.language) for offer in self._listed.offers]
        for offer, title in zip(self._listed.offers, titles, strict=True):
            name = f"{BEGIN}{offer.path}"
            if not title:
                yield Entry(name, offer.path.name, self._say("home.cannot_use"))
                continue
            aside = in_language(offer.when, self._say.language)
            if titles.count(title) > 1:
                aside = f"{offer.version}, {offer.path.name}"
            find = " ".join((*offer.title.values(), *offer.when.values()))
            yield Entry(name, title, aside, find=find, end=self._length(offer))
        yield self._other("new")

    def _length(self, offer: "Offer") -> str:
        from tui.storage.offers import minutes_for  # noqa: PLC0415 - there is an offer by then

        both = 0 < offer.core < offer.questions
        key = "length" if self._width >= _ROOMY else "minutes"
        return self._say(
            f"home.{key}_both" if both else f"home.{key}_one",
            core=offer.core,
            all=offer.questions,
            short=minutes_for(offer.core),
            long=minutes_for(offer.questions),
        )

    def _other(self, name: str) -> Entry:
        """Return one of the other things to do, which is found in the other language too."""
        keys = (f"home.{name}", f"home.{name}_aside")
        label, aside = map(self._say, keys)
        find = " ".join(Phrases(language)(key) for language in LANGUAGES for key in keys)
        return Entry(name, label, aside, find=find)

    def _rule(self, key: str) -> tuple[Entry, Entry]:
        """Return a blank line, and a heading with a rule to the right edge."""
        label = self._say(key)
        cells = sum(2 if ord(sign) > 0x2E7F else 1 for sign in label)
        rule = self._appearance.marks.track * max(0, self._width - cells - 1 - _MARGIN)
        return Entry("", ""), Entry("", f"{label} {rule}")

    def _when(self, summary: "Summary") -> str:
        if summary.saved is None:
            return ""
        return told_moment(summary.saved, self._now, self._say)
