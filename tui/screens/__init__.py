"""The screens, one a file; only a screen changes the session."""
