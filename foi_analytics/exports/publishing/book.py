"""What is published together: tables, where they come from, and what a reader has to know."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa

__all__ = ["LETTERS", "LETTERS_SQL", "PASSAGES", "Book", "Sheet"]

_PASSAGES_TYPES: dict[str, pa.DataType] = {
    "figure_id": pa.string(),
    "letter_id": pa.string(),
    "start": pa.int64(),
    "end": pa.int64(),
    "quote": pa.string(),
}
PASSAGES = pa.schema(_PASSAGES_TYPES)
"""What stands behind figures: letters and, where words are meant, `text[start:end] == quote`."""

_LETTERS_TYPES: dict[str, pa.DataType] = {
    "letter_id": pa.string(),
    "authority": pa.string(),
    "date": pa.date32(),
    "title": pa.string(),
    "sha256_of_text": pa.string(),
    "licence": pa.string(),
}
LETTERS = pa.schema(_LETTERS_TYPES)
LETTERS_SQL = """
    SELECT letter_id, authority, date, title, sha256(text) AS sha256_of_text, licence FROM letters
    WHERE letter_id IN $ids ORDER BY letter_id"""
"""The letters of some ids, with a hash by which each can be known again (of the text in UTF-8)."""


@dataclass(frozen=True)
class Sheet:
    """One table.

    Attributes:
        name: Short name, of letters, digits and underscores: `figures`.
        title: What it shows, in a sentence.
        table: Its rows; no two columns have the same name.
        key: Columns that tell its rows apart; empty when none do.
        tidy: Whether it has one observation a row; the others are for people only.
    """

    name: str
    title: str
    table: pa.Table
    key: tuple[str, ...] = ()
    tidy: bool = True


@dataclass(frozen=True)
class Book:
    """Tables that are published together.

    Attributes:
        name: Short name, for files: `cabinet-office-2024`.
        title: What they are.
        source: What they were counted from.
        chosen: Which part of it, in words.
        sheets: The tables.
        notes: What a reader has to know of these figures.
    """

    name: str
    title: str
    source: str
    chosen: str
    sheets: Sequence[Sheet]
    notes: Sequence[str]
