"""Whose words are these: passages, the families that repeat them, and how each copy differs."""

from .families import COPIES_SQL, FAMILIES_SQL, SHARES_SQL, show_slots
from .passages import NOT_REUSE, PASSAGES_VERSION, cut_passages
from .subjects import REASONS_SQL, SUBJECTS_SQL

__all__ = [
    "COPIES_SQL",
    "FAMILIES_SQL",
    "NOT_REUSE",
    "PASSAGES_VERSION",
    "REASONS_SQL",
    "SHARES_SQL",
    "SUBJECTS_SQL",
    "cut_passages",
    "show_slots",
]
