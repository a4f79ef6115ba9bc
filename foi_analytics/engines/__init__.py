"""Engines run the stages: the local one on this machine's cores."""

from .engine import BatchFunction, Database, Engine, SqlFunction
from .local import LocalDatabase, LocalEngine

__all__ = ["BatchFunction", "Database", "Engine", "LocalDatabase", "LocalEngine", "SqlFunction"]
