"""Texts of a report in the languages of a document: clean, and whole."""

from collections.abc import Callable, Mapping

from tui.domain.answers import Firmness
from tui.domain.carried import Carried
from tui.domain.decision_state import DecisionState
from tui.domain.localized_text import LocalizedText
from tui.domain.report import ReportedAnswer, ReportedDecision
from tui.exports.document import Decision, Said, Words
from tui.i18n import LANGUAGES, Phrases
from tui.phrasing.answer_words import reported_answer_words
from tui.phrasing.decision_words import state_word
from tui.text.cleaning import clean, one_line


class Wording:
    """Puts what a report says into the languages of a document.

    Args:
        phrases: The program's words in each of these languages.
    """

    def __init__(self, phrases: tuple[Phrases, ...]) -> None:
        self.phrases = phrases

    def say(self, key: str, /, **values: object) -> Words:
        """Return a text of the catalogue."""
        return tuple(say(key, **values) for say in self.phrases)

    def each(self, make: Callable[[Phrases], str]) -> Words:
        """Return what `make` returns for each language."""
        return tuple(one_line(make(say)) for say in self.phrases)

    def of(self, text: LocalizedText | None) -> Words:
        """Return a text that is there in several languages; nothing of one that is empty."""
        return self.each(lambda say: text[say.language]) if text else ()

    def said(
        self,
        party: int,
        answer: ReportedAnswer,
        second: ReportedAnswer | None = None,
        why: str = "",
    ) -> Said:
        """Return what a party answered.

        Args:
            party: Its place among the parties of the document.
            answer: Its first answer.
            second: What it answered after the reveal, if it did.
            why: Why it changed its answer.
        """
        firmness, contract = answer.firmness, answer.contract
        return Said(
            party=party,
            words=self.each(lambda say: reported_answer_words(answer, say)),
            is_red_line=firmness is Firmness.RED_LINE,
            firmness=self.say(f"firmness.{firmness}") if firmness else (),
            contract=self.say(f"contract.{contract}") if contract else (),
            note=one_line(answer.note),
            private_note=one_line(answer.private_note),
            second=self.each(lambda say: reported_answer_words(second, say)) if second else (),
            reason=one_line(why),
        )

    def decision(self, said: ReportedDecision | Carried) -> Decision:
        """Return what was decided."""
        return Decision(
            agreed=self.of(said.words),
            text=clean(said.decision).strip(),
            owner=one_line(said.owner),
            due=said.due,
            state=self.each(lambda say: state_word(said, say)),
            is_open=said.state is DecisionState.OPEN and not said.is_parked,
            outcome=said.state,
            clauses=tuple(
                (tag, clean(text).strip()) for tag, text in said.clause.words.items() if text
            ),
            taken_on=said.day if isinstance(said, Carried) else None,
        )


def document_phrases(languages: Mapping[str, object] | tuple[str, ...]) -> tuple[Phrases, ...]:
    """Return the program's words in those languages that it speaks; in all if it speaks none."""
    spoken = [Phrases(tag) for tag in dict.fromkeys(languages) if tag in LANGUAGES]
    return tuple(spoken) or tuple(map(Phrases, LANGUAGES))
