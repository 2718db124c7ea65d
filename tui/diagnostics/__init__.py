"""Diagnostics: what is wrong in a file, where, how bad it is, and how to fix it.

| module | what it holds |
|---|---|
| `span` | places in a text, and the path of keys to a value |
| `diagnostic` | one thing that is wrong, with its line and column |
| `problem` | the same before its line is known, as readers and checks make it |
| `suggestions` | "did you mean ...?" |
| `rendering` | diagnostics as text with carets, and as JSON |
| `system_errors` | why the system refused to read or write a file, in words |
"""
