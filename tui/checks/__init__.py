"""What can be wrong in a file beyond its form; each check yields problems, and none stops another.

| module | what it judges |
|---|---|
| `check_file` | any file of ours, whichever it is |
| `file_kinds` | sheets, sessions, minutes, reports, settings |
| `questionnaire` | a questionnaire: all checks below, and the questionnaire in a good file |
| `ids` | ids, language tags, versions; ids used twice or after their time |
| `texts` | texts in every language, and how long they are |
| `names` | the short names of questions: their width, and that no two are the same |
| `placeholders` | placeholders, and whether each language names the same parties |
| `references` | names that must exist: areas, lists, choices, questions |
| `numbers` | bounds, tolerances, weights, totals, recommendations |
| `tolerances` | tolerances beyond which no answers lie |
| `idle_keys` | keys that change nothing where they stand |
| `conditions` | conditions as a whole: order, cycles, contradictions |
| `condition_tests` | one test of a condition |
| `links` | links among a session's files |
| `constraints` | what a test leaves of an answer, laid over what others leave |
| `privacy` | gates, rules and definitions that would tell a private answer |
| `reachability` | questions that no interview ever comes to |
| `overlay` | a further language beside its questionnaire |
| `compatibility` | a later edition against the former one |
| `meaning` | what a later edition changes in the meaning of a question |
| `offers` | what it changes in the choices of a question |
| `wording` | how far two wordings of a text are the same |
| `sheets` | what is odd in an answer sheet |

`context` holds what they ask again and again, worked out once.
"""
