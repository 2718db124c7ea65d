"""Syntax errors of tomllib as diagnostics with an exact place, a plain message and help."""

import re
import string
import tomllib
from itertools import takewhile

from tui.diagnostics.diagnostic import Diagnostic, SourceText
from tui.domain.message import Message
from tui.toml.positions import index_before
from tui.toml.scanner import CLOSED_STRING, Token, TokenKind, scan

_PLACE = re.compile(r"(?s)(.*) \(at (?:line (\d+), column (\d+)|end of document)\)")
_WORD = re.compile(r"[^\s,\]}#]+")
_BARE_CHARACTERS = frozenset("+-.:_" + string.digits + string.ascii_letters)
_BARE = re.compile(r"[^\s,\]}#\"']+")

_AFTER_A_VALUE = {"toml.after_value", "toml.unclosed_array", "toml.unclosed_table"}
_KEYS = {
    "Illegal character '\\n'": "toml.unclosed_string",
    "Found invalid character '\\n'": "toml.unclosed_string",
    "Unterminated string": "toml.unclosed_string",
    "Expected \"'": "toml.unclosed_string",
    "Illegal character": "toml.control_character",
    "Found invalid character": "toml.control_character",
    "Unescaped": "toml.bad_escape",
    "Invalid hex value": "toml.bad_escape",
    "Escaped character is not": "toml.bad_escape",
    "Invalid statement": "toml.no_statement",
    "Invalid value": "toml.no_value",
    "Expected '=' after a key": "toml.no_equals",
    "Invalid initial character for a key": "toml.bad_key",
    "Expected newline or end of document": "toml.after_value",
    "Unclosed array": "toml.unclosed_array",
    "Unclosed inline table": "toml.unclosed_table",
    "Expected ']": "toml.unclosed_header",
    "Invalid date": "toml.bad_date",
    "Cannot declare": "toml.defined_twice",
    "Cannot overwrite": "toml.defined_twice",
    "Cannot redefine": "toml.defined_twice",
    "Cannot mutate": "toml.defined_twice",
    "Duplicate inline table key": "toml.defined_twice",
}
"""How tomllib's words begin, to the message; the first that fits counts."""

_FULL_WIDTH = {
    **dict.fromkeys("“”＂", '"'),
    **dict.fromkeys("‘’＇", "'"),
    **dict.fromkeys("＝：", "="),
    **dict.fromkeys("，、", ","),
    **dict.fromkeys("。．", "."),
    **dict.fromkeys("［【", "["),
    **dict.fromkeys("］】", "]"),
    "｛": "{",
    "｝": "}",
    "＃": "#",
    "－": "-",
    "＿": "_",
    "\u3000": " ",
}
"""What a Chinese input method types, to what TOML expects there."""

_FULL_WIDTH_SIGNS = re.compile("[" + "".join(_FULL_WIDTH) + "]")
_FULL_WIDTH_QUOTES = re.compile("[“”＂‘’＇]")


def diagnose(source: SourceText, error: tomllib.TOMLDecodeError) -> Diagnostic:
    """Return the diagnostic for an error that tomllib raised for `source`."""
    words, at = _words_and_offset(source, str(error))
    key = next((key for start, key in _KEYS.items() if words.startswith(start)), "toml.syntax")
    # Whatever tomllib calls it, a carriage return that ends no line is not allowed.
    if source.text.startswith("\r", at) and not source.text.startswith("\r\n", at):
        key = "toml.control_character"
    match key:
        case "toml.defined_twice":
            return _defined_twice(source, at)
        case "toml.unclosed_string":
            return _unclosed_string(source, at)
        case "toml.bad_escape":
            return _bad_escape(source, at)
        case "toml.control_character":
            code = f"U+{ord(source.text[at]):04X}" if at < len(source.text) else ""
            span = source.lines.span(at, at + 1)
            return source.diagnostic(span, Message(key, {"code": code}))
    return _unexpected(source, at, key, words)


def _words_and_offset(source: SourceText, said: str) -> tuple[str, int]:
    """Return what tomllib says is wrong, and the offset where it noticed that."""
    found = _PLACE.fullmatch(said)
    if found is None:
        return said, len(source.text)
    words, line, column = found.groups()
    if line is None:
        return words, len(source.text)
    return words, source.lines.offset(int(line), int(column))


def _unexpected(source: SourceText, at: int, key: str, words: str) -> Diagnostic:
    """Return the diagnostic for something that is not allowed at `at`."""
    opened = _opened_before(source.text, at)
    found = source.text[at : at + 1]
    is_end_of_line = found in {"", "\r", "\n", "#"}
    if opened and opened[-1].kind is TokenKind.OPEN_TABLE and found in {"\r", "\n"}:
        return source.diagnostic(source.lines.span(at, at), Message("toml.table_over_lines"))
    if opened and opened[-1].kind is TokenKind.OPEN_TABLE and found == "}":
        return source.diagnostic(source.lines.span(at, at + 1), Message("toml.comma_before_brace"))
    sign = _full_width_sign(source, at)
    if sign is not None:
        span = source.lines.span(sign, sign + 1)
        return source.diagnostic(span, Message(key, {"words": words}), help=_typed(source, sign))
    if key == "toml.no_value" and is_end_of_line and not opened:
        key = "toml.missing_value"
    broken = _broken_value(source.text, at) if key in _AFTER_A_VALUE else None
    if broken is not None:
        message = Message("toml.bad_value", {"written": broken[0]})
        return source.diagnostic(source.lines.span(broken.start(), broken.end()), message)
    word = _WORD.match(source.text, at)
    end = word.end() if word else at + 1
    span = source.lines.span(at, at if is_end_of_line else end)
    help_ = _help(source, at, opened)
    return source.diagnostic(span, Message(key, {"words": words}), help=help_)


