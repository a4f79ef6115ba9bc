"""Fitted classifiers as data, and the loader; each has its card beside it."""

from .linear import LinearModel, load_model, to_json

__all__ = ["LinearModel", "load_model", "to_json"]
