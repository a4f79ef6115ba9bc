"""Labelled letters, and how far a reading agrees with them."""

from .evaluate import Evaluation, evaluate
from .gold import load_gold
from .markup import LabelledLetter, compile_letter

__all__ = ["Evaluation", "LabelledLetter", "compile_letter", "evaluate", "load_gold"]
