"""The files of ours, one module a format.

| module | the file |
|---|---|
| `questionnaire/` | a questionnaire, and its overlays `NAME.LANG.toml` |
| `sheet` | the answers of one party |
| `session` | `session.toml`: how a session is played |
| `minutes` | `minutes.toml`: what was settled after the reveal |
| `report` | the report of a kickoff |
| `self_assessment` | the report of one party that works alone |
| `settings` | the language and the theme of the interface |

A format is declared once, as pydantic models: the keys of each table, in the order in which they
are written. From them come reading (`reading`: every problem at its line and column; `value_mends`:
how to write what has the wrong form), writing (`Table.tables`) and the JSON Schema (`json_schema`,
`schemas`; what each key is for stands in `descriptions.toml`). `table` has the values that may
stand at a key, `report_parts` what both reports have in common, `file_names` what the files of a
session's folder are called.

To add a field: add it to the model, and a line to `descriptions.toml`; then write
`duiqi schema KIND > questionnaires/schemas/KIND.schema.json`.
"""
