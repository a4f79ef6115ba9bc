"""Bytes to text: encodings, reading order, the way back, and what is refused."""

import io
import shutil
import zipfile

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from letter_files import WORDS, doc, docx, eml, odt, paragraph, pdf, scanned_pdf, xlsx, zip_of

from foi_analytics.errors import MissingExtraError, UnreadableError
from foi_analytics.formats import Content, Limits, Refused, Row, detect, extract, members, mend, records
from foi_analytics.formats.ocr import can_recognise_text

WESTERN = st.text(st.sampled_from("abc dEF 12 ,.;()§£éüñßÅç'\"\t\r\n"), max_size=200)
WINDOWS = st.text(st.sampled_from("abc dEF 12 ,.()£é‘’“”–—€•…™"), max_size=200)
ANY = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200)
PROSE = "We considered whether the exemption applies and found that it does. " * 3


# Encodings


@given(ANY, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_unicode_in_every_encoding_comes_back(text, encoding):
    text = PROSE + text.removeprefix("\ufeff")
    found = extract(text.encode(encoding))
    assert (found.original or found.text) == text


@given(ANY.filter(lambda text: text.isascii()), st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_utf16_without_a_mark_comes_back(text, encoding):
    assert extract((PROSE + text).encode(encoding)).text == PROSE + text


@given(WESTERN, WINDOWS)
def test_what_windows_and_latin1_wrote_comes_back(western, windows):
    for text, encoding in [(PROSE + western, "latin-1"), (PROSE + windows, "cp1252")]:
        data = text.encode(encoding)
        assume(text.isascii() or not _is_utf8(data))
        found = extract(data)
        assert (found.original or found.text) == text


def _is_utf8(data):
    try:
        return bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def test_another_script_is_not_read_as_western():
    text = "Мы не храним сведений о пешеходном мосте и не можем ответить на ваш запрос. " * 4
    assert "пешеходном" in extract(text.encode("cp1251")).text


@given(ANY)
def test_mending_keeps_lines_and_sound_text(text):
    mended, original = mend(text)
    assert original is None or original == text
    assert mended.count("\n") == text.count("\n")


def test_mojibake_is_mended_line_by_line_and_the_original_kept():
    right = "Our councillor’s café – closed\r\nIt’s “fine” and final…\r\n"
    wrong = right.encode().decode("cp1252", errors="replace").replace("\ufffd", "\x9d")
    found = extract((wrong + right).encode())
    assert found.text == right + right
    assert found.original == wrong + right


def test_quotes_ligatures_and_widths_are_left_as_they_are():
    text = "“ﬁnal” ＡＢ ‘x’ …\u00a0\u200b"
    assert extract(text.encode()).text == text
    assert extract(text.encode()).original is None


def test_pages_still_begin_where_they_did_after_mending():
    found = extract("itâ€™s one\n\f\nitâ€™s two\n\f\nthree".encode())
    assert [found.text[start:][:4] for start in found.page_starts] == ["it’s", "\nit’", "\nthr"]


# Reading order and the way back


def test_word_document_in_reading_order_with_its_lists_numbered():
    levels = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/>'
        '</w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'
    )

    def item(text, level=0):
        return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="5"/></w:numPr>')

    cell = "<w:tc>{}</w:tc>".format
    box = f"<w:txbxContent>{paragraph('Boxed address')}</w:txbxContent>"
    body = "".join(
        [
            f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
            "</mc:AlternateContent></w:r></w:p>",
            item("What was the cost?"),
            paragraph("It was nothing."),
            item("Who decided,"),
            item("and when?", 1),
            f"<w:tbl><w:tr>{cell(paragraph('Year'))}{cell(paragraph('Cost'))}</w:tr>"
            f"<w:tr>{cell(paragraph('2023'))}{cell(paragraph('£100'))}</w:tr></w:tbl>",
            "<w:p><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:t>deleted</w:t></w:r></w:del>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>",
        ]
    )
    found = extract(docx(body, header1=paragraph("Brackenshire"), footer1=paragraph("Page foot"), numbering=levels))
    assert found.text == (
        "Brackenshire\n\nBoxed address\n\n1. What was the cost?\n\nIt was nothing.\n\n2. Who decided,\n(a) and when?\n"
        "Year\tCost\n2023\t£100\n\nkept\n\nPage foot"
    )
    places = dict(zip(found.anchor_names, found.anchor_starts, strict=True))
    assert found.text[places["text box"] :].startswith("Boxed")
    assert found.text[places["table 1, row 2"] :].startswith("2023")
    assert found.text[places["footer"] :] == "Page foot"


def test_a_letter_laid_out_in_a_table_keeps_question_and_answer_together():
    cells = "".join(
        f"<w:tr><w:tc>{paragraph(ask)}</w:tc><w:tc>{paragraph(answer)}{paragraph('More.')}</w:tc></w:tr>"
        for ask, answer in [("First?", "One."), ("Second?", "Two.")]
    )
    assert extract(docx(f"<w:tbl>{cells}</w:tbl>")).text.split("\n\n") == [
        *("First?", "One.", "More.", "Second?", "Two.", "More.")
    ]


def test_open_document_in_reading_order():
    styles = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"/></text:list-style>',
        "<style:header><text:p>Brackenshire</text:p></style:header><style:footer><text:p>Foot</text:p></style:footer>",
    )
    body = (
        "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
        '<text:h>Reply</text:h><text:list text:style-name="L1"><text:list-item><text:p>Yes'
        '<text:s text:c="2"/>sir.</text:p></text:list-item>'
        "<text:list-item><text:p>No.</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>2023</text:p></table:table-cell>"
        "<table:table-cell><text:p>£100</text:p></table:table-cell></table:table-row></table:table>"
    )
    found = extract(odt(body, styles[1], styles[0]))
    assert found.text == "Brackenshire\n\nReply\n\n1. Yes  sir.\n2. No.\n2023\t£100\n\nFoot"


