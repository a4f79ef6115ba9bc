"""Official returns by their names: from a corpus, and a register where there is one, to figures and files."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ...corpus import Corpus
from ...errors import UsageError
from ..files import whole
from ..publishing.book import Book, Sheet
from ..publishing.evidence_pack import write_evidence_pack
from ..publishing.ods import write_ods
from ..publishing.package import write_package
from ..publishing.tidy import readme
from ..publishing.xlsx import write_xlsx
from ..tables import write_table
from .book import return_book
from .cabinet_office import cabinet_office
from .definition import definition
from .disclosure_log import disclosure_log
from .figures import SOURCES, Figures
from .official import official_csv, official_rows
from .period import Period
from .register import read_register
from .requests import CountedRequest, requests_of
from .scotland import scotland
from .section45 import section45
from .us import us

__all__ = ["RETURNS", "Chosen", "log_book", "make_return", "write_book", "write_return"]

RETURNS = ("cabinet-office", "scotland", "section45", "us")
"""The names of the returns."""

_BY_PERIOD = {"cabinet-office": cabinet_office, "scotland": scotland, "section45": section45}
_WRITERS = {".xlsx": write_xlsx, ".ods": write_ods}


@dataclass(frozen=True)
class Chosen:
    """Which requests to count, and what is known of them.

    Attributes:
        year, quarter: The period; for the United States a fiscal year.
        authority: One authority; all when not said.
        register: A case register, a table with a row for each request.
        columns: Field to column of the register, where the names do not tell; see `read_register`.
        as_of: The day on which the register's open requests are counted; its last day when not said.
    """

    year: int
    quarter: int | None = None
    authority: str | None = None
    register: Path | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    as_of: dt.date | None = None


def make_return(name: str, corpus: Corpus, chosen: Chosen) -> Figures:
    """Count a return.

    Args:
        name: One of `RETURNS`.
        corpus: The corpus whose letters are counted, or stand behind the register's requests.
        chosen: Which requests.

    Raises:
        UnreconciledError: When its sums contradict one another.
        UsageError: When there is no such return, or nothing to count, or the register is not understood.

    >>> import tempfile
    >>> from ...records import Letter
    >>> corpus = Corpus.create(Path(tempfile.mkdtemp()) / "corpus")
    >>> words = "Under the Freedom of Information Act 2000 we do not hold the information you asked for."
    >>> _ = corpus.load([Letter("a", words, authority="Fenmoor Office", date=dt.date(2024, 3, 1))], "example")
    >>> _ = corpus.analyse(workers=1)
    >>> make_return("cabinet-office", corpus, Chosen(2024)).cell("Requests where information not held").letters
    ('a',)
    """
    if name not in RETURNS:
        raise UsageError(f"there is no return {name!r}; there are {', '.join(RETURNS)}")
    requests = _requests(corpus, chosen, definition(name.replace("-", "_")).statutes[0])
    registered = chosen.register is not None
    if name == "us":
        if chosen.quarter:
            raise UsageError("the United States report is of a fiscal year, which has no --quarter here")
        return us(requests, chosen.year, registered=registered)
    return _BY_PERIOD[name](requests, Period(chosen.year, chosen.quarter), registered=registered)


def log_book(corpus: Corpus, chosen: Chosen) -> Book:
    """A disclosure log of the requests decided in a period."""
    period = Period(chosen.year, chosen.quarter)
    log = disclosure_log(_requests(corpus, chosen, "foia2000"), period)
    if not log.num_rows:
        raise UsageError(f"no request was decided in {period}")
    notes = ("Outcomes and exemptions are those of the first decision, as it was read.",)
    sheet = Sheet("disclosure_log", f"Requests decided in {period}", log)
    return Book(
        name=f"disclosure-log-{period}".lower().replace(" ", "-"),
        title=f"Disclosure log: {period}",
        source=SOURCES[chosen.register is not None],
        chosen=f"requests decided in {period}.",
        sheets=(sheet,),
        notes=notes,
    )


def write_return(figures: Figures, corpus: Corpus, path: Path) -> list[str]:
    """Write a return, in the form that the name of the file asks for.

    `.csv` is the official file, its headers byte for byte, with `NAME.cells.csv`, which opens every
    cell, `NAME.reconciliation.csv` and the statement `NAME.md` beside it.

    Args:
        figures: The return.
        corpus: The corpus that stands behind it.
        path: `.csv`, `.parquet` (the cells), `.xlsx`, `.ods`, `.zip` (evidence pack), or a folder for a data package.

    Returns:
        What was left out for want of an optional part.

    Raises:
        UsageError: For another kind of file.
    """
    book = return_book(figures, corpus)
    if path.suffix == ".csv":
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole(path) as part:
            part.write_text(official_csv(figures.definition, official_rows(figures)), encoding="utf-8", newline="")
        _write_beside(book, path, ("cells", "reconciliation"))
        return []
    return write_book(book, corpus, path)


def write_book(book: Book, corpus: Corpus, path: Path) -> list[str]:
    """Write a book, in the form that the name of the file asks for; see `write_return`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix in (".csv", ".parquet"):
        table = next(sheet.table for sheet in book.sheets if sheet.tidy)
        with whole(path) as part:
            write_table(table, part, path.suffix)
        _write_beside(book, path, ())
    elif path.suffix in _WRITERS:
        _WRITERS[path.suffix](book, path)
    elif path.suffix == ".zip":
        write_evidence_pack(book, corpus, path)
    elif not path.suffix:
        if path.is_dir() and any(path.iterdir()) and not (path / "datapackage.json").is_file():
            raise UsageError(f"{path} holds something other than a data package; name a new or empty folder")
        return write_package(book, path)
    else:
        raise UsageError(
            f"{path} ends in none of .csv, .parquet, .xlsx, .ods, .zip; a name without an ending makes a data package"
        )
    return []


def _write_beside(book: Book, path: Path, names: Sequence[str]) -> None:
    for sheet in book.sheets:
        if sheet.name in names:
            with whole(path.with_suffix(f".{sheet.name}.csv")) as part:
                write_table(sheet.table, part, ".csv")
    with whole(path.with_suffix(".md")) as part:
        part.write_text(readme(book), encoding="utf-8")


def _requests(corpus: Corpus, chosen: Chosen, regime: str) -> list[CountedRequest]:
    requests = requests_of(corpus)
    if chosen.register is not None:
        requests = read_register(
            chosen.register, requests, chosen.columns, chosen.authority, as_of=chosen.as_of, regime=regime
        )
    if chosen.authority is None:
        return requests
    found = [request for request in requests if request.authority == chosen.authority]
    if not found:
        names = ", ".join(sorted({request.authority for request in requests}))
        raise UsageError(f"no request to {chosen.authority!r}; there are some to {names or 'nobody'}")
    return found
