"""The widgets, one a file: data in, intent out."""
