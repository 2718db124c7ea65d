"""duiqi (对齐): two parties, one questionnaire, and what they do not agree on yet."""

__version__ = "0.1.0"
