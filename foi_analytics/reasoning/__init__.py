"""How a refusal is reasoned, what its notice owes, and how more time is taken for it."""

from .decision import Decision
from .duties import duty_source, duty_words, laws
from .extension import find_extensions
from .reasoning import Reasoning, read_reasoning

__all__ = ["Decision", "Reasoning", "duty_source", "duty_words", "find_extensions", "laws", "read_reasoning"]
