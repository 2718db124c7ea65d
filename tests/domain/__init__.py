"""The tests of the rules: pure, so that all of them run in a moment."""
