"""The lists of choices of a form."""

from dataclasses import dataclass, field

from tui.formats.xlsform.columns import columns
from tui.formats.xlsform.languages import TEXTS, Languages, Text
from tui.formats.xlsform.names import id_for
from tui.formats.xlsform.notes import Notes
from tui.formats.xlsform.workbook import Row, Sheets

_SHEET = "choices"
_KNOWN = {"list_name", "name", "value", *TEXTS}


@dataclass(slots=True)
class ChoiceList:
    """A list of choices."""

    id: str
    """Its id."""
    labels: dict[str, Text] = field(default_factory=dict)
    """The id of a choice to its text."""
    ids: dict[str, str] = field(default_factory=dict)
    """What the form calls a choice to its id."""
    rows: list[int] = field(default_factory=list)
    """The rows that it stands in."""
    is_used: bool = False
    """Whether a question offers it."""

    @property
    def is_enough(self) -> bool:
        """Whether there is anything to choose between."""
        return len(self.labels) > 1


def read_lists(sheets: Sheets, languages: Languages, notes: Notes) -> dict[str, ChoiceList]:
    """Return the lists of a form by the names that it gives them."""
    found: dict[str, ChoiceList] = {}
    rows = sheets.get(_SHEET, [])
    named = {each.name: head for head, each in columns(rows).items()}
    name_head = named.get("name", named.get("value", ""))
    for row in rows:
        list_name = row.cells.get(named.get("list_name", ""), "")
        name = row.cells.get(name_head, "")
        if not list_name or not name:
            notes.add(_SHEET, row.number, "choice_unnamed")
            continue
        if list_name not in found:
            taken = {each.id for each in found.values()}
            found[list_name] = ChoiceList(id_for(list_name, taken, "list"))
            if found[list_name].id != list_name:
                notes.add(_SHEET, row.number, "renamed", old=list_name, new=found[list_name].id)
        _add_choice(found[list_name], name, row, languages, notes)
    for head, each in columns(rows).items():
        if each.name not in _KNOWN:
            at = [row.number for row in rows if head in row.cells]
            notes.add(_SHEET, at, "column", column=head)
    return found


def _add_choice(known: ChoiceList, name: str, row: Row, languages: Languages, notes: Notes) -> None:
    label = languages.text(row, "label", _SHEET)
    if not label:
        notes.add(_SHEET, row.number, "no_label", name=name)
        label = languages.same(name)
    if name in known.ids:
        notes.add(_SHEET, row.number, "choice_twice", name=name)
        return
    known.rows.append(row.number)
    known.ids[name] = id_for(name, known.labels, "c")
    if known.ids[name] != name:
        notes.add(_SHEET, row.number, "renamed", old=name, new=known.ids[name])
    known.labels[known.ids[name]] = label
