"""Reading the letters in pictures of pages, when ocrmypdf and tesseract are installed."""

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

__all__ = ["can_recognise_text", "recognise_text"]

_SECONDS_PER_PAGE = 60
_MOST_PAGES = 60


def can_recognise_text() -> bool:
    """Whether the `ocr` extra and the tesseract program are both there."""
    return importlib.util.find_spec("ocrmypdf") is not None and shutil.which("tesseract") is not None


def recognise_text(pdf: bytes, pages: int) -> list[str] | None:
    """The text in the pictures of a PDF, page by page.

    It runs in a process of its own, so that a page that takes too long, or brings tesseract
    down, costs this letter its text and nothing else.

    Args:
        pdf: The document.
        pages: How many pages it has.

    Returns:
        One text for each page, empty for pages that have a text layer; None when it cannot be
        read here: programs missing, too many pages, or a failure.
    """
    if pages > _MOST_PAGES or not can_recognise_text():
        return None
    with tempfile.TemporaryDirectory(prefix="foi-ocr-") as folder:
        source, target, sidecar = (Path(folder) / name for name in ("scan.pdf", "read.pdf", "read.txt"))
        source.write_bytes(pdf)
        options = ["--quiet", "--skip-text", "--jobs", "1", "--output-type", "pdf", "--optimize", "0"]
        command = [sys.executable, "-m", "ocrmypdf", *options, "--sidecar", str(sidecar), str(source), str(target)]
        try:
            subprocess.run(  # noqa: S603  (our own interpreter and paths of our own making)
                command,
                check=True,
                capture_output=True,
                timeout=_SECONDS_PER_PAGE * pages,
                # Tesseract's own threads fight over two cores: four times faster without them.
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            )
            texts = sidecar.read_text(encoding="utf-8").split("\f")
        except (subprocess.SubprocessError, OSError, UnicodeDecodeError):
            return None
    return [*texts, *[""] * pages][:pages]
