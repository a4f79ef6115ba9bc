"""Statutory references: where they are and whose they are."""

from .find import Found, find

__all__ = ["Found", "find"]
