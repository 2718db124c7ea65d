"""Sentences and names in one language, out of what the domain found; no screen."""
