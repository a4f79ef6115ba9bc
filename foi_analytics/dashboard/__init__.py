"""The dashboard: a corpus folder in the browser, every number one click from the words behind it."""

from .frame import main

__all__ = ["main"]
