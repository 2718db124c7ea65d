"""The files of ours, one module a format."""
