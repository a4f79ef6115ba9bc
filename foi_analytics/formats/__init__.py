"""File types: bytes to text with a map back to the source.

One file for each type; a new type is a new file that declares `FORMAT`.
"""

from .content import Content, Limits
from .decoding import mend
from .extracted import Envelope, Extracted, Refused, Row
from .extraction import extract, members, records
from .format import Format, detect, formats

__all__ = [
    "Content",
    "Envelope",
    "Extracted",
    "Format",
    "Limits",
    "Refused",
    "Row",
    "detect",
    "extract",
    "formats",
    "members",
    "mend",
    "records",
]
