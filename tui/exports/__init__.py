"""Reports as files that people open: one model, and one module a format."""
