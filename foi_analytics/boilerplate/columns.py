"""The bytes of a text column, as arrays that compiled code can go over."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

__all__ = ["text_bytes"]


def text_bytes(column: Any) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]:
    """The UTF-8 bytes of an Arrow array of strings, not copied, and where each string begins, and one more.

    >>> data, edges = text_bytes(pa.array(["We", "hold"]))
    >>> bytes(data[edges[1] : edges[2]])
    b'hold'
    """
    _, offsets, data = column.cast(pa.large_string()).buffers()
    edges = np.frombuffer(offsets, np.int64)[column.offset : column.offset + len(column) + 1]
    return np.frombuffer(data or b"", np.uint8), edges
