"""Forms of other tools: XLSForm, a survey in an Excel workbook (ODK, KoboToolbox, SurveyCTO).

`workbook` reads the cells, with care; `columns` knows what its columns are called, and the
languages; `expressions` reads its conditions. `convert` makes a questionnaire of it, with the help
of `names`, `lists`, `answers` and `gates`; `notes` lists what could not be carried over, and `text`
writes the questionnaire as an author would.
"""
