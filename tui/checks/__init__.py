"""What can be wrong in a file beyond its form; each check yields problems, and none stops another.

| module | what it judges |
|---|---|
| `check_file` | any file of ours, whichever it is |
| `file_kinds` | sheets, sessions, minutes, reports, settings |
| `questionnaire` | a questionnaire: all checks below, and the questionnaire in a good file |
| `ids` | ids, language tags, versions; ids used twice or after their time |
| `texts` | texts in every language, placeholders |
| `references` | names that must exist: areas, lists, choices, questions |
| `numbers` | bounds, tolerances, weights, totals, recommendations |
| `conditions` | conditions as a whole: order, cycles, contradictions |
| `condition_tests` | one test of a condition |
| `constraints` | what a test leaves of an answer, laid over what others leave |
| `reachability` | questions that no interview ever comes to |
| `overlay` | a further language beside its questionnaire |
| `compatibility` | a later edition against the former one |

`context` holds what they ask again and again, worked out once.
"""
