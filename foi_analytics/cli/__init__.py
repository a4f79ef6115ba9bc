"""The command line: every command is a thin layer over the library."""

from . import corpus, read, score
from .app import app, main

__all__ = ["app", "corpus", "main", "read", "score"]
