"""The command line: every command is a thin layer over the library."""

from . import corpus, read
from .app import app, main

__all__ = ["app", "corpus", "main", "read"]
