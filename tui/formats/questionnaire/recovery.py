"""A questionnaire file read so that all that is wrong in it comes to light at once."""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from tui.diagnostics.problem import Problem, error, message
from tui.diagnostics.span import KeyPath
from tui.diagnostics.suggestions import Names
from tui.domain.message import Message
from tui.formats.questionnaire.foreign_words import type_meant
from tui.formats.questionnaire.models import (
    AreaTable,
    PartyTable,
    QuestionnaireFile,
    QuestionTable,
    RetiredTable,
    RuleTable,
)
from tui.formats.questionnaire.unknown_keys import OWNERS, TYPES, above, judged
from tui.formats.questionnaire.value_mends import mend_of
from tui.formats.reading import Mending, Parsed, keys_of
from tui.formats.table import Table
from tui.formats.value_mends import shown
from tui.text.language_tags import is_tag
from tui.toml.reader import TomlFile

_OF_A_KEY = 3
"""The length of the path of a question's own key."""
_TELLS = {"question": {"type"}, "risk": {"if", "level"}, "retired": {"since"}, "area": {"title"}}
"""The keys by which the table of an id with a dot is known."""


_ONE_TEXT = {"party": "name", "area": "title", "retired": "since"}
"""The key of a text that people write instead of the table that it belongs into."""
_KEYS_OF = {
    "party": keys_of(PartyTable),
    "area": keys_of(AreaTable),
    "retired": keys_of(RetiredTable),
}


def parse_questionnaire(file: TomlFile) -> Parsed[QuestionnaireFile]:
    """Return what a questionnaire file says, with guesses where its form is wrong."""
    return _Mending(QuestionnaireFile, file.data).parsed()


