"""Parquet tables, a batch of rows at a time."""

from collections.abc import Iterator

from ..errors import UnreadableError
from .content import Content, Limits
from .extracted import Refused, Row
from .format import Format

__all__ = ["FORMAT"]

# Few at a time: each row may hold a letter of the greatest length.
_BATCH = 32


def _records(content: Content, limits: Limits) -> Iterator[Row | Refused]:
    import pyarrow as pa
    from pyarrow import parquet

    with content.open() as stream:
        try:
            number = 0
            for batch in parquet.ParquetFile(stream).iter_batches(batch_size=_BATCH):
                for values in batch.to_pylist():
                    number += 1
                    yield Row(number, values)
        except (pa.ArrowException, OSError) as error:
            raise UnreadableError(f"the Parquet file is broken ({error}); export it again") from error


FORMAT = Format(
    name="Parquet tables",
    media_type="application/vnd.apache.parquet",
    recognises=lambda content: content.head.startswith(b"PAR1"),
    records=_records,
)
