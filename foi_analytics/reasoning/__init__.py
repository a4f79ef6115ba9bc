"""How a refusal is reasoned: public interest, prejudice, cost, advice, rights; and what its notice owes."""

from .decision import Decision
from .duties import duty_source, duty_words, laws
from .reasoning import Reasoning, read_reasoning

__all__ = ["Decision", "Reasoning", "duty_source", "duty_words", "laws", "read_reasoning"]
