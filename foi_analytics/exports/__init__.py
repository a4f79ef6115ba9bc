"""What people see: tables as files, figures to publish, reports as pages, summaries on the terminal."""

from .evaluation_page import write_evaluation
from .evaluation_tables import print_evaluation
from .exporting import FORMS, export_corpus
from .report import write_report
from .summary import print_summary
from .tables import write_tables

__all__ = [
    "FORMS",
    "export_corpus",
    "print_evaluation",
    "print_summary",
    "write_evaluation",
    "write_report",
    "write_tables",
]
