"""Files of one's own in the dashboard: every type is read, what is broken is listed, and nothing stays behind."""

import re
import tempfile

import letter_files
import pytest

pytest.importorskip("streamlit")

from streamlit.testing.v1 import AppTest

from foi_analytics import read
from foi_analytics.dashboard import uploads
from foi_analytics.dashboard.uploads import read_uploads

SECRET = "The map is withheld under section 43(2) of the Freedom of Information Act 2000."
KINDS = [
    "csv",
    "doc",
    "docx",
    "eml",
    "html",
    "jsonl",
    "mbox",
    "msg",
    "odt",
    "parquet",
    "pdf",
    "rtf",
    "txt",
    "xlsx",
    "zip",
]
HOSTILE = "<img src=x onerror=alert(1)> ![](http://evil.example/p.png) **bold**"


def _page() -> None:
    from foi_analytics.dashboard.filters import Filters
    from foi_analytics.dashboard.views import files

    files.show(None, Filters())


@pytest.fixture
def page():
    page = AppTest.from_function(_page, default_timeout=120).run()
    assert not page.exception
    return page


def shown(page):
    cells = [str(cell) for table in page.table for cell in table.value.to_numpy().ravel()]
    return "\n".join([*(each.value for each in page.markdown), *cells])


def html_of(page):
    return "".join(each.proto.body for each in page.get("html"))


def chosen(page, *files):
    page.file_uploader[0].set_value([(name, data, "application/octet-stream") for name, data in files]).run()
    assert not page.exception
    return page


@pytest.mark.parametrize("kind", KINDS)
def test_every_type_of_file_is_read(kind):
    data = letter_files.sample(kind)
    if data is None:
        pytest.skip(f"nothing here can write a {kind} file")
    found = read_uploads([(f"reply.{kind}", data)])
    assert not found.problems
    (reading,) = found.readings
    assert letter_files.WORDS in reading.letter.text
    assert reading.outcome == "not_held"


def test_chosen_files_are_read_as_in_the_letter_page(page):
    chosen(page, ("reply.txt", SECRET.encode()), ("broken.pdf", b"%PDF-1.7 nothing more"), ("empty.docx", b""))
    words = shown(page)
    assert page.subheader[0].value == "1 letter"
    assert "**2 problems**" in words
    assert r"broken\.pdf" in words and r"empty\.docx" in words and "0 bytes" in words
    (ground,) = read(SECRET).exemptions
    assert re.search(rf"\*\*\[s\\\.43\\\(2\\\) FOIA\]\(#span-{ground.start}-\d+\)\*\*", words)
    assert f'id="span-{ground.start}-{ground.end}"' in html_of(page)


def test_letters_of_one_name_are_all_read_and_another_can_be_shown(page):
    chosen(page, *((name, f"We hold no maps of {name} {n}.".encode()) for n in range(2) for name in ("._a.txt", "b")))
    assert page.subheader[0].value == "4 letters"
    page.selectbox(key="uploaded_letter").set_value(3).run()
    assert not page.exception
    assert "We hold no maps of b 1." in html_of(page)


def test_files_taken_away_are_forgotten(page):
    chosen(page, ("reply.txt", SECRET.encode()))
    chosen(page)
    assert page.info
    assert "uploaded" not in page.session_state


def test_hostile_files_and_names_become_no_markup(page):
    chosen(page, (f"{HOSTILE}.txt", HOSTILE.encode()), (f"../../{HOSTILE}.pdf", b"%PDF-"))
    words = shown(page)
    assert page.subheader[0].value == "1 letter"
    assert "![" not in words
    assert not re.search(r"(?<!\\)<", words)
    assert not re.search(r"<(?!/?(?:div|mark|style)\b)[a-z]", html_of(page))


def test_nothing_stays_behind(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert read_uploads(
        [("../up.txt", SECRET.encode()), ("x" * 4000 + ".csv", f"id,text\n1,{SECRET}\n".encode())]
    ).readings
    assert not list(tmp_path.iterdir())


def test_one_letter_over_which_the_reader_fails_costs_one_letter(monkeypatch):
    def failing(letter):
        return 1 / 0 if "maps" in letter.text else read(letter)

    monkeypatch.setattr(uploads, "read", failing)
    found = read_uploads([("a.txt", b"We hold no maps."), ("b.txt", b"We hold no plans.")])
    assert [reading.letter.origin for reading in found.readings] == ["b.txt"]
    assert [(problem.origin, problem.stage) for problem in found.problems] == [("a.txt", "read")]


def test_no_more_is_read_than_is_said(monkeypatch):
    table = b"id,text\n" + b"".join(b"%d,We hold no maps.\n" % n for n in range(5))
    monkeypatch.setattr(uploads, "MOST_LETTERS", 3)
    assert read_uploads([("log.csv", table)]).cut_short
    assert len(read_uploads([("log.csv", table)]).readings) == 3
    monkeypatch.setattr(uploads, "MOST_CHARACTERS", 40)
    assert len(read_uploads([("log.csv", table)]).readings) == 2


def test_the_sample_letters_are_one_click_away(page):
    page.button[0].click().run()
    assert not page.exception
    assert re.fullmatch(r"\d\d letters", page.subheader[0].value)
    assert len(page.table[0].value) == int(page.subheader[0].value.split()[0])