class _Mending(Mending[QuestionnaireFile]):
    """Knows what people take for a table of tables, for a type of question and for an operator."""

    word_mends = MappingProxyType({"private": message("private_words")})

    def prepare(self) -> None:
        """Mend tables without an id, and questions whose type is not known."""
        for path, table, keys in list(self._tables_by_id()):
            for name in list(table):
                self._mend_dotted_id((*path, name), keys)
            if any(key in keys and not isinstance(each, dict) for key, each in table.items()):
                name = ".".join(map(str, path))
                self.tell(error(path, "no_id", at="header", table=name))
                self.damage.places.add(path)
                self.copy()
                holder = self.at(path)
                for key in [key for key in holder if key in keys]:
                    del holder[key]
        for section, key in _ONE_TEXT.items():
            self._mend_bare_texts(section, key)
        questions = self.data.get("question")
        for name in list(questions) if isinstance(questions, dict) else ():
            self._mend_question(name, questions[name])

    def unknown_key(self, path: KeyPath, table: type[Table]) -> tuple[Problem, KeyPath | None]:
        """Return what to tell of a key that may not stand there, and the path that was meant."""
        found = judged(path, table, self.data) or super().unknown_key(path, table)
        if found[0].help is None and issubclass(table, QuestionTable):
            return replace(found[0], help=_keys_of_type(table)), found[1]
        return found

    def value_mend(self, path: KeyPath, key: str, found: object) -> Message | None:
        """Return how to write a value of the wrong form."""
        return mend_of(path, key, found, self.data)

    def tell(self, problem: Problem) -> None:
        """Note a problem, unless it follows from one, or from a guess at the type of a question."""
        path, key = problem.path, problem.message.values.get("key")
        is_guess = len(path) <= _OF_A_KEY and (*path[:2], "type") in self.damage.places
        told = problem.message.key in {"check.key_of_other_type", "check.missing_key"}
        if not (is_guess and told and key not in keys_of(QuestionTable)):
            super().tell(problem)

    def _tables_by_id(self) -> Iterator[tuple[KeyPath, dict[str, Any], set[str]]]:
        """Yield each table that holds a table for each id, and the keys of the inner ones."""
        inner: dict[str, type[Table]]
        inner = {"party": PartyTable, "area": AreaTable, "risk": RuleTable, "retired": RetiredTable}
        questions = self.data.get("question")
        found: list[tuple[KeyPath, Any, set[str]]] = [(("question",), questions, set(OWNERS))]
        found += [((name,), self.data.get(name), set(keys_of(inner[name]))) for name in inner]
        for name, question in questions.items() if isinstance(questions, dict) else ():
            for key in ("risk", "retired") if isinstance(question, dict) else ():
                path = ("question", name, key)
                found.append((path, question.get(key), set(keys_of(inner[key]))))
        yield from (each for each in found if isinstance(each[1], dict))

    def _mend_bare_texts(self, table: str, key: str) -> None:
        """Tell texts that stand where a table with one key for them is due."""
        tables = self.data.get(table)
        for name, found in list(tables.items()) if isinstance(tables, dict) else ():
            is_text = isinstance(found, str) or (
                isinstance(found, dict) and _is_in_languages(found)
            )
            if is_text and name not in _KEYS_OF[table]:
                path: KeyPath = (table, name)
                mend = message("write_as", example=f"{name} = {{ {key} = … }}")
                self.tell(error(path, "check.not_table", at="key", key=name, help=mend))
                self.copy()
                self.data[table][name] = {key: found}
                self.damage.moved[*path, key] = path

    def _mend_dotted_id(self, path: KeyPath, keys: set[str]) -> None:
        """Tell a table whose id has a dot, which TOML takes for a table within a table."""
        holder = self.at(path[:-1])
        outer, tells = holder[path[-1]], _TELLS.get(str(path[-2]), {"name"})
        for name, inner in list(outer.items()) if isinstance(outer, dict) else ():
            if name in keys or not isinstance(inner, dict) or not tells & inner.keys():
                continue
            kind, simple = ".".join(map(str, path[:-1])), f"{path[-1]}_{name}"
            mend = message("write_header", table=f"{kind}.{simple}")
            where = (*path, name)
            told = error(where, "dot_in_id", at="header", id=f"{path[-1]}.{name}", help=mend)
            self.tell(told)
            self.copy()
            holder = self.at(path[:-1])
            holder.setdefault(simple, holder[path[-1]].pop(name))
            self.damage.moved[*path[:-1], simple] = where
            if not holder[path[-1]]:
                del holder[path[-1]]

    def _mend_question(self, name: str, table: Any) -> None:
        """Tell a question of no known type, and guess its type; where that fails, it is lost."""
        path: KeyPath = ("question", name)
        if not isinstance(table, dict):
            mend = self.value_mend(path, "check.not_table", table)
            self.tell(error(path, "check.not_table", key=name, help=mend))
            self._lose(name)
            return
        if "type" not in table:
            self._take_type_from_risk(path)
            table = self.at(path)
        if "type" not in table:
            misspelt = Names(sorted(table.keys() - OWNERS.keys())).nearest("type")
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
        if not isinstance(kind, str):
            mend = message("one_of", names=", ".join(map(shown, TYPES)))
            self.tell(error((*path, "type"), "check.not_a_word", key="type", help=mend))
            self._lose(name)
        elif kind not in TYPES:
            types, foreign = Names(TYPES), type_meant(kind)
            guess = types.nearest(kind) if foreign is None else foreign
            offer = types.mend(kind)
            if foreign is not None:
                is_own = foreign in TYPES
                offer = message("here_it_is", name=foreign) if is_own else message(foreign)
                guess = foreign if is_own else None
            self.tell(error((*path, "type"), "unknown_question_type", type=kind, help=offer))
            if guess is None:
                self._lose(name)
            else:
                self.damage.places.add((*path, "type"))
                self.copy()
                self.at(path)["type"] = guess

    def _take_type_from_risk(self, path: KeyPath) -> None:
        """Tell a type that stands under a rule of risk instead of above it, and take it there."""
        risks = self.at(path).get("risk")
        for name, rule in risks.items() if isinstance(risks, dict) else ():
            if isinstance(rule, dict) and rule.get("type") in TYPES:
                place = (*path, "risk", name, "type")
                self.tell(error(place, "misplaced_key", at="key", key="type", help=above(path)))
                self.damage.moved[*path, "type"] = place
                self.copy()
                self.at(path)["type"] = self.at(place[:-1]).pop("type")
                return

    def _lose(self, name: str) -> None:
        self.damage.lost.add(name)
        self.copy()
        del self.data["question"][name]


def _is_in_languages(table: dict[str, Any]) -> bool:
    """Return whether a table holds nothing but a text in each language."""
    return bool(table) and all(is_tag(tag) and isinstance(table[tag], str) for tag in table)


def _keys_of_type(table: type[QuestionTable]) -> Message:
    """Return which keys a question has: its type's own first."""
    common = keys_of(QuestionTable)
    own = [key for key in keys_of(table) if key not in common]
    return message("one_of", names=", ".join((*own, *common)))
