"""A council's disclosure log as it is downloaded: title rows, a heading row, one row for each reply."""

import csv
import io

from .plain_mail import plain_text
from .source import Case

__all__ = ["files"]

_COLUMNS = ("Ref", "Date received", "Directorate", "Subject", "Request", "Response", "Date of response", "Outcome")
_NO_WRAP = 100_000


def files(case: Case) -> dict[str, bytes]:
    """The log of a case whose letters are its rows."""
    out = io.StringIO()
    log = csv.writer(out, lineterminator="\r\n")
    log.writerow([case.title])
    log.writerow([case.about["note"]])
    log.writerow([])
    log.writerow(_COLUMNS)
    for letter in case.letters:
        row = letter.header
        log.writerow(
            [
                row["reference"],
                f"{row['received']:%d/%m/%Y}",
                row["directorate"],
                row["subject"],
                row["request"].strip(),
                plain_text(letter.body, _NO_WRAP, gap="\n"),
                f"{letter.sent:%d/%m/%Y}",
                row["stated"],
            ]
        )
    return {"log.csv": out.getvalue().encode()}
