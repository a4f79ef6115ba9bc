"""Arrow columns and NumPy arrays of the same memory, so that compiled code can go over them.

Made from their buffers: `pyarrow.array` would load pandas, which takes longer than all else that is done
with a few thousand letters.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

__all__ = ["number_column", "text_bytes", "text_column"]


def text_bytes(column: Any) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]:
    """The UTF-8 bytes of an Arrow array of strings, not copied, and where each string begins, and one more.

    >>> data, edges = text_bytes(pa.array(["We", "hold"]))
    >>> bytes(data[edges[1] : edges[2]])
    b'hold'
    """
    _, offsets, data = column.cast(pa.large_string()).buffers()
    edges = np.frombuffer(offsets, np.int64)[column.offset : column.offset + len(column) + 1]
    return np.frombuffer(data or b"", np.uint8), edges


def text_column(texts: Sequence[str]) -> Any:
    """Strings as an Arrow array.

    >>> text_column(["We", "hold"]).to_pylist()
    ['We', 'hold']
    """
    encoded = [text.encode() for text in texts]
    edges = np.zeros(len(texts) + 1, np.int64)
    np.cumsum([*map(len, encoded)], out=edges[1:])
    buffers = [None, pa.py_buffer(edges.tobytes()), pa.py_buffer(b"".join(encoded))]
    return pa.Array.from_buffers(pa.large_string(), len(texts), buffers)


def number_column(numbers: npt.NDArray[np.int32] | npt.NDArray[np.float64]) -> Any:
    """Whole numbers or fractions as an Arrow array.

    >>> number_column(np.array([1.5, 2.0])).to_pylist()
    [1.5, 2.0]
    """
    kind = pa.float64() if numbers.dtype == np.float64 else pa.int32()
    return pa.Array.from_buffers(kind, len(numbers), [None, pa.py_buffer(numbers.tobytes())])
