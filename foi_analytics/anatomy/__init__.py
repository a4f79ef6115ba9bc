"""The parts of a letter, its lines and its sentences."""

from .kinds import letter_kind
from .lines import Line, find_lines
from .mail import own_text_end
from .markers import Marker, find_marker, label_key
from .parts import NOT_MAIN, Anatomy, dissect
from .sentences import find_sentences, sentence_around

__all__ = [
    "NOT_MAIN",
    "Anatomy",
    "Line",
    "Marker",
    "dissect",
    "find_lines",
    "find_marker",
    "find_sentences",
    "label_key",
    "letter_kind",
    "own_text_end",
    "sentence_around",
]
