"""The disk: where files lie, and saving that lasts."""
