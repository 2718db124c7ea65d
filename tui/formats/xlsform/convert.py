"""A questionnaire of a form: row after row, with a note of all that it cannot hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tui.domain.questionnaire import version_numbers
from tui.formats.xlsform.answers import Source, Table, answer_table
from tui.formats.xlsform.columns import columns
from tui.formats.xlsform.expressions import Condition, NotSimple, parse_condition
from tui.formats.xlsform.gates import Known, gate
from tui.formats.xlsform.languages import TEXTS, Languages, Text, joined
from tui.formats.xlsform.lists import read_lists
from tui.formats.xlsform.names import id_for
from tui.formats.xlsform.notes import Note, Notes
from tui.formats.xlsform.workbook import Row, Sheets
from tui.i18n.catalogue import translated

_SURVEY, _SETTINGS = "survey", "settings"
_SHEETS = (_SURVEY, "choices", _SETTINGS)
_PARTIES = ("brand", "agency")
_KNOWN = {"type", "name", "relevant", "relevance", "constraint", "parameters", "disabled", *TEXTS}
"""The columns of the survey that are read."""
_TITLES, _IDS = ("form_title", "title", "set_form_title"), ("form_id", "id_string", "set_form_id")
_ALIASES = {"select1": "select_one", "string": "text", "begin_repeat": "begin_group"}
_NO = {"", "no", "false", "0"}


@dataclass(frozen=True, slots=True)
class Converted:
    """What came of a form."""

    tables: dict[str, object]
    """The questionnaire, as its file holds it."""
    notes: tuple[Note, ...]
    """What could not be carried over, and what was put in its place."""


@dataclass(slots=True)
class _Group:
    """A group of a form that has begun and not ended."""

    row: int
    condition: Condition | None


@dataclass(slots=True)
class _Area:
    """An area, as it fills."""

    row: int
    title: Text
    about: list[Text] = field(default_factory=list)
    questions: int = 0


def convert(sheets: Sheets, stem: str) -> Converted:
    """Return the questionnaire that a form comes to.

    Args:
        sheets: The form; it has a sheet `survey`.
        stem: What the file is called, for a form that says no id.
    """
    return _Converter(sheets, stem).converted()


class _Converter:
    def __init__(self, sheets: Sheets, stem: str) -> None:
        self._sheets = sheets
        self._notes = Notes()
        self._settings = self._read_settings()
        self._languages = Languages(sheets, self._setting("default_language"), self._notes)
        self._lists = read_lists(sheets, self._languages, self._notes)
        self._id = id_for(self._setting(*_IDS) or stem, (), "form")
        self._areas: dict[str, _Area] = {}
        self._area = ""
        """The area of the next question; empty where it is in no group."""
        self._groups: list[_Group] = []
        self._remarks: list[tuple[int, Text]] = []
        """Notes of the form that wait for the question behind them."""
        self._questions: dict[str, Table] = {}
        self._known: dict[str, Known] = {}

    def converted(self) -> Converted:
        """Return all of it."""
        for name in self._sheets:
            if name not in _SHEETS and self._sheets[name]:
                self._notes.add(name, (), "sheet")
        rows = self._sheets[_SURVEY]
        self._note_columns(rows)
        heads = {each.name: head for head, each in columns(rows).items()}
        for row in rows:
            cell = {name: row.cells.get(head, "") for name, head in heads.items()}
            if cell.get("disabled", "").lower() not in _NO:
                self._notes.add(_SURVEY, row.number, "disabled")
            else:
                self._convert(row, cell)
        self._lose_remarks()
        if self._groups:
            self._notes.add(_SURVEY, [group.row for group in self._groups], "group_open")
        return Converted(self._tables(), self._notes.all())

    # -- around the questions ----------------------------------------------------------

    def _read_settings(self) -> dict[str, str]:
        rows = self._sheets.get(_SETTINGS, [])
        heads = columns(rows[:1])
        for row in rows[1:]:
            self._notes.add(_SETTINGS, row.number, "more_settings")
        known = (*_TITLES, *_IDS, "version", "default_language")
        for head, each in heads.items():
            if each.name not in known:
                self._notes.add(_SETTINGS, rows[0].number, "setting", name=head)
        return {each.name: rows[0].cells[head] for head, each in heads.items()}

    def _setting(self, *names: str) -> str:
        return next((self._settings[name] for name in names if name in self._settings), "")

    def _version(self) -> str:
        given = self._setting("version")
        if version_numbers(given) is not None:
            return given
        if given:
            row = self._sheets[_SETTINGS][0].number
            self._notes.add(_SETTINGS, row, "version", given=given)
        return "1.0.0"

    def _tables(self) -> dict[str, object]:
        """Return the questionnaire, with what a form does not have: two parties."""
        languages = self._languages
        if len(languages.tags) == 1:
            other = "zh-CN" if languages.tags[0] != "zh-CN" else "en"
            self._notes.add("", (), "one_language", language=languages.tags[0], other=other)
        self._notes.add("", (), "parties")
        for name, area in self._areas.items():
            if not area.questions:
                self._notes.add(_SURVEY, area.row, "area_empty", name=name)
        for name, each in self._lists.items():
            if not each.is_used:
                self._notes.add("choices", each.rows, "list_unused", name=name)
        title = self._setting(*_TITLES) or self._id
        return {
            "format": 1,
            "questionnaire": {
                "id": self._id,
                "version": self._version(),
                "languages": list(languages.tags),
                "title": languages.same(title),
            },
            "party": {name: {"name": self._words(f"xlsform.{name}")} for name in _PARTIES},
            "area": {
                name: {"title": area.title, **({"about": joined(area.about)} if area.about else {})}
                for name, area in self._areas.items()
                if area.questions
            },
            "choices": {each.id: each.labels for each in self._lists.values() if each.is_used},
            "question": self._questions,
        }

    def _words(self, key: str) -> Text:
        """Return words of ours in each language of the form; English where we do not speak it."""
        known = translated(key).words
        return {
            tag: known["zh-CN"] if tag.startswith("zh") else known["en"]
            for tag in self._languages.tags
        }

    def _note_columns(self, rows: list[Row]) -> None:
        """Note what stands in columns that say nothing here."""
        for head, each in columns(rows).items():
            cells = {row.number: row.cells[head] for row in rows if head in row.cells}
            if each.name == "required":
                told = [number for number, text in cells.items() if text.lower() not in _NO]
                if told:
                    self._notes.add(_SURVEY, told, "required")
            elif each.name not in _KNOWN:
                self._notes.add(_SURVEY, cells, "column", column=head)

    # -- row after row -----------------------------------------------------------------

    def _convert(self, row: Row, cell: Mapping[str, str]) -> None:
        written = cell.get("type", "")
        kind, choices, has_other = _type_of(written)
        match kind:
            case "begin_group":
                self._begin_group(row, cell, is_repeat="repeat" in written.lower())
            case "end_group" | "end_repeat":
                self._end_group(row)
            case "note":
                self._add_remark(row, cell)
            case "":
                self._notes.add(_SURVEY, row.number, "no_type")
            case _:
                self._add_question(row, cell, kind, choices, has_other=has_other)

    def _begin_group(self, row: Row, cell: Mapping[str, str], *, is_repeat: bool) -> None:
        if is_repeat:
            self._notes.add(_SURVEY, row.number, "repeat")
        name = cell.get("name", "")
        label = self._languages.text(row, "label", _SURVEY)
        if not self._groups:
            self._lose_remarks()
            self._area = self._new_area(row.number, name or "area", label)
            if name and self._area != name:
                self._notes.add(_SURVEY, row.number, "renamed", old=name, new=self._area)
        else:
            told = next(iter(label.values()), name)
            self._notes.add(_SURVEY, row.number, "nested_group", name=told, area=self._area)
        self._groups.append(_Group(row.number, self._condition(row, cell)))

    def _end_group(self, row: Row) -> None:
        if not self._groups:
            self._notes.add(_SURVEY, row.number, "group_closed")
            return
        self._groups.pop()
        if not self._groups:
            self._lose_remarks()
            self._area = ""

    def _new_area(self, row: int, name: str, title: Text) -> str:
        found = id_for(name, self._areas, "area")
        self._areas[found] = _Area(row, title or self._languages.same(name))
        return found

    def _condition(self, row: Row, cell: Mapping[str, str]) -> Condition | None:
        written = cell.get("relevant", "") or cell.get("relevance", "")
        if not written:
            return None
        try:
            return parse_condition(written)
        except NotSimple:
            self._notes.add(_SURVEY, row.number, "relevant", text=written)
            return None

    def _add_remark(self, row: Row, cell: Mapping[str, str]) -> None:
        """Keep a note: what begins a group is about its area, any other a hint to what follows."""
        texts = [self._languages.text(row, name, _SURVEY) for name in ("label", "hint")]
        if cell.get("relevant", "") or cell.get("relevance", ""):
            self._notes.add(_SURVEY, row.number, "note_always")
        remark = joined(texts)
        if not remark:
            return
        if self._groups and not self._areas[self._area].questions:
            self._areas[self._area].about.append(remark)
            self._notes.add(_SURVEY, row.number, "note_about", area=self._area)
        else:
            self._remarks.append((row.number, remark))

    def _lose_remarks(self) -> None:
        if self._remarks:
            self._notes.add(_SURVEY, [row for row, _ in self._remarks], "note_lost")
        self._remarks.clear()

    def _add_question(
        self, row: Row, cell: Mapping[str, str], kind: str, choices: str, *, has_other: bool
    ) -> None:
        """Add a question, unless it is of a type that there is not here."""
        offered = self._lists.get(choices)
        if kind in ("select_one", "select_multiple", "rank"):
            if offered is None or not offered.is_enough:
                key = "list_missing" if offered is None else "list_short"
                self._notes.add(_SURVEY, row.number, key, name=choices)
                return
            offered.is_used = True
        source = Source(
            row.number, kind, offered, cell.get("constraint", ""), cell.get("parameters", "")
        )
        answers = answer_table(source, self._notes)
        if answers is None:
            self._notes.add(_SURVEY, row.number, "type", type=cell["type"])
            return
        name = cell.get("name", "")
        found = id_for(name, self._questions, "q")
        if found != name:
            self._notes.add(_SURVEY, row.number, "renamed", old=name, new=found)
        answers_type = str(answers.pop("type"))
        if has_other and answers_type not in ("choice", "multi"):
            self._notes.add(_SURVEY, row.number, "or_other")
        self._questions[found] = {
            "type": answers_type,
            "area": self._area_of_next(row),
            **self._texts(row, name or found),
            **answers,
            **({"other": True} if has_other and answers_type in ("choice", "multi") else {}),
            **self._gate(row, cell),
        }
        self._known.setdefault(name, Known(found, answers_type, offered))

    def _area_of_next(self, row: Row) -> str:
        if not self._area:
            self._area = self._new_area(row.number, "general", self._words("xlsform.general"))
            self._notes.add(_SURVEY, row.number, "general_area", area=self._area)
        self._areas[self._area].questions += 1
        return self._area

    def _texts(self, row: Row, name: str) -> Table:
        """Return the texts of a question, and with its hint the notes before it."""
        label, hint, guide = (self._languages.text(row, key, _SURVEY) for key in TEXTS)
        if not label:
            self._notes.add(_SURVEY, row.number, "no_label", name=name)
            label = self._languages.same(name)
        if self._remarks:
            self._notes.add(_SURVEY, [at for at, _ in self._remarks], "note_hint", name=name)
            hint = joined([*(text for _, text in self._remarks), hint])
            self._remarks.clear()
        told = {"text": label, "hint": hint, "guide": guide}
        return {key: text for key, text in told.items() if text}

    def _gate(self, row: Row, cell: Mapping[str, str]) -> Table:
        """Return when a question is asked: as it says itself, and as the groups around it say."""
        own = self._condition(row, cell)
        conditions = [each for each in (*(g.condition for g in self._groups), own) if each]
        if not conditions:
            return {}
        try:
            return dict(gate(conditions, self._known))
        except NotSimple:
            written = cell.get("relevant", "") or cell.get("relevance", "")
            key = "relevant" if written else "relevant_group"
            self._notes.add(_SURVEY, row.number, key, text=written)
            return {}


def _type_of(written: str) -> tuple[str, str, bool]:
    """Return the type of a row, the list that it names, and whether others may be written in.

    >>> _type_of("select one yes_no or_other"), _type_of("begin group"), _type_of("integer")
    (('select_one', 'yes_no', True), ('begin_group', '', False), ('integer', '', False))
    """
    first, *rest = written.split() or [""]
    kind = first.lower()
    if kind in ("select", "begin", "end") and rest:
        kind, rest = f"{kind}_{rest[0].lower()}", rest[1:]
    kind = _ALIASES.get(kind, kind)
    has_other = " ".join(rest[1:]).lower() in ("or_other", "or other")
    return kind, rest[0] if rest else "", has_other
