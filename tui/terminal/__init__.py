"""The terminal below Textual: checked before the app runs, driven during it, restored after it."""
