"""Where the two stand on a question, in the words of the line below their columns."""

from tui.domain.analysis import QuestionAnalysis, analyse_question
from tui.domain.questions import AnyQuestion, Privacy
from tui.domain.session import Session
from tui.domain.verdict import Verdict
from tui.i18n import Phrases
from tui.presenters.answer_words import answer_words
from tui.widgets.marks import Marks
from tui.widgets.verdict_line import VerdictSummary


def verdict_summary(
    session: Session, question: AnyQuestion, say: Phrases, marks: Marks
) -> VerdictSummary:
    """Return what the two said to a revealed question, and where that leaves them."""
    found = analyse_question(session, question)
    verdict = found.finding.verdict
    said = _said(session, question, say)
    sides = tuple(say("interview.said", who=who, answer=answer) for who, answer in said)
    if not said:  # of private answers nothing but that they were given
        sentence = say("interview.private")
    elif said[0][1] == said[1][1]:
        sentence = say("interview.both", answer=said[0][1])
    else:
        apart = verdict in (Verdict.DIVERGENT, Verdict.HOLLOW)
        sentence = f" {marks.against if apart else marks.dot} ".join(sides)
    return VerdictSummary(
        verdict=verdict,
        word=say(f"verdict.{verdict}"),
        sentence=sentence,
        sides=sides,
        caution=_caution(found, say),
    )


def _said(session: Session, question: AnyQuestion, say: Phrases) -> list[tuple[str, str]]:
    """Return each party's role and what it said; nothing of private answers."""
    if question.privacy is not Privacy.SHARED:
        return []
    return [
        (
            party.name[say.language],
            answer_words(question, session.answer(party.id, question.id), say),
        )
        for party in session.questionnaire.parties
    ]


def _caution(found: QuestionAnalysis, say: Phrases) -> str:
    """Return on which definition an agreement is hollow, or what is risky about it."""
    if found.finding.verdict is Verdict.HOLLOW:
        definers = (question.text[say.language] for question in found.shaky_definers)
        return say("interview.hollow", definer=" / ".join(definers))
    agreed = sorted(
        (risk for risk in found.risks if risk.is_agreed), key=lambda risk: risk.rule.level.rank
    )
    return say("interview.agreed_risk", risk=agreed[0].rule.say[say.language]) if agreed else ""