def test_pdf_pages_map_back_and_gaps_part_paragraphs():
    found = extract(pdf("First line\nof a paragraph.\n\nSecond paragraph\nhere.", "Section 40(2) applies."))
    assert found.text == "First line\nof a paragraph.\n\nSecond paragraph\nhere.\n\nSection 40(2) applies."
    assert [found.text[start:][:7] for start in found.page_starts] == ["First l", "Section"]
    assert found.anchor_names == ("page 1", "page 2")


def test_web_page_without_its_chrome_but_with_its_structure():
    page = """<!doctype html><html><head><title>Reply
      7</title><style>p{}</style></head><body><div id="cookie-banner">We use cookies</div><nav><a href=/>Home</a></nav>
      <main><h1>Reply 7</h1><p>We hold <b>some</b> of it.<br>Not all.</p><ol start=3><li>Cost<li>Date
      <ul><li>Day</ul></ol>
      <table><tr><th>Year<th>Cost<tr><td>2023<td>£100</table><script>track()</script></main>
      <footer>Crown copyright</footer></body></html>"""
    found = extract(page.encode())
    assert found.title == "Reply 7"
    assert found.text == ("Reply 7\n\nWe hold some of it.\nNot all.\n\n3. Cost\n4. Date\n• Day\nYear\tCost\n2023\t£100")
    assert found.text[found.anchor_starts[found.anchor_names.index("table 1, row 2")] :] == "2023\t£100"


def test_web_page_that_does_not_say_where_its_content_is_loses_no_words():
    page = "<html><body><div><p>Dear Ms Example</p><div>We hold nothing.</div></div></body></html>"
    assert extract(page.encode()).text == "Dear Ms Example\n\nWe hold nothing."


def test_web_page_in_the_charset_it_declares():
    page = '<html><head><meta charset="windows-1250"></head><body><p>Łódź, żółw</p></body></html>'
    assert extract(page.encode("cp1250")).text == "Łódź, żółw"


def test_old_word_document_by_every_program_found(monkeypatch):
    data = doc(f"{WORDS} " * 40)  # antiword refuses shorter ones
    found = {program: shutil.which(program) for program in ("antiword", "catdoc", "soffice")}
    if data is None or not any(found.values()):
        pytest.skip("needs LibreOffice to write an old Word document")
    for only in filter(found.get, found):
        monkeypatch.setattr("shutil.which", lambda program, only=only: found[only] if program == only else None)
        assert WORDS in extract(data).text
    monkeypatch.setattr("shutil.which", lambda program: None)
    with pytest.raises(UnreadableError, match="antiword, catdoc or LibreOffice"):
        extract(data)


def test_scanned_page_is_read_where_tesseract_is_and_kept_where_it_is_not(monkeypatch):
    data = scanned_pdf("Section 40(2) applies here")
    if can_recognise_text():
        found = extract(data)
        assert "Section 40(2)" in found.text
        assert not found.needs_ocr
    monkeypatch.setattr("shutil.which", lambda program: None)
    kept = extract(data)
    assert (kept.text, kept.needs_ocr, kept.page_starts) == ("", True, (0,))


def test_mail_gives_text_envelope_and_enclosures():
    data = eml("Please see the letter.\n", answers="ask@example.org", files={"letter.txt": WORDS.encode()})
    found = extract(data)
    assert found.text == "Please see the letter.\n"
    assert (found.title, str(found.date)) == ("Footbridge", "2024-02-12")
    assert found.envelope.references == ("ask@example.org",)
    (enclosed,) = members(Content.of(data), Limits())
    assert (enclosed.name, enclosed.read(100)) == ("letter.txt", WORDS.encode())


def test_mail_whose_charset_lies():
    data = b'MIME-Version: 1.0\nContent-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: 8bit\n\n\xa3100\n'
    assert extract(data).text == "£100\n"


def test_outlook_message_without_the_extra_says_how_to_get_it(monkeypatch):
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_".encode("utf-16-le")
    monkeypatch.setitem(__import__("sys").modules, "extract_msg", None)
    with pytest.raises(MissingExtraError, match=r"foi-analytics\[msg\]"):
        extract(ole)


# Tables


