"""The shape of report files: the tables that the reports of two parties and of one share.

Reports come from other people's programs as well, so that nothing in them is taken on trust. The
fields bear the names of the keys; what they mean is told by the records of the domain.
"""

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator

from tui.domain.answers import ContractState, Firmness, NonAnswer
from tui.domain.localized_text import LocalizedText
from tui.domain.questionnaire import Edition
from tui.domain.report import ReportedAnswer
from tui.domain.sheet import Respondent
from tui.formats.report_values import Many, Said, Text, Title, Word, Words

BESIDE = "\0words"
"""Where `WordedShape` gathers what stands beside a value; no key of a file can be spelt so."""


class Shape(BaseModel):
    """A table that holds what its fields say and nothing else."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class WordedShape(Shape):
    """A value, with its wording beside it under the questionnaire's languages."""

    value: Said | None = None
    words: Annotated[dict[str, Text] | None, Field(validation_alias=BESIDE)] = None

    @model_validator(mode="before")
    @classmethod
    def _gathered(cls, raw: Any, info: ValidationInfo) -> Any:
        """Bring the wording together; where no languages are known, any other key may be one."""
        if not isinstance(raw, dict):
            return raw
        own = cls.model_fields.keys() - {"words"}
        words = {
            key: word
            for key, word in raw.items()
            if key not in own and (info.context is None or key in info.context)
        }
        if not words:
            return raw
        return {key: each for key, each in raw.items() if key not in words} | {BESIDE: words}

    @property
    def wording(self) -> LocalizedText | None:
        """The value in words."""
        return LocalizedText(self.words) if self.words else None


class AnswerShape(WordedShape):
    """What one party said."""

    state: Word[NonAnswer] | None = None
    reason: Text = ""
    firmness: Word[Firmness] | None = None
    contract: Word[ContractState] | None = None
    note: Text = ""
    private_note: Text = ""

    def record(self) -> ReportedAnswer:
        """Return the answer."""
        return ReportedAnswer(
            value=self.value,
            state=self.state,
            reason=self.reason,
            words=self.wording,
            firmness=self.firmness,
            contract=self.contract,
            note=self.note,
            private_note=self.private_note,
        )


class EditionShape(Shape):
    """Which questionnaire was answered."""

    id: Title
    version: Title
    digest: Title
    languages: Many[Title]
    title: Words

    def record(self) -> Edition:
        """Return the edition."""
        return Edition(self.id, self.version, self.digest)


class PartyShape(Shape):
    """Who answered."""

    id: Title
    name: Title
    language: Title
    answered_by: Many[Title]
    called: Words

    def record(self) -> Respondent:
        """Return the party."""
        return Respondent(
            id=self.id, name=self.name, language=self.language, answered_by=self.answered_by
        )


class SealShape(Shape):
    """What shows whether the file was changed."""

    sha256: Title


class SealedShape(Shape):
    """What every report has."""

    format: int
    kind: str
    mode: str
    date: date
    notice: object = None
    questionnaire: EditionShape
    integrity: SealShape
