"""The questionnaire that the checker's tests spoil in one place each."""

from tests.questionnaires import GOOD

__all__ = ["GOOD"]
