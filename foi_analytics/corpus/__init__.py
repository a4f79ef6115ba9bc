"""Many letters: a folder of Parquet tables, read once each, asked with pandas or SQL."""

from .analysis import Analysed
from .corpus import Corpus
from .loading import Loaded
from .suggestions import Suggested
from .views import TABLES

__all__ = ["TABLES", "Analysed", "Corpus", "Loaded", "Suggested"]
