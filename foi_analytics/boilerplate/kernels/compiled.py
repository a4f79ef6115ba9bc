"""Plain Python over NumPy arrays, compiled on first use and kept on disk.

Kernels see arrays only.  They release the interpreter lock, so that threads can share the cores.
"""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

import numba

__all__ = ["compiled"]

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


def compiled(function: Callable[_Arguments, _Result]) -> Callable[_Arguments, _Result]:
    """The function as machine code; its types are those of the first call."""
    made: Callable[_Arguments, _Result] = numba.njit(cache=True, nogil=True)(function)
    return made
