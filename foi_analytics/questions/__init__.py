"""The requester's asks, their answers and outcomes."""

from .ask import Ask
from .asks import find_asks
from .inferred import infer_exemptions
from .reader import read_questions
from .rollup import letter_outcome, roll_up

__all__ = ["Ask", "find_asks", "infer_exemptions", "letter_outcome", "read_questions", "roll_up"]
