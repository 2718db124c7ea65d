"""The interface's texts, in every language that it speaks."""
