"""E-mails as they arrive: plain text or with an HTML twin, earlier mail quoted, Word files attached."""

import html
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from . import docx_letter
from .blocks import blocks
from .html_page import as_html
from .plain_mail import plain_text, quoted_mail, sender
from .source import Case, Message

__all__ = ["files"]

_WIDTH = 76
_DOCX = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")


def files(case: Case) -> dict[str, bytes]:
    """One file for each message of the authority."""
    folder = f"eml/{case.authority.id}"
    return {
        f"{folder}/{case.id}-{number}.eml": _mail(case, letter).as_bytes(policy=SMTP)
        for number, letter in enumerate(case.letters, start=1)
    }


def _mail(case: Case, letter: Message) -> EmailMessage:
    authority, first = case.authority, case.messages[0]
    mail = EmailMessage(policy=SMTP)
    mail["From"] = f"{sender(case, letter)} <{letter.header.get('address', authority.email)}>"
    mail["To"] = f"{first.header['from']} <{first.header['address']}>"
    mail["Subject"] = letter.header.get("subject_line", f"RE: {case.title}")
    mail["Date"] = format_datetime(letter.sent)
    mail["Message-ID"] = f"<{letter.id}@{authority.email.partition('@')[2]}>"
    quoted = quoted_mail(case, letter, _WIDTH) if letter.header.get("quotes") else ""
    text = plain_text(letter.body, _WIDTH, bullet="* ")
    mail.set_content(f"{text}\n\n{quoted}\n" if quoted else f"{text}\n", cte="quoted-printable")
    if letter.header.get("html"):
        mail.add_alternative(_html(letter, quoted), subtype="html", cte="quoted-printable")
    for enclosed in case.enclosures(letter):
        _attach(mail, case, enclosed)
    for number, part in enumerate(p for p in mail.walk() if p.is_multipart()):
        part.set_boundary(f"=_{letter.id}_{number}")
    return mail


def _html(letter: Message, quoted: str) -> str:
    body = "\n".join(as_html(block) for block in blocks(letter.body))
    below = f"<hr>\n<div>{html.escape(quoted).replace(chr(10), '<br>' + chr(10))}</div>\n" if quoted else ""
    return f"<html><body>\n{body}\n{below}</body></html>\n"


def _attach(mail: EmailMessage, case: Case, enclosed: Message) -> None:
    (data,) = docx_letter.files(Case(case.id, case.authority, (enclosed,))).values()
    mail.add_attachment(data, maintype=_DOCX[0], subtype=_DOCX[1], filename=enclosed.header["filename"])
