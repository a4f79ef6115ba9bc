"""Small files of every type, written for these tests: what people send when they send a letter."""

import io
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

WORDS = "We hold no records about the footbridge."

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in [("office", "office"), ("text", "text"), ("table", "table"), ("style", "style")]
)


def zip_of(members: Mapping[str, bytes | str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def pdf(*pages: str) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for page in pages:
        height = 780.0
        for line in page.split("\n"):
            canvas.drawString(60, height, line)
            height -= 14
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def scanned_pdf(words: str) -> bytes:
    from PIL import Image, ImageDraw, ImageFont
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    image = Image.new("RGB", (1240, 500), "white")
    ImageDraw.Draw(image).text((80, 120), words, fill="black", font=ImageFont.load_default(size=40))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 240))
    canvas.drawImage(ImageReader(image), 0, 0, 595, 240)
    canvas.save()
    return buffer.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def docx(body: str, **parts: str) -> bytes:
    """A Word document; parts are named like `header1`, `footer1`, `numbering`, `footnotes`."""
    roots = {"header": "hdr", "footer": "ftr", "numbering": "numbering", "footnotes": "footnotes"}
    members = {"[Content_Types].xml": "<Types/>"}
    members["word/document.xml"] = f"<w:document {_W} {_MC}><w:body>{body}</w:body></w:document>"
    for name, xml in parts.items():
        root = roots[name.rstrip("0123456789")]
        members[f"word/{name}.xml"] = f"<w:{root} {_W}>{xml}</w:{root}>"
    return zip_of(members)


def odt(body: str, styles: str = "", automatic: str = "") -> bytes:
    content = (
        f"<office:document-content {_ODF}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
        archive.writestr("styles.xml", f"<office:document-styles {_ODF}>{styles}</office:document-styles>")
    return buffer.getvalue()


def ods(*tables: str, automatic: str = "") -> bytes:
    content = (
        f"<office:document-content {_ODF}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return buffer.getvalue()


def ods_table(rows: list[list[str]]) -> str:
    lines = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in rows
    )
    return f'<table:table table:name="Log">{lines}</table:table>'


def xlsx(rows: list[list[object]], merged: str = "", hidden: list[list[object]] | None = None) -> bytes:
    import openpyxl

    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(row)
    if merged:
        workbook.active.merge_cells(merged)
    if hidden:
        sheet = workbook.create_sheet("Working")
        sheet.sheet_state = "hidden"
        for row in hidden:
            sheet.append(row)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def parquet(rows: list[dict[str, object]]) -> bytes:
    import pyarrow as pa
    from pyarrow import parquet as pq

    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), buffer)
    return buffer.getvalue()


def eml(
    text: str,
    *,
    sender: str = "foi@brackenshire.example",
    subject: str = "Footbridge",
    message_id: str = "reply@brackenshire.example",
    answers: str = "",
    date: str = "Mon, 12 Feb 2024 10:00:00 +0000",
    files: Mapping[str, bytes] | None = None,
) -> bytes:
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["To"], message["Subject"], message["Date"] = sender, "asker@example.org", subject, date
    if message_id:
        message["Message-ID"] = f"<{message_id}>"
    if answers:
        message["In-Reply-To"] = f"<{answers}>"
    message.set_content(text)
    for name, data in (files or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return bytes(message)


def mbox(*messages: bytes) -> bytes:
    return b"".join(b"From - Mon Feb 12 10:00:00 2024\n" + each.rstrip(b"\n") + b"\n\n" for each in messages)


def msg(text: str) -> bytes | None:
    """An Outlook message, written by extract-msg; None without it."""
    try:
        from extract_msg.ole_writer import OleWriter
    except ImportError:
        return None
    streams = {"1000": text, "0037": "Footbridge", "001A": "IPM.Note", "0C1F": "foi@brackenshire.example"}
    properties = bytes(32)
    writer = OleWriter()
    for tag, value in streams.items():
        data = value.encode("utf-16-le")
        writer.addEntry(f"__substg1.0_{tag}001F", data)
        properties += bytes.fromhex("1F00") + bytes.fromhex(tag)[::-1] + (6).to_bytes(4, "little")
        properties += (len(data) + 2).to_bytes(4, "little") + bytes(4)
    writer.addEntry("__properties_version1.0", properties)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def doc(text: str) -> bytes | None:
    """An old Word document, written by LibreOffice; None where it is missing or fails."""
    if shutil.which("soffice") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "letter.rtf"
        source.write_text(rf"{{\rtf1\ansi {text}\par}}")
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "doc", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        written = source.with_suffix(".doc")
        return written.read_bytes() if written.exists() else None


def sample(kind: str) -> bytes | None:
    """A file of a type, holding `WORDS`; None when nothing here can write one."""
    row = {"id": "7", "text": WORDS}
    makers = {
        "csv": lambda: f"id,text\n7,{WORDS}\n".encode(),
        "doc": lambda: doc(WORDS),
        "docx": lambda: docx(paragraph(WORDS)),
        "eml": lambda: eml(WORDS),
        "html": lambda: f"<!doctype html><main><p>{WORDS}</p></main>".encode(),
        "jsonl": lambda: f'{{"id": "7", "text": "{WORDS}"}}\n'.encode(),
        "mbox": lambda: mbox(eml(WORDS)),
        "msg": lambda: msg(WORDS),
        "ods": lambda: ods(ods_table([list(row), list(row.values())])),
        "odt": lambda: odt(f"<text:p>{WORDS}</text:p>"),
        "parquet": lambda: parquet([row]),
        "pdf": lambda: pdf(WORDS),
        "rtf": lambda: rf"{{\rtf1\ansi {WORDS}\par}}".encode(),
        "txt": lambda: f"{WORDS}\n".encode(),
        "xlsx": lambda: xlsx([list(row), list(row.values())]),
        "zip": lambda: zip_of({"reply.txt": WORDS}),
    }
    return makers[kind]()
