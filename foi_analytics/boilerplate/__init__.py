"""Whose words are these: passages, the families that repeat them, and how each copy differs."""

from .families import FAMILIES_SQL, SHARES_SQL, show_slots
from .passages import NOT_REUSE, PASSAGES_VERSION, cut_passages

__all__ = [
    "FAMILIES_SQL",
    "NOT_REUSE",
    "PASSAGES_VERSION",
    "SHARES_SQL",
    "cut_passages",
    "show_slots",
]
