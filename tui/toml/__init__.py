"""TOML: safe reading with the position of every value, and writing that reads back the same.

| module | what it holds |
|---|---|
| `reader` | reads a file or its bytes, with all checks below |
| `scanner`, `positions` | the tokens of a text, and the positions of keys and values |
| `limits` | limits of size and depth, checked before parsing |
| `values` | values that TOML allows but no file of this program may hold |
| `syntax_errors`, `encoding` | what is wrong with a file that is not TOML, or not UTF-8 |
| `newer_syntax` | what only later editions of TOML allow |
| `likely_values`, `odd_signs` | what was meant by 5%, a text without quotes, a full-width sign |
| `writer` | turns tables into text |
| `peek` | reads a small file quickly, without diagnostics |
| `descriptor` | opens whatever is at a path, without waiting for a pipe |

Nothing here knows any of the program's file formats.
"""
