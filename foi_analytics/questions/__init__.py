"""The requester's asks, their answers and outcomes."""

from .asks import Ask, find_asks
from .reader import read_questions
from .rollup import letter_outcome, roll_up

__all__ = ["Ask", "find_asks", "letter_outcome", "read_questions", "roll_up"]
