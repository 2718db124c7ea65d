"""TOML as text: read safely with every place known, written so that it reads back the same.

| module | what it holds |
|---|---|
| `reader` | the gate that every file passes on its way in |
| `scanner`, `positions` | the words of a text, and where keys and values stand |
| `limits` | what is refused by its size or depth before it is parsed |
| `values` | values that TOML allows and no file of ours may hold |
| `syntax_errors`, `encoding` | what is wrong with a text that is no TOML, or no UTF-8 |
| `writer` | tables as text |
| `peek` | small files of which little is wanted |

Nothing here knows a format of ours.
"""
