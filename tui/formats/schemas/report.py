"""The JSON Schema of reports."""

from tui.domain.agenda import Tier
from tui.domain.answers import ContractState, Firmness, NonAnswer
from tui.domain.questions import Kind
from tui.domain.report_level import ReportLevel
from tui.domain.risk_rules import Level, Source
from tui.domain.verdict import Flag, Verdict
from tui.formats.questionnaire.shapes.forms import (
    ANYTHING,
    NUMBER,
    TEXT,
    TEXTS,
    TRUE,
    WHOLE,
    WORDS,
    ListOf,
    MapOf,
    OneOf,
)
from tui.formats.questionnaire.shapes.table import ById, Shape, Table, due, free
from tui.formats.schemas.making import DAY, Definitions, Schema


class ReportedEditionShape(Shape):
    """Which questionnaire was answered."""

    id = due(TEXT)
    version = due(TEXT)
    digest = due(TEXT)
    languages = due(TEXTS)
    title = due(WORDS)


class ReportedPartyShape(Shape):
    """One of the two parties."""

    id = due(TEXT)
    name = due(TEXT)
    language = due(TEXT)
    answered_by = free(TEXTS)
    called = free(WORDS)


class CoverageShape(Shape):
    """How much was compared."""

    compared = due(NUMBER)
    shown = due(NUMBER)
    share = free(NUMBER)


class SummaryShape(Shape):
    """The counts of all areas together."""

    weakest_area = free(TEXT)
    blocking = due(WHOLE)
    agreed_risks = due(WHOLE)
    counts = due(MapOf(WHOLE))
    coverage = due(Table(CoverageShape))


class ReportedAreaShape(Shape):
    """The counts of one area."""

    id = due(TEXT)
    alignment = free(NUMBER)
    title = due(WORDS)
    blocking = due(WHOLE)
    agreed_risks = due(WHOLE)
    counts = due(MapOf(WHOLE))
    coverage = due(Table(CoverageShape))


class ReportedAnswerShape(Shape):
    """What one party said; its words stand beside the value, under their language."""

    value = free(ANYTHING)
    state = free(OneOf(*NonAnswer))
    reason = free(TEXT)
    firmness = free(OneOf(*Firmness))
    contract = free(OneOf(*ContractState))
    note = free(TEXT)
    private_note = free(TEXT)


class ReportedRiskShape(Shape):
    """A rule of risk that fired."""

    id = due(TEXT)
    level = due(OneOf(*Level))
    parties = due(TEXTS)
    source = free(OneOf(*Source))
    say = due(WORDS)


class ReportedQuestionShape(Shape):
    """One question with both answers."""

    id = due(TEXT)
    area = due(TEXT)
    type = due(OneOf(*Kind))
    verdict = due(OneOf(*Verdict))
    similarity = free(NUMBER)
    weight = due(NUMBER)
    flags = due(ListOf(OneOf(*Flag)))
    defined_by = due(TEXTS)
    text = due(WORDS)
    practice = free(WORDS)
    answers = free(ById(ReportedAnswerShape))
    revised = free(ById(ReportedAnswerShape))
    reasons = free(MapOf(TEXT))
    verdict_after = free(OneOf(*Verdict))
    risks = due(ListOf(Table(ReportedRiskShape)))


class DecisionShape(Shape):
    """What was settled on one question."""

    question = due(TEXT)
    value = free(ANYTHING)
    taken_from = free(TEXT)
    decision = free(TEXT)
    owner = free(TEXT)
    due = free(DAY)
    seconds = free(WHOLE)
    parked = free(TRUE)
    text = free(WORDS)
    clause = free(WORDS)


class AgendaShape(Shape):
    """One thing to talk about."""

    question = due(TEXT)
    tier = due(WHOLE)
    minutes = due(WHOLE)
    text = due(WORDS)


class IntegrityShape(Shape):
    """What shows whether the file was changed."""

    sha256 = due(TEXT)


class ReportShape(Shape):
    """A whole report."""

    format = due(WHOLE)
    kind = due(OneOf("report"))
    mode = due(OneOf("kickoff"))
    level = due(OneOf(*ReportLevel))
    date = due(DAY)
    notice = free(WORDS)
    questionnaire = due(Table(ReportedEditionShape))
    parties = due(ById(ReportedPartyShape))
    summary = due(Table(SummaryShape))
    areas = due(ListOf(Table(ReportedAreaShape)))
    questions = due(ListOf(Table(ReportedQuestionShape)))
    agenda = due(ListOf(Table(AgendaShape)))
    decisions = free(ListOf(Table(DecisionShape)))
    integrity = due(Table(IntegrityShape))


def schema() -> Schema:
    """Return the schema of a report."""
    names: dict[type[Shape], str] = {
        ReportShape: "report",
        ReportedEditionShape: "reported_edition",
        ReportedPartyShape: "reported_party",
        CoverageShape: "coverage",
        SummaryShape: "summary",
        ReportedAreaShape: "reported_area",
        ReportedQuestionShape: "reported_question",
        ReportedAnswerShape: "reported_answer",
        ReportedRiskShape: "reported_risk",
        DecisionShape: "decision",
        AgendaShape: "agenda_item",
        IntegrityShape: "integrity",
    }
    others = {ReportedAnswerShape: TEXT, DecisionShape: TEXT}
    whole = Definitions(names, others).schema(ReportShape, "duiqi report")
    item = whole["definitions"]["agenda_item"]
    item["properties"]["tier"]["enum"] = list(map(int, Tier))
    return whole
