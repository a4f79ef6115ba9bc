"""Statutory references: where they are, whose they are, and what they do."""

from .find import Found, find
from .grounds import is_condition, list_exemptions, refine
from .regimes_named import regimes_named
from .roles import read_citations

__all__ = [
    "Found",
    "find",
    "is_condition",
    "list_exemptions",
    "read_citations",
    "refine",
    "regimes_named",
]
