"""Official returns from letters and registers, and the published ones to compare with."""

from .figures import Cell, Figures, Remark
from .making import RETURNS, Chosen, log_book, make_return, write_book, write_return
from .period import Period
from .published import Published, read_cabinet_office, read_scotland
from .reconciling import UnreconciledError
from .suppressing import suppress

__all__ = [
    "RETURNS",
    "Cell",
    "Chosen",
    "Figures",
    "Period",
    "Published",
    "Remark",
    "UnreconciledError",
    "log_book",
    "make_return",
    "read_cabinet_office",
    "read_scotland",
    "suppress",
    "write_book",
    "write_return",
]
