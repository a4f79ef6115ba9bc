"""What leaves a corpus: tables as files, a report as one page, a summary on the terminal."""

from .report import write_report
from .summary import print_summary
from .tables import write_tables

__all__ = ["print_summary", "write_report", "write_tables"]
