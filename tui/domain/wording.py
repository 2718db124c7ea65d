"""What was said, in words: in every language of the questionnaire."""

from collections.abc import Callable
from decimal import Decimal

from tui.domain.answers import HIDDEN, Answer
from tui.domain.confirmation import must_confirm
from tui.domain.contrast import Contrast, Relation
from tui.domain.firmness import firmness_of
from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.named_question import named_question
from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion, Kind
from tui.domain.report import ReportedAnswer, ReportedContrast
from tui.domain.session import Session
from tui.domain.values import Value
from tui.domain.verdict import Finding, Verdict


def reported_answer(
    session: Session, question: AnyQuestion, answer: Answer, *, is_own: bool
) -> ReportedAnswer:
    """Return a party's answer as reported.

    Args:
        session: The session.
        question: The question.
        answer: What the party said.
        is_own: Whether the report is for this party, and so includes the private note.
    """
    if answer is HIDDEN:
        return ReportedAnswer()
    if must_confirm(question, answer):
        return ReportedAnswer(is_unconfirmed=True)
    return ReportedAnswer(
        value=None if answer.value is None else question.plain(answer.value),
        state=answer.state,
        reason=answer.reason,
        words=answer_in_words(session, question, answer),
        firmness=firmness_of(question, answer),
        contract=answer.contract,
        note=answer.note,
        private_note=answer.private_note if is_own else "",
    )


def answer_in_words(
    session: Session, question: AnyQuestion, answer: Answer
) -> LocalizedText | None:
    """Return the value of an answer in words, or None if it has no value.

    Args:
        session: Says in which languages, and the names that replace placeholders in the choices.
        question: The question.
        answer: The answer.
    """
    if answer.value is None:
        return None
    tags = session.questionnaire.languages
    if getattr(question, "other", False):
        # Braces in words of a party's own are no placeholders: only the labels are filled in.
        named = named_question(question, session.names)
        return LocalizedText({tag: named.wording(answer.value, tag) for tag in tags})
    words = {tag: question.wording(answer.value, tag) for tag in tags}
    # A text is the party's own words: braces in it are no placeholders.
    return (
        LocalizedText(words).format(session.names)
        if question.kind is not Kind.TEXT
        else LocalizedText(words)
    )


def contrast_in_words(session: Session, finding: Finding) -> ReportedContrast | None:
    """Return in what two answers agree and differ, or None if they were not compared.

    Args:
        session: The session, which has the answers.
        finding: What was found; of a private question only whether it applies to both is told.
    """
    question = finding.question
    if finding.verdict is Verdict.DIVERGENT and finding.similarity is None:
        return ReportedContrast(relation=Relation.NOT_APPLICABLE)
    if finding.similarity is None or question.privacy is not Privacy.SHARED:
        return None
    values = [sheet.answer(question.id).value for sheet in session.sheets]
    found: Contrast[Value] = question.contrast(*values)

    def words(value: Value | None) -> LocalizedText:
        wording = answer_in_words(session, question, Answer(value=value))
        return wording if wording is not None else NO_TEXT

    def figure(number: Decimal | None, wording: Callable[[Decimal, str], str]) -> LocalizedText:
        if number is None:
            return NO_TEXT
        tags = session.questionnaire.languages
        return LocalizedText({tag: wording(number, tag) for tag in tags})

    only = zip(session.questionnaire.party_ids, found.only, strict=True)
    return ReportedContrast(
        relation=found.relation,
        apart=figure(found.apart, question.distance_wording),
        bound=figure(found.bound, question.bound_wording),
        shared=words(found.shared),
        only={party: words(value) for party, value in only if value is not None},
    )