def test_csv_with_titles_above_a_semicolon_and_a_long_letter():
    letter = "Dear Ms Example, " * 20_000
    data = f'\ufeffLog of replies;;\n;;\nRef;Reply;Reply\n7;"{letter}\nno; never";x\nRef;Reply;Reply\n'.encode()
    (row,) = records(Content.of(data, "log.csv"), Limits())
    assert row.number == 4
    assert row.values == {"Ref": "7", "Reply": f"{letter}\nno; never", "Reply (2)": "x"}


def test_workbook_fills_merged_cells_and_reports_hidden_sheets():
    rows = [["Log of replies", None, None], ["Ref", "Unit", "Reply"], [7, "Roads", "Yes."], [8, None, "No."]]
    found = list(records(Content.of(xlsx(rows, merged="B3:B4", hidden=[["Name"], ["Secret"]])), Limits()))
    assert [row.values for row in found if isinstance(row, Row)] == [
        {"Ref": 7, "Unit": "Roads", "Reply": "Yes."},
        {"Ref": 8, "Unit": "Roads", "Reply": "No."},
    ]
    (refused,) = (row for row in found if isinstance(row, Refused))
    assert refused.name == "Working" and "hidden" in refused.reason


def test_bad_lines_of_json_are_named_and_the_others_kept():
    data = b'{"text": "a"}\n{"text": \n[1]\n{"text": "b"}\n'
    found = list(records(Content.of(data), Limits()))
    assert [row.number for row in found if isinstance(row, Row)] == [1, 4]
    assert [row.number for row in found if isinstance(row, Refused)] == [2, 3]


def test_prose_with_commas_is_not_a_table():
    assert detect(Content.of(f"{PROSE}, so, there\nit, is\n{PROSE}".encode())).name == "Text files"


# Refusals


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(2000), "no letter comes in"),
        (bytes(range(256)) * 40, "no letter comes in"),
        (pdf("x")[:300], "broken"),
        (zip_of({"a": "b"})[:-30], "broken"),
        (docx("<w:p>"), "broken"),
        (zip_of({"ppt/presentation.xml": "", "[Content_Types].xml": ""}), "no letter comes in"),
        (b"x" * 2000, "longer than|bytes"),
    ],
    # The bytes of an archive carry the second it was made in: no names for a test.
    ids=["empty", "image", "binary", "cut PDF", "cut archive", "broken Word", "slides", "long"],
)
def test_what_cannot_be_read_is_refused_with_a_reason(data, reason):
    with pytest.raises(UnreadableError, match=reason):
        content = Content.of(data, "letter.txt")
        list(members(content, Limits()))
        extract(content, limits=Limits(max_text=1000))


def test_locked_pdf_is_refused_by_name():
    pikepdf = pytest.importorskip("pikepdf")
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(WORDS))) as document:
        document.save(buffer, encryption=pikepdf.Encryption(user="open", owner="sesame"))
    with pytest.raises(UnreadableError, match="password"):
        extract(buffer.getvalue())


def test_xml_entities_are_not_resolved(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("top secret")
    xml = (
        f'<!DOCTYPE d [<!ENTITY a "{"ha" * 100}"><!ENTITY f SYSTEM "{secret.as_uri()}">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        "<w:t>before &a;&f; after</w:t></w:r></w:p></w:body></w:document>"
    )
    text = extract(zip_of({"word/document.xml": xml, "[Content_Types].xml": ""})).text
    assert "secret" not in text and "haha" not in text


def test_members_of_archives_are_bounded():
    bomb = zip_of({"bomb.txt": bytes(30_000_000), "ok.txt": WORDS, "../../up.txt": "x", "/abs.txt": "x"})
    found = list(members(Content.of(bomb), Limits()))
    assert [each.name for each in found if isinstance(each, Content)] == ["ok.txt"]
    assert len([each for each in found if isinstance(each, Refused)]) == 3


def test_a_list_of_members_too_long_to_hold_is_not_opened():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(200):
            archive.writestr(f"{'long-name-' * 20}{number}", "")
    with pytest.raises(UnreadableError, match="members"):
        list(members(Content.of(buffer.getvalue()), Limits(max_members=50)))


def test_pages_and_headers_made_to_take_for_ever_do_not():
    with pytest.raises(UnreadableError, match="nests more than"):
        extract(b"<html>" + b"<div>" * 1_000_000)
    assert extract(b"MIME-Version: 1.0\nSubject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nBody.").text == "Body."


def test_a_sheet_that_claims_to_be_endless_is_read_by_its_rows():
    import openpyxl

    workbook = openpyxl.Workbook()
    workbook.active.append(["id", "text"])
    workbook.active.append([7, WORDS])
    buffer = io.BytesIO()
    workbook.save(buffer)
    claims = {
        b'ref="A1:B2"': b'ref="A1:XFD1048576"',
        b"</sheetData>": b'</sheetData><mergeCells><mergeCell ref="A4:XFD1048576"/></mergeCells>',
    }
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for claim, lie in claims.items():
        parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(claim, lie)
    (row,) = records(Content.of(zip_of(parts)), Limits())
    assert row.values == {"id": 7, "text": WORDS}
