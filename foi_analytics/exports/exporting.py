"""A corpus in the form that somebody asks for."""

from pathlib import Path

from ..corpus import Corpus
from ..errors import UsageError
from .corpus_book import corpus_book
from .publishing.evidence_pack import write_evidence_pack
from .publishing.ods import write_ods
from .publishing.package import write_package
from .publishing.xlsx import write_xlsx
from .report import write_report
from .tables import write_tables

__all__ = ["FORMS", "export_corpus"]

FORMS = {
    "csv": "letters.csv",
    "parquet": "letters.parquet",
    "xlsx": "figures.xlsx",
    "ods": "figures.ods",
    "package": "datapackage.json",
    "evidence": "evidence.zip",
}
"""The forms, each with a file by which an export of that form is known."""


def export_corpus(corpus: Corpus, folder: Path, form: str | None = None) -> list[str]:
    """Write a corpus into a folder.

    Args:
        corpus: The corpus.
        folder: Where the files go; made when it is not there.
        form: One of `FORMS`; when not said, all tables as CSV and Parquet, and the report.

    Returns:
        What was left out for want of an optional part.

    Raises:
        MissingExtraError: When the form needs an extra that is not installed.
        UsageError: When there is no such form.
    """
    if form is not None and form not in FORMS:
        raise UsageError(f"there is no format {form!r}; there are {', '.join(FORMS)}")
    folder.mkdir(parents=True, exist_ok=True)
    if form is None:
        write_tables(corpus, folder)
        write_report(corpus, folder / "report.html")
    elif form in ("csv", "parquet"):
        write_tables(corpus, folder, (f".{form}",))
    elif form == "package":
        return write_package(corpus_book(corpus), folder)
    elif form == "evidence":
        write_evidence_pack(corpus_book(corpus), corpus, folder / FORMS[form])
    else:
        write = write_xlsx if form == "xlsx" else write_ods
        write(corpus_book(corpus), folder / FORMS[form])
    return []
