"""Reports as files that people open: one model, and one module a format.

`document` is the model; `kickoff`, `self_assessment`, `over_time` and `questionnaire` make it, in
the words of `wording`. `formats` names what it is written as: `page` (with `pictures` and
`templates`), `word`, `workbook`, `markdown`, `calendar`, `table`. `naming` and `preview` say what a
file is called and what will be in it.
"""
