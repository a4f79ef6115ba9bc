"""Writes the sample corpus from its sources: `python data/sample/build.py [--into FOLDER]`.

The same sources give the same bytes, so the built files can be compared with what is committed.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

from building import docx_letter, eml_message, html_page, log_table, manifest, pdf_letter, request_thread
from building.source import Case, read_cases

HERE = Path(__file__).resolve().parent

FORMS: dict[str, Callable[[Case], dict[str, bytes]]] = {
    "html": html_page.files,
    "pdf": pdf_letter.files,
    "docx": docx_letter.files,
    "eml": eml_message.files,
    "threads": request_thread.files,
    "log": log_table.files,
}
"""What writes each form: a case gives files, by their path inside the sample."""


def build(into: Path) -> list[Path]:
    """Write every file of the sample into a folder and return their paths."""
    cases = read_cases(HERE / "sources")
    files = {path: data for case in cases for path, data in FORMS[case.form](case).items()}
    files |= manifest.files(cases)
    written = []
    for path, data in sorted(files.items()):
        target = into / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        written.append(target)
    return written


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=HERE, help="folder to write to (default: this one)")
    print(f"{len(build(parser.parse_args().into))} files written")
