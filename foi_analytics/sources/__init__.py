"""Where letters come from: local files of every shape now, publishers on the network in files of their own.

Every source offers `discover`, `fetch` and `parse`; `load` drives one and loses nothing.
"""

from .columns import Columns, guess_columns
from .files import KINDS, FileSource
from .opening import guess_kind, open_source
from .options import Options
from .source import Item, Raw, Source, Stub, load
from .states import label_of

__all__ = [
    "KINDS",
    "Columns",
    "FileSource",
    "Item",
    "Options",
    "Raw",
    "Source",
    "Stub",
    "guess_columns",
    "guess_kind",
    "label_of",
    "load",
    "open_source",
]
