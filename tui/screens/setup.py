"""Set-up: who sits at the table, in which languages, and how the interview goes."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from tui.commands import Place
from tui.domain.message import Message
from tui.domain.questionnaire import Questionnaire
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.sheet import Length, Respondent, Sheet
from tui.presenters.columns import SIDES
from tui.screens.base import STYLES, BaseScreen, bindings_at
from tui.text.cleaning import one_line
from tui.widgets.clean_fields import CleanInput
from tui.widgets.hint_bar import HintBar
from tui.widgets.menu import Entry, Menu
from tui.widgets.plain_text import PlainText
from tui.widgets.radio_row import RadioRow
from tui.widgets.status_bar import StatusBar

LONGEST_NAME = 60
"""Characters of a name."""
MINUTES = (30, 60, 90, 120)
"""The lengths of a talk that are offered."""
_USUAL, _NO_LIMIT = "90", "none"


class SetupScreen(BaseScreen[None]):
    """Asks who sits at the table, and has the session begun.

    Args:
        questionnaire: What will be asked.
        begin: Begins the session; it closes this screen, or calls `complain`.
        alone: Whether one party answers alone.
        brought: A sheet that is answered already; the form asks who faces it.
    """

    place = Place.SETUP
    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "dialogs.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.SETUP)

    def __init__(
        self,
        questionnaire: Questionnaire,
        begin: Callable[["SetupScreen", Session], None],
        *,
        alone: bool = False,
        brought: Sheet | None = None,
    ) -> None:
        super().__init__()
        self._begin = begin
        self._is_beginning = False
        self._nameless: str | None = None
        """The side whose name is missing."""
        self._trouble: Message | None = None
        """What is the matter with the form."""
        self._questionnaire = questionnaire
        self._alone = alone
        self._brought = brought
        self._sides = SIDES[:1] if alone else SIDES
        if brought is not None:
            other = questionnaire.other(brought.party.id)
            self._sides = (SIDES[questionnaire.party_ids.index(other)],)

    def compose(self) -> ComposeResult:
        """Mount a field for each thing that is asked."""
        languages, spoken = self._questionnaire.languages, self.phrases.language
        likely = spoken if spoken in languages else languages[0]
        yield StatusBar(id="status")
        with VerticalScroll(id="form", can_focus=False):
            yield PlainText(id="who-label", classes="label alone")
            yield RadioRow(self._questionnaire.party_ids[0], id="who", classes="alone")
            for side in self._sides:
                yield PlainText(id=f"{side}-role", classes=side)
                yield PlainText(id=f"{side}-name-label", classes="label")
                yield CleanInput(id=f"{side}-name", max_length=LONGEST_NAME)
                yield PlainText(id=f"{side}-people-label", classes="label")
                yield CleanInput(id=f"{side}-people", max_length=LONGEST_NAME * 3)
                yield PlainText(id=f"{side}-language-label", classes="label")
                yield RadioRow(likely, id=f"{side}-language")
            yield PlainText(id="how")
            yield PlainText(id="length-label", classes="label fresh")
            yield RadioRow(Length.CORE, id="length", classes="fresh")
            yield PlainText(id="reveal-label", classes="label together")
            yield RadioRow(Reveal.AREA, id="reveal", classes="together")
            yield PlainText(id="minutes-label", classes="label together")
            yield RadioRow(_USUAL, id="minutes", classes="together")
            yield Menu(id="ways")
        yield PlainText(id="trouble")
        yield HintBar(id="hints")

    def _update_widgets(self) -> None:
        """Label the fields."""
        say, questionnaire = self.phrases, self._questionnaire
        name = self._brought.party.name if self._brought is not None else ""
        brought = say("setup.brought", name=name) if name else ""
        self.query_one(StatusBar).update(brought or questionnaire.title[say.language])
        self._label("who-label", say("setup.who"))
        self.query_one("#who", RadioRow).update(
            [(party.id, party.name[say.language]) for party in questionnaire.parties]
        )
        for side in self._sides:
            self._label(f"{side}-role", self._role(side))
            self._label(f"{side}-name-label", say("setup.name"))
            self._label(f"{side}-people-label", say("setup.people"))
            self._label(f"{side}-language-label", say("setup.language"))
            languages = [(tag, say.language_name(tag)) for tag in questionnaire.languages]
            self.query_one(f"#{side}-language", RadioRow).update(languages)
        self._label("how", say("setup.how"))
        self._label("length-label", say("setup.length"))
        self._label("reveal-label", say("setup.reveal"))
        counts = {
            Length.CORE: sum(question.core for question in questionnaire.questions),
            Length.FULL: len(questionnaire.questions),
        }
        lengths = [Length.CORE] if len(set(counts.values())) == 1 else list(Length)
        lengths = [length for length in lengths if counts[length]]
        self.query_one("#length", RadioRow).update(
            [(length, say(f"length.{length}", count=counts[length])) for length in lengths]
        )
        self._update_rules()
        self._label("minutes-label", say("setup.minutes"))
        minutes = [(str(each), str(each)) for each in MINUTES]
        self.query_one("#minutes", RadioRow).update([*minutes, (_NO_LIMIT, say("setup.no_limit"))])
        self._update_trouble()
        self.query_one(Menu).update([Entry("start", say("setup.begin"), "F8")])

    def _update_rules(self) -> None:
        """Offer the rules of the reveal, each with how often the laptop changes hands by it."""
        say = self.phrases
        is_short = self.query_one("#length", RadioRow).value == Length.CORE
        asked = [q for q in self._questionnaire.questions if q.core or not is_short]
        counts = {Reveal.QUESTION: len(asked), Reveal.AREA: len({q.area for q in asked})}
        self.query_one("#reveal", RadioRow).update(
            [(rule, say(f"reveal.{rule}")) for rule in Reveal],
            details=[say(f"setup.cost_{rule}", count=counts.get(rule)) for rule in Reveal],
        )

    def _update_trouble(self, trouble: Message | None = None) -> None:
        """Say what is the matter, or say it again in another language."""
        self._trouble = trouble or self._trouble
        told = "" if self._trouble is None else self.phrases.say(self._trouble)
        if self._nameless is not None:
            told = self.phrases("setup.name_missing", party=self._role(self._nameless))
        self._label("trouble", told)

    def _role(self, side: str) -> str:
        """Return what the party of a side is called."""
        say = self.phrases
        party = self._questionnaire.parties[SIDES.index(side)]
        return say("setup.own_side") if self._alone else party.name[say.language]

    def _label(self, id: str, text: str) -> None:
        self.query_one(f"#{id}", PlainText).set_content(text)

    def on_mount(self) -> None:
        """Begin with the first field: who one is where one is alone, else the first name."""
        self.query(".together").set(display=not self._alone)
        self.query(".alone").set(display=self._alone)
        self.query(".fresh").set(display=self._brought is None)
        self.query_one("#who" if self._alone else "CleanInput").focus()

    def on_input_changed(self) -> None:
        """Take the complaint back while it is being mended."""
        self._trouble = self._nameless = self._warned = None
        self._update_trouble()

    def on_radio_row_changed(self) -> None:
        """Say what the choice means for the rules."""
        self._update_rules()

    def on_radio_row_submitted(self) -> None:
        """Go on to the next field."""
        self.focus_next()

    def on_input_submitted(self) -> None:
        """Go on to the next field."""
        self.focus_next()

    def on_menu_chosen(self) -> None:
        """Begin."""
        self.do_onward()

    def do_onward(self) -> None:
        """Have the session begun, unless a name is missing."""
        if self._is_beginning:
            return
        for side in self._sides:
            if not one_line(self.query_one(f"#{side}-name", CleanInput).value):
                self._nameless = side
                self._update_trouble()
                self.query_one(f"#{side}-name", CleanInput).focus()
                return
        self._is_beginning = True
        self._update_trouble(Message("save.saving"))
        self._begin(self, self._solo() if self._alone else self._kickoff())

    @property
    def _filled_in(self) -> list[str]:
        return [field.value for field in self.query(CleanInput) if field.value.strip()]

    @property
    def has_unkept(self) -> bool:
        """Whether something is filled in, of which no session was begun."""
        return bool(self._filled_in)

    def holds_back(self) -> bool:
        """Return whether what is filled in would be lost, and say so; once for each key."""
        if self._is_beginning or not self.has_unkept or not self.must_warn(self._filled_in):
            return False
        self._update_trouble(Message("setup.leave_twice", {"key": self.last_key}))
        return True

    def do_leave(self) -> None:
        """Go back home; what is filled in is thrown away only when the person asks twice."""
        if not self.holds_back():
            self.dismiss(None)

    def complain(self, trouble: Message) -> None:
        """Say why the session could not be begun; what was filled in stays."""
        self._is_beginning = False
        self._update_trouble(trouble)

    def _kickoff(self) -> Session:
        """Return the session of two."""
        left, right = (
            self._sheet(side, party)
            if self._brought is None or side in self._sides
            else self._brought
            for side, party in zip(SIDES, self._questionnaire.party_ids, strict=True)
        )
        reveal = Reveal(self.query_one("#reveal", RadioRow).value)
        minutes = self.query_one("#minutes", RadioRow).value
        return Session(
            questionnaire=self._questionnaire,
            sheets=(left, right),
            reveal=reveal,
            planned=None if minutes == _NO_LIMIT else int(minutes),
        )

    def _solo(self) -> Session:
        """Return the session of one; the other side is only named."""
        questionnaire, who = self._questionnaire, self.query_one("#who", RadioRow).value
        own = self._sheet("left", who)
        other = next(party for party in questionnaire.parties if party.id != who)
        language = own.party.language
        absent = Respondent(id=other.id, name=other.name[language], language=language)
        sheets = [own, replace(own, party=absent)]
        left, right = sorted(sheets, key=lambda s: questionnaire.party_ids.index(s.party.id))
        return Session(
            questionnaire=questionnaire, sheets=(left, right), reveal=Reveal.END, alone=who
        )

    def _sheet(self, side: str, party: str) -> Sheet:
        """Return the empty sheet of a party, as the form says."""
        people = self.query_one(f"#{side}-people", CleanInput).value
        names = re.split("[,，、;；]", people)
        respondent = Respondent(
            id=party,
            name=one_line(self.query_one(f"#{side}-name", CleanInput).value),
            language=self.query_one(f"#{side}-language", RadioRow).value,
            answered_by=tuple(filter(None, map(one_line, names))),
        )
        return Sheet(
            edition=self._questionnaire.edition,
            party=respondent,
            date=date.today(),
            length=self._brought.length
            if self._brought is not None
            else Length(self.query_one("#length", RadioRow).value),
        )
