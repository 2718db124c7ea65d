"""Tables of a questionnaire file: the keys that each may have, declared once as a class."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any, ClassVar, Generic, Self, TypeVar, overload

from tui.diagnostics.problem import error
from tui.diagnostics.span import KeyPath
from tui.formats.questionnaire.shapes.forms import Form, MapOf
from tui.formats.questionnaire.shapes.reading import Raw, Reading

T = TypeVar("T")
S = TypeVar("S", bound="Shape")
_NO_OWNERS: Mapping[str, list[str]] = {}


class Key(Generic[T]):
    """One key of a table; on a table that was read, its value."""

    __slots__ = ("attribute", "default", "form", "is_due", "name")

    def __init__(self, form: Form[Any], default: T, name: str, *, is_due: bool) -> None:
        self.form = form
        """What may stand there."""
        self.default = default
        """What holds where nothing stands there."""
        self.name = name
        """Its name in the file."""
        self.attribute = name
        """Its name in the program."""
        self.is_due = is_due
        """Whether it may not be left out."""

    def __set_name__(self, _: type, attribute: str) -> None:
        self.attribute = attribute
        self.name = self.name or attribute

    @overload
    def __get__(self, table: None, _: type) -> Self: ...
    @overload
    def __get__(self, table: "Shape", _: type) -> T: ...
    def __get__(self, table: "Shape | None", _: type) -> "Self | T":
        return self if table is None else self.default


def due(form: Form[T], name: str = "") -> Key[T]:
    """Declare a key that must be there; `name` where the file's is no name in Python."""
    unused: Any = None
    return Key(form, unused, name, is_due=True)


@overload
def free(form: Form[T], *, name: str = "") -> Key[T | None]: ...
@overload
def free(form: Form[T], default: T, name: str = "") -> Key[T]: ...
def free(form: Form[T], default: T | None = None, name: str = "") -> Key[T] | Key[T | None]:
    """Declare a key that may be left out, and what holds then."""
    return Key(form, default, name, is_due=False)


class Shape:
    """A table that was read; a subclass declares its keys with `due` and `free`."""

    keys: ClassVar[Mapping[str, Key[Any]]] = {}
    """The keys that the table may have, by their names in the file."""
    given: AbstractSet[str]
    """The keys that stand in the file."""

    def __init_subclass__(cls) -> None:
        own = (each for each in vars(cls).values() if isinstance(each, Key))
        cls.keys = {**cls.keys, **{key.name: key for key in own}}

    @classmethod
    def read(
        cls, raw: Raw, path: KeyPath, reading: Reading, owners: Mapping[str, list[str]] = _NO_OWNERS
    ) -> Self:
        """Return the table in `raw`; misspelt keys are known before what is then missing."""
        table, names = cls(), tuple(cls.keys)
        values, raw = vars(table), reading.known(raw, path, names, owners)
        values["given"] = raw.keys()
        for name, key in cls.keys.items():
            if name in raw:
                values[key.attribute] = key.form.read(raw[name], (*path, name), reading)
            elif key.is_due:
                place = (*path, name)
                reading.missing(place)
                values[key.attribute] = key.form.stopgap(place, reading)
            else:
                values[key.attribute] = key.default
        return table

    def but(self, **values: object) -> Self:
        """Return the table with other values, by their names in the program."""
        table = type(self)()
        vars(table).update(vars(self), **values)
        return table


class Table(Form[S]):
    """A table with the keys of one shape."""

    __slots__ = ("shape",)

    def __init__(self, shape: type[S]) -> None:
        self.shape = shape
        """Its keys."""

    def read(self, raw: object, path: KeyPath, reading: Reading) -> S:
        """Return the table."""
        if isinstance(raw, dict):
            return self.shape.read(raw, path, reading)
        reading.wrong(error(path, "not_table"))
        return self.stopgap(path, reading)

    def stopgap(self, path: KeyPath, reading: Reading) -> S:
        """Return a table full of stopgaps."""
        return self.shape.read({}, path, reading)


class ById(MapOf[S]):
    """A table that holds a table of one shape for each id."""

    __slots__ = ("shape",)

    def __init__(self, shape: type[S]) -> None:
        super().__init__(Table(shape))
        self.shape = shape
        """The keys of each."""

    def read(self, raw: object, path: KeyPath, reading: Reading) -> dict[str, S]:
        """Return the tables by id."""
        if isinstance(raw, dict):
            raw = with_ids(raw, self.shape.keys.keys(), path, reading)
        return super().read(raw, path, reading)


def with_ids(raw: Raw, inner: AbstractSet[str], path: KeyPath, reading: Reading) -> Raw:
    """Return a table of tables without the `inner` keys that belong one level below."""
    if all(key not in inner or isinstance(each, dict) for key, each in raw.items()):
        return raw
    reading.no_id(path)
    return {key: each for key, each in raw.items() if key not in inner}
