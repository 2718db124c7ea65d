"""A questionnaire file read so that all that is wrong in it comes to light at once."""

from collections.abc import Iterator
from typing import Any, get_args

from tui.diagnostics.problem import Problem, error, message
from tui.diagnostics.span import KeyPath
from tui.diagnostics.suggestions import Names
from tui.formats.questionnaire.models import (
    AnyQuestionTable,
    AreaTable,
    PartyTable,
    PredicateTable,
    QuestionnaireFile,
    QuestionTable,
    RetiredTable,
    RuleTable,
)
from tui.formats.reading import Mending, Parsed, keys_of
from tui.formats.table import Table
from tui.toml.reader import TomlFile

TYPES: dict[str, type[QuestionTable]] = {
    kind: table
    for table in get_args(AnyQuestionTable)
    for kind in get_args(table.model_fields["type"].annotation)
}
"""The table of each type of question."""
_OWNERS: dict[str, list[str]] = {}
"""The types of question that have a key."""
for _kind, _table in TYPES.items():
    for _key in keys_of(_table):
        _OWNERS.setdefault(_key, []).append(_kind)
_BESIDE_OPERATORS = {"q", "who", "choice", "by"}
"""The keys of a test that are no operators."""


def parse_questionnaire(file: TomlFile) -> Parsed[QuestionnaireFile]:
    """Return what a questionnaire file says, with guesses where its form is wrong."""
    return _Mending(QuestionnaireFile, file.data).parsed()


class _Mending(Mending[QuestionnaireFile]):
    """Knows what people take for a table of tables, for a type of question and for an operator."""

    def prepare(self) -> None:
        """Mend tables without an id, and questions whose type is not known."""
        for path, table, keys in list(self._tables_by_id()):
            if any(key in keys and not isinstance(each, dict) for key, each in table.items()):
                name = ".".join(map(str, path))
                self.tell(error(path, "no_id", at="header", table=name))
                self.damage.places.add(path)
                self.copy()
                holder = self.at(path)
                for key in [key for key in holder if key in keys]:
                    del holder[key]
        questions = self.data.get("question")
        for name in list(questions) if isinstance(questions, dict) else ():
            self._mend_question(name, questions[name])

    def unknown_key(self, path: KeyPath, table: type[Table]) -> tuple[Problem, str | None]:
        """Return what to tell of a key that may not stand there, and the key that was meant."""
        name = str(path[-1])
        owners = _OWNERS.get(name, []) if issubclass(table, QuestionTable) else []
        if owners:
            kind, mend = (
                self.at(path[:-1])["type"],
                message("key_of_types", types=", ".join(owners)),
            )
            told = error(path, "key_of_other_type", at="key", key=name, type=kind, help=mend)
            return told, None
        meant = Names(keys_of(table)).nearest(name)
        if table is PredicateTable and meant not in _BESIDE_OPERATORS:
            operators = Names(key for key in keys_of(table) if key not in _BESIDE_OPERATORS)
            offer = message("did_you_mean", name=meant) if meant else operators.mend(name)
            return error(path, "unknown_operator", at="key", operator=name, help=offer), meant
        return super().unknown_key(path, table)

    def _tables_by_id(self) -> Iterator[tuple[KeyPath, dict[str, Any], set[str]]]:
        """Yield each table that holds a table for each id, and the keys of the inner ones."""
        inner: dict[str, type[Table]]
        inner = {"party": PartyTable, "area": AreaTable, "risk": RuleTable, "retired": RetiredTable}
        questions = self.data.get("question")
        found: list[tuple[KeyPath, Any, set[str]]] = [(("question",), questions, set(_OWNERS))]
        found += [((name,), self.data.get(name), set(keys_of(inner[name]))) for name in inner]
        for name, question in questions.items() if isinstance(questions, dict) else ():
            for key in ("risk", "retired") if isinstance(question, dict) else ():
                path = ("question", name, key)
                found.append((path, question.get(key), set(keys_of(inner[key]))))
        yield from (each for each in found if isinstance(each[1], dict))

    def _mend_question(self, name: str, table: Any) -> None:
        """Tell a question of no known type, and guess its type; where that fails, it is lost."""
        path: KeyPath = ("question", name)
        if not isinstance(table, dict):
            self.tell(error(path, "check.not_table", key=name))
            self._lose(name)
            return
        if "type" not in table:
            misspelt = Names(sorted(table.keys() - _OWNERS.keys())).nearest("type")
            if misspelt is None:
                self.tell(error(path, "check.missing_key", at="header", key="type"))
                self._lose(name)
                return
            mend = message("did_you_mean", name="type")
            self.tell(
                error((*path, misspelt), "check.unknown_key", at="key", key=misspelt, help=mend)
            )
            self.damage.moved[*path, "type"] = (*path, misspelt)
            self.copy()
            table = self.at(path)
            table["type"] = table.pop(misspelt)
        kind = table["type"]
        if not isinstance(kind, str) or kind not in TYPES:
            types = Names(TYPES)
            offer = types.mend(str(kind))
            self.tell(error((*path, "type"), "unknown_question_type", type=kind, help=offer))
            guess = types.nearest(str(kind))
            if guess is None:
                self._lose(name)
            else:
                self.damage.places.add((*path, "type"))
                self.copy()
                self.at(path)["type"] = guess

    def _lose(self, name: str) -> None:
        self.damage.lost.add(name)
        self.copy()
        del self.data["question"][name]
