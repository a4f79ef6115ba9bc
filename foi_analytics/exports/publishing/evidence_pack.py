"""An evidence pack: one ZIP file with figures, the passages behind them, the letters, and a page to read offline.

Whoever receives it can check every number by hand: each letter is there as text, with its hash,
each passage by its offsets, and the page links number, passage and letter.  The same figures
give the same bytes.
"""

import csv
import hashlib
import io
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from ... import highlight
from ...corpus import Corpus
from ...errors import UsageError
from ...highlight import Mark, to_html
from ..evidence import day
from ..files import whole
from ..letters import span_href
from ..tables import guard_cell
from ..templates import environment
from .book import Book
from .statement import statement
from .tidy import write_tidy

__all__ = ["write_evidence_pack"]

_LETTERS_SQL = """
    SELECT letter_id, text, title, authority, date, origin FROM letters WHERE letter_id IN $ids ORDER BY letter_id"""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_QUOTE = 160
_NOT_LABELS = ("figure_id", "value", "mark", "position", "case_ids", "letter_ids")
_CHECK = """
## How to check it

`SHA256SUMS` has the hash of every file: `sha256sum --check SHA256SUMS`. `letters/` has the letters as text in UTF-8,
as `letters/index.csv` says which; `start` and `end` in `figures/passages.csv` count Unicode characters in them.
`index.html` opens in any browser and asks nothing of the network.
"""


def write_evidence_pack(book: Book, corpus: Corpus, path: Path) -> None:
    """Write a book with all its evidence as one ZIP file that appears whole or not at all.

    Args:
        book: What is published; it has a sheet `passages`.
        corpus: The corpus that it was counted from.
        path: The file; one that is there is replaced.

    Raises:
        UsageError: When numbers are withheld: their letters would tell them.
    """
    sheets = {sheet.name: sheet.table for sheet in book.sheets}
    if "passages" not in sheets:
        raise UsageError("an evidence pack opens the letters behind every number, so no number can be withheld in it")
    passages = sheets["passages"].to_pylist()
    letters = _letters(corpus, sheets["letters"].column("letter_id").to_pylist())
    files = dict(_tables(book))
    files |= {f"letters/{name}.txt": row["text"].encode() for name, row in letters.items()}
    files["letters/index.csv"] = _index(letters)
    page = environment().get_template("evidence.html.jinja").render(_contents(book, passages, letters))
    files["index.html"] = page.encode()
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    with whole(path) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, data in sorted((files | {"SHA256SUMS": sums.encode()}).items()):
            pack.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)


def _letters(corpus: Corpus, ids: Sequence[Any]) -> dict[str, dict[str, Any]]:
    """The letters by the name of their file, in the order of the pack."""
    rows = corpus.arrow(_LETTERS_SQL, {"ids": list(ids)}).to_pylist()
    return {f"{number:05}": row for number, row in enumerate(rows, start=1)}


def _tables(book: Book) -> Iterator[tuple[str, bytes]]:
    with tempfile.TemporaryDirectory() as folder:
        for path in write_tidy(book, Path(folder), ".csv"):
            yield f"figures/{path.name}", path.read_bytes()
        yield "README.md", ((Path(folder) / "README.md").read_text(encoding="utf-8") + _CHECK).encode()


def _index(letters: Mapping[str, dict[str, Any]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["file", "letter_id", "sha256", "origin"])
    for name, row in letters.items():
        digest = hashlib.sha256(row["text"].encode()).hexdigest()
        writer.writerow([f"letters/{name}.txt", guard_cell(row["letter_id"]), digest, guard_cell(row["origin"] or "")])
    return text.getvalue().encode()


def _contents(book: Book, passages: Sequence[dict[str, Any]], letters: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    by_letter: dict[str, list[dict[str, Any]]] = defaultdict(list)
    by_figure: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for passage in passages:
        by_letter[passage["letter_id"]].append(passage)
        by_figure[passage["figure_id"]].append(passage)
    shown = {row["letter_id"]: _letter(name, row, by_letter[row["letter_id"]]) for name, row in letters.items()}
    return {
        "css": Markup(highlight.CSS),  # noqa: S704 - constant
        "title": book.title,
        "statement": statement(book),
        "tables": [
            (sheet.title, _figures(sheet.table.to_pylist(), by_figure))
            for sheet in book.sheets
            if sheet.tidy and {"figure_id", "value"} <= set(sheet.table.column_names)
        ],
        "lists": [(figure_id, [_entry(each, shown) for each in those]) for figure_id, those in by_figure.items()],
        "letters": list(shown.values()),
    }


def _figures(rows: Sequence[dict[str, Any]], by_figure: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "label": " · ".join(
                str(value) for name, value in row.items() if name not in _NOT_LABELS and value is not None
            ),
            "value": f"{row['value']:g}",
            "href": f"#{row['figure_id']}" if row["figure_id"] in by_figure else "",
        }
        for row in rows
        if row["value"] is not None
    ]


def _letter(name: str, row: dict[str, Any], passages: Sequence[dict[str, Any]]) -> dict[str, Any]:
    spans = sorted({(p["start"], p["end"]) for p in passages if p["start"] is not None})
    marks = [Mark(start, end, "applied", "", "a passage behind a figure") for start, end in spans]
    return {
        "anchor": f"letter-{name}",
        "file": f"letters/{name}.txt",
        "title": row["title"] or row["origin"] or row["letter_id"],
        "authority": row["authority"] or "authority not stated",
        "date": day(row["date"]),
        "body": Markup(to_html(row["text"], marks, f"letter-{name}")),  # noqa: S704 - escaped by to_html
    }


def _entry(passage: dict[str, Any], shown: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    letter = shown[passage["letter_id"]]
    words = " ".join((passage["quote"] or "").split())
    return {
        "href": span_href(letter["body"], letter["anchor"], passage["start"], passage["end"]),
        "quote": words if len(words) <= _QUOTE else f"{words[: _QUOTE - 1]}…",
        "title": letter["title"],
        "from": f"{letter['authority']} · {letter['date']}",
    }
