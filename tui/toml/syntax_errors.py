"""Syntax errors of tomllib as diagnostics with an exact place, a plain message and help."""

import re
import string
import tomllib
from itertools import takewhile

from tui.diagnostics.diagnostic import Diagnostic, SourceText
from tui.domain.message import Message
from tui.text.characters import named
from tui.toml.likely_values import LikelyValue, likely_value, mend_of
from tui.toml.newer_syntax import SyntaxFault
from tui.toml.odd_signs import ascii_mend, odd_quote, odd_sign
from tui.toml.odd_signs import mend_of as mend_of_sign
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

_NEEDS_A_VALUE = {"toml.no_value", "toml.no_equals"} | _AFTER_A_VALUE
_QUOTES = re.compile("[\"']")
_INSIDE = {'"': "toml.quote_inside", "'": "toml.apostrophe_inside"}
"""What to say of a quote within a text that the same quote ends."""


def fault_of(source: SourceText, error: tomllib.TOMLDecodeError) -> SyntaxFault:
    """Return what tomllib says is wrong in `source`, and the offset where it noticed that."""
    said = str(error)
    found = _PLACE.fullmatch(said)
    if found is None:
        return SyntaxFault(said, len(source.text))
    words, line, column = found.groups()
    if line is None:
        return SyntaxFault(words, len(source.text))
    return SyntaxFault(words, source.lines.offset(int(line), int(column)))


def diagnose(source: SourceText, fault: SyntaxFault) -> Diagnostic:
    """Return the diagnostic for a syntax error in `source`."""
    words, at = fault
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
            code = named(source.text[at]) if at < len(source.text) else ""
            span = source.lines.span(at, at + 1)
            return source.diagnostic(span, Message(key, {"code": code}))
    return _unexpected(source, at, key, words)


def _unexpected(source: SourceText, at: int, key: str, words: str) -> Diagnostic:
    """Return the diagnostic for something that is not allowed at `at`."""
    opened = _opened_before(source.text, at)
    found = source.text[at : at + 1]
    is_end_of_line = found in {"", "\r", "\n", "#"}
    if opened and opened[-1].kind is TokenKind.OPEN_TABLE and found in {"\r", "\n", "#"}:
        place = source.lines.span(at, at)
        over_lines = Message("toml.table_over_lines")
        return source.diagnostic(place, over_lines, help=Message("toml.one_line"))
    if key == "toml.bad_key" and opened and found == "}":
        return source.diagnostic(source.lines.span(at, at + 1), Message("toml.comma_before_brace"))
    value = _instead_of_a_value(source, at, key) if key in _NEEDS_A_VALUE else None
    if value is not None:
        return value
    sign = odd_sign(source.text, at)
    if sign is not None:
        span = source.lines.span(sign, sign + 1)
        other = ascii_mend(key, source.text[sign]) if sign == at else None
        mend = other or mend_of_sign(source.text[sign])
        return source.diagnostic(span, Message(key, {"words": words}), help=mend)
    if key == "toml.no_value" and (found == "}" or (is_end_of_line and not opened)):
        key = "toml.missing_value"
    word = _WORD.match(source.text, at)
    end = word.end() if word else at + 1
    span = source.lines.span(at, at if is_end_of_line else end)
    help_ = _help(source, at, opened, key)
    return source.diagnostic(span, Message(key, {"words": words}), help=help_)


def _instead_of_a_value(source: SourceText, at: int, key: str) -> Diagnostic | None:
    """Return the diagnostic for what stands around `at` instead of a value, with what was meant."""
    meant = likely_value(source.text, at)
    is_text = meant is not None and meant.mend.key in ("toml.quote_text", "toml.one_number")
    is_odd = odd_sign(source.text, at) is not None or _QUOTES.search(source.text[at - 1 : at + 1])
    if meant is None or (is_odd and is_text) or (is_text and key != "toml.no_value"):
        broken = _broken_value(source.text, at) if key in _AFTER_A_VALUE else None
        if broken is None or is_odd:
            return None
        meant = LikelyValue(broken.start(), broken.end(), broken[0], mend_of(broken[0]))
    message = Message("toml.bad_value", {"written": meant.written})
    return source.diagnostic(source.lines.span(meant.start, meant.end), message, help=meant.mend)


def _broken_value(text: str, at: int) -> re.Match[str] | None:
    """Return the number, date or word around `at` of which tomllib could read only the start."""
    start = at
    while start > 0 and text[start - 1] in _BARE_CHARACTERS:
        start -= 1
    found = _BARE.match(text, start)
    return found if found and start < at < found.end() else None


def _help(source: SourceText, at: int, opened: list[Token], key: str) -> Message | None:
    """Return the likely cause: a sign of another language, a bracket left open, missing quotes."""
    before, character = source.text[max(at - 1, 0) : at], source.text[at : at + 1]
    if key in _AFTER_A_VALUE and before in _INSIDE and character.isalnum():
        return Message(_INSIDE[before])
    if (other := ascii_mend(key, source.text[at : at + 4])) is not None:
        return other
    if character.isalpha() and not character.isascii():
        return Message("toml.quote_it")
    if opened:
        line = source.lines.span(opened[0].start, opened[0].end).line
        if line < source.lines.span(at, at).line:
            return Message("toml.still_open", {"line": str(line)})
    if key == "toml.no_value" and (word := _WORD.match(source.text, at)):
        return mend_of(_QUOTES.sub("", word[0]))
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


def _unclosed_string(source: SourceText, at: int) -> Diagnostic:
    """Return the diagnostic for a string that is not closed, at its opening quotes."""
    *_, end = scan(source.text)
    start = _opening_quote(source.text, min(end.start, at))
    line_end = source.text.find("\n", start)
    span = source.lines.span(start, len(source.text) if line_end < 0 else line_end)
    quotes = source.text[start : start + 3]
    quote = quotes if quotes in {'"""', "'''"} else quotes[:1]
    odd = odd_quote(source.text[start : start + span.length])
    help_ = mend_of_sign(odd) if odd is not None else None
    if help_ is None and len(quote) == 1:
        help_ = Message("toml.close_or_three", {"quote": quote * 3})
    return source.diagnostic(span, Message("toml.unclosed_string", {"quote": quote}), help=help_)


def _opening_quote(text: str, at: int) -> int:
    """Return the offset of the quote that is not closed: at `at`, or behind it in a header."""
    line = text[at:].partition("\n")[0]
    line = CLOSED_STRING.sub(lambda found: "_" * len(found[0]), line)
    found = None if text[at : at + 1] in "\"'" else _QUOTES.search(line)
    return at if found is None else at + found.start()


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
    span = source.lines.span(token.start, token.end)
    line = str(places.key(path).line)
    if token.kind is TokenKind.ARRAY_HEADER:
        help_ = Message("toml.single_brackets", {"name": name})
        message = Message("toml.list_and_table", {"name": name, "line": line})
        return source.diagnostic(span, message, help=help_)
    return source.diagnostic(span, Message("toml.defined_twice", {"name": name, "line": line}))


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
