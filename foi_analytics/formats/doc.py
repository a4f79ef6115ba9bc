"""Old Word documents, read by LibreOffice, antiword or catdoc, whichever is found."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from ..errors import UnreadableError
from .content import Content, Limits
from .docx import extract_docx
from .extracted import Extracted
from .format import Format

__all__ = ["FORMAT", "OLE"]

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How every Office file before 2007 and every Outlook message begins."""

_STREAM = "WordDocument".encode("utf-16-le")
_TIMEOUT = 60


def _recognises(content: Content) -> bool:
    return content.head.startswith(OLE) and holds(content, _STREAM)


def holds(content: Content, name: bytes) -> bool:
    """Whether the bytes of a stream's name stand anywhere in a content, read in pieces."""
    tail = b""
    with content.open() as stream:
        while piece := stream.read(1 << 20):
            if name in tail + piece:
                return True
            tail = piece[-len(name) :]
    return False


def _extract(content: Content, limits: Limits) -> Extracted:
    data = content.read(limits.max_file)
    tried = []
    for program, convert in _READERS.items():
        path = shutil.which(program)
        if path is None:
            continue
        with tempfile.TemporaryDirectory(prefix="foi-doc-") as folder:
            source = Path(folder) / "letter.doc"
            source.write_bytes(data)
            try:
                return convert(path, source, limits)
            except (subprocess.SubprocessError, OSError, UnreadableError) as error:
                tried.append(f"{program}: {_said(error)}")
    if tried:
        raise UnreadableError(f"the Word document could not be read ({'; '.join(tried)}); save it as .docx or PDF")
    raise UnreadableError(
        "an old Word document (.doc) needs antiword, catdoc or LibreOffice: install one of them "
        "(`apt install antiword`), or save the document as .docx or PDF"
    )


def _read_antiword(program: str, source: Path, _limits: Limits) -> Extracted:
    # Width 0 keeps each paragraph on one line.
    return _printed([program, "-m", "UTF-8.txt", "-w", "0", str(source)])


def _read_catdoc(program: str, source: Path, _limits: Limits) -> Extracted:
    return _printed([program, "-d", "utf-8", "-w", str(source)])


def _read_libreoffice(program: str, source: Path, limits: Limits) -> Extracted:
    # A profile of its own: a running office would otherwise take the job and answer nothing.
    profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
    _run([program, profile, "--headless", "--convert-to", "docx", "--outdir", str(source.parent), str(source)])
    written = source.with_suffix(".docx")
    if not written.exists():
        raise UnreadableError("it wrote nothing")
    return extract_docx(Content.of(written), limits)


def _printed(command: list[str]) -> Extracted:
    text = _run(command).decode("utf-8", errors="replace").strip()
    if not text:
        raise UnreadableError("it printed no text")
    return Extracted(text)


def _run(command: list[str]) -> bytes:
    return subprocess.run(command, check=True, capture_output=True, timeout=_TIMEOUT).stdout  # noqa: S603


def _said(error: Exception) -> str:
    if isinstance(error, subprocess.CalledProcessError) and error.stderr:
        return str(error.stderr.decode("utf-8", errors="replace").strip())[:200]
    return "it took too long" if isinstance(error, subprocess.TimeoutExpired) else str(error)


# LibreOffice first: it alone keeps headers, footers, text boxes and the cells of a table in order.
_READERS: dict[str, Callable[[str, Path, Limits], Extracted]] = {
    "soffice": _read_libreoffice,
    "antiword": _read_antiword,
    "catdoc": _read_catdoc,
}

FORMAT = Format(
    name="Word 97 documents",
    media_type="application/msword",
    recognises=_recognises,
    extract=_extract,
)
