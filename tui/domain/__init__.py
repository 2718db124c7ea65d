"""The rules of the questionnaire, pure: no terminal, no disk, no clock."""