def _broken_value(text: str, at: int) -> re.Match[str] | None:
    """Return the number, date or word around `at` of which tomllib could read only the start."""
    start = at
    while start > 0 and text[start - 1] in _BARE_CHARACTERS:
        start -= 1
    found = _BARE.match(text, start)
    return found if found and start < at < found.end() else None


def _help(source: SourceText, at: int, opened: list[Token]) -> Message | None:
    """Return the likely cause: a bracket left open on an earlier line, or a key without quotes."""
    character = source.text[at : at + 1]
    if character.isalpha() and not character.isascii():
        return Message("toml.quote_it")
    if opened:
        line = source.lines.span(opened[0].start, opened[0].end).line
        if line < source.lines.span(at, at).line:
            return Message("toml.still_open", {"line": str(line)})
    return None


def _opened_before(text: str, at: int) -> list[Token]:
    """Return the opening brackets of all values that are still open at `at`, outermost first."""
    opened: list[Token] = []
    for token in scan(text[:at]):
        if token.kind is TokenKind.OPEN_ARRAY or token.kind is TokenKind.OPEN_TABLE:
            opened.append(token)
        elif token.kind is TokenKind.CLOSE:
            opened.pop()
    return opened


def _full_width_sign(source: SourceText, at: int) -> int | None:
    """Return the offset of the full-width sign at `at`, else of the last one before it on the line.

    Signs in closed strings and in comments do not count.
    """
    if source.text[at : at + 1] in _FULL_WIDTH:
        return at
    start = source.text.rfind("\n", 0, at) + 1
    line = CLOSED_STRING.sub(lambda found: " " * len(found[0]), source.text[start:at])
    signs = list(_FULL_WIDTH_SIGNS.finditer(line.partition("#")[0]))
    return start + signs[-1].start() if signs else None


def _typed(source: SourceText, at: int) -> Message:
    """Return help that says how to type the full-width sign at `at`."""
    found = source.text[at]
    if found == "\u3000":
        return Message("toml.full_width_blank")
    return Message("toml.full_width", {"found": found, "wanted": _FULL_WIDTH[found]})


def _unclosed_string(source: SourceText, at: int) -> Diagnostic:
    """Return the diagnostic for a string that is not closed, at its opening quotes."""
    *_, end = scan(source.text)
    start = min(end.start, at)
    line_end = source.text.find("\n", start)
    span = source.lines.span(start, len(source.text) if line_end < 0 else line_end)
    quotes = source.text[start : start + 3]
    quote = quotes if quotes in {'"""', "'''"} else quotes[:1]
    written = source.text[start : start + span.length]
    signs = list(_FULL_WIDTH_QUOTES.finditer(written))
    help_ = _typed(source, start + signs[-1].start()) if signs else None
    return source.diagnostic(span, Message("toml.unclosed_string", {"quote": quote}), help=help_)


def _bad_escape(source: SourceText, at: int) -> Diagnostic:
    """Return the diagnostic for the backslash that tomllib stumbled over just before `at`."""
    start = max(source.text.rfind("\\", 0, at), 0)
    escape = source.text[start : start + 2].rstrip()
    span = source.lines.span(start, start + 2)
    message = Message("toml.bad_escape", {"escape": escape})
    return source.diagnostic(span, message, help=Message("toml.escape_it"))


def _defined_twice(source: SourceText, at: int) -> Diagnostic:
    """Return the diagnostic for the second definition that tomllib was reading at `at`."""
    token = _definition_read_at(source.text, at)
    path, places = index_before(source.text, token)
    name = source.text[token.start : token.end].strip("[] \t")
    values = {"name": name, "line": str(places.key(path).line)}
    span = source.lines.span(token.start, token.end)
    return source.diagnostic(span, Message("toml.defined_twice", values))


def _definition_read_at(text: str, at: int) -> Token:
    """Return the header that `at` is in, or the key whose value ends there."""
    keys: list[Token] = []
    key = Token(TokenKind.KEY, at, at)
    for token in takewhile(lambda token: token.start < at, scan(text)):
        match token.kind:
            case TokenKind.HEADER | TokenKind.ARRAY_HEADER | TokenKind.KEY:
                key = token
            case TokenKind.OPEN_ARRAY | TokenKind.OPEN_TABLE:
                keys.append(key)
            case TokenKind.CLOSE:
                key = keys.pop()
    return key
