"""The shape of questionnaire files: which keys there are and what kind of value each holds.

What needs more than one key to judge is left to `tui.checks`.
"""
