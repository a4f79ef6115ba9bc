"""What people see: tables as files, reports as pages, summaries on the terminal."""

from .evaluation_page import write_evaluation
from .evaluation_tables import print_evaluation
from .report import write_report
from .summary import print_summary
from .tables import write_tables

__all__ = ["print_evaluation", "print_summary", "write_evaluation", "write_report", "write_tables"]
