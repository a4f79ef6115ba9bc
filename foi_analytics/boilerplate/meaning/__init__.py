"""The third tier: passages of different families that say the same in other words."""

from .suggestions import SAME, SUGGESTIONS, suggest

__all__ = ["SAME", "SUGGESTIONS", "suggest"]
