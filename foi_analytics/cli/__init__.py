"""The command line: every command is a thin layer over the library."""

from . import corpus, demo, evaluate, families, fetch, rates, read, returns, suggest
from .app import app, main

__all__ = ["app", "corpus", "demo", "evaluate", "families", "fetch", "main", "rates", "read", "returns", "suggest"]
