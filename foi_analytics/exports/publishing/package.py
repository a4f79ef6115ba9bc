"""A Frictionless data package: the tidy tables as CSV with their schemas, hashes and sources.

Source of the format: Data Package and Table Schema, version 1 (specs.frictionlessdata.io).
"""

import hashlib
import json
from pathlib import Path
from typing import Any

import pyarrow as pa

from ...errors import MissingExtraError
from ..files import whole
from .book import Book, Sheet
from .charts import write_charts
from .tidy import write_tidy

__all__ = ["write_package"]

_TYPES = {"int64": "integer", "double": "number", "bool": "boolean", "date32[day]": "date"}


def write_package(book: Book, folder: Path) -> list[str]:
    """Write a book as a data package: CSV files, `datapackage.json`, `README.md`, and charts where they can be drawn.

    Args:
        book: What is published.
        folder: Where the files go; made when it is not there.

    Returns:
        What was left out, with the command that installs what it needs.
    """
    paths = write_tidy(book, folder, ".csv")
    sheets = [sheet for sheet in book.sheets if sheet.tidy]
    descriptor = {
        "profile": "tabular-data-package",
        "name": book.name,
        "title": book.title,
        "description": f"{book.source} {book.chosen}",
        "sources": [{"title": book.source}],
        "resources": [_resource(sheet, path) for sheet, path in zip(sheets, paths, strict=True)],
    }
    with whole(folder / "datapackage.json") as part:
        part.write_text(json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    try:
        write_charts(book, folder / "charts")
    except MissingExtraError as error:
        return [str(error)]
    return []


def _resource(sheet: Sheet, path: Path) -> dict[str, Any]:
    data = path.read_bytes()
    schema: dict[str, Any] = {
        "fields": [{"name": field.name, "type": _type(field.type)} for field in sheet.table.schema],
        "missingValues": [""],
    }
    if sheet.key:
        schema["primaryKey"] = list(sheet.key)
    return {
        "name": sheet.name.replace("_", "-"),
        "title": sheet.title,
        "path": path.name,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": schema,
    }


def _type(kind: pa.DataType) -> str:
    return "array" if pa.types.is_list(kind) else _TYPES.get(str(kind), "string")
