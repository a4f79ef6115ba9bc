"""Where letters come from: local files of every shape, and publishers on the network, each in files of its own.

Every source offers `discover`, `fetch` and `parse`. `load` drives a local one and loses nothing;
`gather` fetches from a publisher into a raw store, and `Letters` makes letters of what is there.
"""

from .about import About
from .catalogue import Publisher, catalogue, find_publisher, publishers
from .columns import Columns, guess_columns
from .files import KINDS, FileSource
from .gathering import Gathered, Letters, are_too_many, gather
from .opening import guess_kind, open_source
from .options import Options
from .source import Item, Raw, Source, Stub, load
from .states import label_of

__all__ = [
    "KINDS",
    "About",
    "Columns",
    "FileSource",
    "Gathered",
    "Item",
    "Letters",
    "Options",
    "Publisher",
    "Raw",
    "Source",
    "Stub",
    "are_too_many",
    "catalogue",
    "find_publisher",
    "gather",
    "guess_columns",
    "guess_kind",
    "label_of",
    "load",
    "open_source",
    "publishers",
]
