"""What is wrong in a file: where, how bad, and how to mend it.

| module | what it holds |
|---|---|
| `span` | places in a text, and the path of keys to a value |
| `diagnostic` | one thing that is wrong, at its place in a file |
| `problem` | the same before its line is known, made by readers and checks |
| `suggestions` | "did you mean" |
| `rendering` | text with carets, and JSON |
"""
