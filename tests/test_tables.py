"""Disclosure logs of every shape: requests and what became of them, where there is no reply to read."""

import datetime as dt
import io

import pytest
from letter_files import WORDS, ods, ods_table, pdf, xlsx

from foi_analytics.errors import MissingExtraError
from foi_analytics.formats import Content, Limits, records
from foi_analytics.records import Letter, Problem, Request
from foi_analytics.sources import load, open_source
from foi_analytics.sources.states import label_of


def _load(path, kind="auto", **options):
    items = list(load(open_source(kind, path, **options)))
    return [[each for each in items if isinstance(each, kind)] for kind in (Request, Letter, Problem)]


def _log(tmp_path, text, name="log.csv"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_log_without_replies_gives_its_requests_and_their_statuses(tmp_path, caplog):
    path = _log(
        tmp_path,
        "Tarn disclosure log,,,,,\n,,,,,\n"
        "Reference,Date Rec'd,Case label,Request,Status,Exemption(s) applied,Officer\n"
        "7,08/01/2024,Swings,How many swings?,All information sent,,A\n"
        "8,45300,Slides,Who made the slides?,Part disclosure,S40(2); S43,B\n"
        "8,23/01/2024,Slides,Who broke the slides?,Puzzled,,B\n"
        "Total,3,,,,,\n",
    )
    with caplog.at_level("INFO", "foi_analytics"):
        requests, letters, problems = _load(path, authority="Tarn Borough Council")
    assert not letters
    assert [(each.case_id, each.text, str(each.date), each.title, each.source_outcome) for each in requests] == [
        ("7", "How many swings?", "2024-01-08", "Swings", "All information sent"),
        ("8", "Who made the slides?", "2024-01-09", "Slides", "Part disclosure; S40(2); S43"),
        ("8#6", "Who broke the slides?", "2024-01-23", "Slides", "Puzzled"),
    ]
    assert {each.authority for each in requests} == {"Tarn Borough Council"}
    assert [each.line for each in problems if each.line] == [7]
    assert any("'Puzzled' of 1 rows is not known" in each.reason for each in problems)
    assert "'All information sent' = full_disclosure (1)" in caplog.text
    assert "not read: Officer" in caplog.text


def test_a_log_whose_only_words_are_its_subjects_gives_those(tmp_path):
    rows = [
        ["Tarn FOI log"],
        ["Ref No.", "Date Rec'd", "Subject / Question", "Outcome"],
        ["7", 45300, "How many swings?", "Info not held"],
    ]
    (request,), _, (hidden,) = _load(_log(tmp_path, xlsx(rows, hidden=[["internal"]]), "log.xlsx"))
    assert (request.text, request.date, request.source_outcome) == (
        "How many swings?",
        dt.date(2024, 1, 9),
        "Info not held",
    )
    assert "hidden" in hidden.reason


def test_a_title_is_no_request_where_the_table_is_no_log(tmp_path):
    _, _, (problem,) = _load(_log(tmp_path, "id,title,pages\n1,Swings,4\n2,Slides,5\n"))
    assert "without a column of letter text" in problem.reason


def test_a_reply_with_the_day_of_its_request_gives_both(tmp_path):
    path = _log(tmp_path, "Ref,Received,Request,Our response,Date closed\n7,08/01/2024,How many?,Three.,23/01/2024\n")
    (request,), (letter,), problems = _load(path)
    assert not problems
    assert (request.case_id, request.date) == (letter.case_id, dt.date(2024, 1, 8)) == ("7", dt.date(2024, 1, 8))
    assert (letter.text, letter.date) == ("Three.", dt.date(2024, 1, 23))


def test_an_id_that_some_rows_lack_gives_way_to_one_that_all_have(tmp_path):
    path = _log(
        tmp_path, "id,identifier,abstract,decision\n,FIN/1,Grants,all disclosed\n314,FIN/2,Loans,nothing disclosed\n"
    )
    requests, _, problems = _load(path)
    assert [each.case_id for each in requests] == ["FIN/1", "FIN/2"] and not problems


def test_an_opendocument_log_is_read_as_people_see_it(tmp_path):
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>".format
    header = "".join(cell("", name) for name in ("Reference", "Received", "Request", "Status"))
    first = (
        cell(' table:number-rows-spanned="2"', "7")
        + '<table:table-cell office:value-type="date" office:date-value="2024-01-08T00:00:00"><text:p>8 Jan</text:p></table:table-cell>'
        + cell("", "How many?")
        + cell("", "Not held")
        + '<table:table-cell table:number-columns-repeated="16380"/>'
    )
    second = (
        "<table:covered-table-cell/>"
        '<table:table-cell office:value-type="float" office:value="45300"><text:p>45300</text:p></table:table-cell>'
        + cell("", "Why?<office:annotation><text:p>ask Jo</text:p></office:annotation>")
        + cell("", "Withdrawn")
    )
    rows = "".join(
        f"<table:table-row>{row}</table:table-row>" for row in (cell("", "Log of Tarn"), header, first, second)
    )
    blank = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    shown = f'<table:table table:name="2024">{rows}{blank}</table:table>'
    hidden = ods_table([["secret"]]).replace("table:name", 'table:style-name="h" table:name')
    style = '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>'
    requests, _, (problem,) = _load(_log(tmp_path, ods(shown, hidden, automatic=style), "log.ods"))
    assert [(each.case_id, str(each.date), each.text, each.source_outcome) for each in requests] == [
        ("7", "2024-01-08", "How many?", "Not held"),
        ("7#4", "2024-01-09", "Why?", "Withdrawn"),
    ]
    assert "hidden" in problem.reason


def _printed_log(rows):
    """A PDF of a covering letter and a ruled table whose header is one cell over all columns."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle

    buffer = io.BytesIO()
    widths = [110, 110, 250, 110]
    header = Table([["Tracking Number", "Date Submitted", "Detail", "Disposition"]], colWidths=widths)
    header.setStyle(TableStyle([("BOX", (0, 0), (-1, -1), 0.5, colors.black)]))
    body = Table(rows, colWidths=widths)
    body.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
    document = SimpleDocTemplate(buffer, pagesize=landscape(A4))
    document.build([Paragraph("The log you asked for is enclosed."), PageBreak(), header, body])
    return buffer.getvalue()


def test_a_log_printed_as_pdf_is_a_table_when_one_is_asked_for(tmp_path):
    pytest.importorskip("pdfplumber", reason="the extra `tables` is not installed")
    rows = [
        ["DOK-1", "07/13/2017", "Charts of the bay", "Full grant"],
        ["DOK-2", "07/04/2017", "Names of\nkeepers", "No records"],
    ]
    path = _log(tmp_path, _printed_log(rows), "log.pdf")
    requests, letters, problems = _load(path, "table")
    assert not letters and not problems
    assert [(each.case_id, str(each.date), each.source_outcome) for each in requests] == [
        ("DOK-1", "2017-07-13", "Full grant"),
        ("DOK-2", "2017-07-04", "No records"),
    ]
    _, (letter,), _ = _load(path)
    assert "The log you asked for" in letter.text


def test_what_reads_tables_in_pdf_is_named_when_it_is_missing(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"foi-analytics\[tables\]"):
        list(records(Content.of(pdf(WORDS)), Limits()))


# The real tables


def test_every_row_of_the_real_council_log_loads_and_its_statuses_are_mapped_or_listed(shared):
    requests, _, problems = _load(shared / "corpus" / "tables" / "devon_disclosure_log_2014_2016.csv")
    assert len(requests) == len({each.case_id for each in requests}) == 3577
    statuses = {each.source_outcome for each in requests}
    unknown = {status for status in statuses if label_of(status) is None}
    assert len(statuses) == 18
    assert len(problems) == len(unknown) == 1 and repr(*unknown) in problems[0].reason


def test_the_real_american_log_is_the_same_from_csv_and_from_pdf(shared):
    pytest.importorskip("pdfplumber", reason="the extra `tables` is not installed")
    tables = shared / "corpus" / "tables"
    printed, listed = (
        {
            each.case_id: (each.date, each.source_outcome)
            for each in _load(tables / f"us_doj_request_log_2017.{kind}", "table")[0]
        }
        for kind in ("pdf", "csv")
    )
    assert printed == listed and len(listed) == 244
    assert all(day for day, _ in listed.values())


def test_the_real_canadian_summaries_load(shared):
    requests, _, problems = _load(shared / "corpus" / "tables" / "ca_nl_summaries.csv")
    assert len(requests) == len({each.case_id for each in requests}) == 1042 and not problems
