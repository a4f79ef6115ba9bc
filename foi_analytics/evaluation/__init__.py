"""Labelled letters, and how far a reading agrees with them."""

from .gold import load_gold
from .markup import LabelledLetter, compile_letter
from .score import Scores, score

__all__ = ["LabelledLetter", "Scores", "compile_letter", "load_gold", "score"]
