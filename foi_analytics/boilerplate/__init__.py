"""Whose words are these: passages, their fingerprints, and the families that repeat them."""

from .families import FAMILIES_SQL, REUSE_SQL, SHARES_SQL, show_slots
from .fingerprints import fingerprint, normalise
from .masks import mask
from .passages import NOT_REUSE, PASSAGES_VERSION, cut_passages

__all__ = [
    "FAMILIES_SQL",
    "NOT_REUSE",
    "PASSAGES_VERSION",
    "REUSE_SQL",
    "SHARES_SQL",
    "cut_passages",
    "fingerprint",
    "mask",
    "normalise",
    "show_slots",
]
