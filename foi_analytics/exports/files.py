"""Files that appear whole or not at all."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

__all__ = ["whole"]


@contextlib.contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A place to write a file, which gets its name when all of it is written.

    Args:
        path: The file to be; one that is there is replaced.

    Yields:
        The path to write to.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
