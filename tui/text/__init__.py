"""Functions on text: cleaning, width in terminal cells, wrapping, dates and language tags."""
