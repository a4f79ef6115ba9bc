"""What leaves a corpus: the same numbers, nothing that runs, nothing half-written."""

import csv
import datetime as dt
import io
import itertools
import json
import re
from collections import Counter
from pathlib import Path

import dashboard_corpus
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from rich.console import Console

from foi_analytics.corpus import TABLES, Corpus
from foi_analytics.exports import print_summary, write_report, write_tables
from foi_analytics.exports.files import whole
from foi_analytics.exports.letters import letter_views
from foi_analytics.exports.tables import guard_cell, unguard_cell
from foi_analytics.naming import GROUP_OF, OUTCOME_LABELS, PIT_LABELS, cited_as, section_label, share
from foi_analytics.records import Citation, Letter, Question, Reading, Request

RUNS = tuple("=+-@\t\r\n\0")
DISGUISES = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x1b\x07\x00")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return Corpus(dashboard_corpus.write(tmp_path_factory.mktemp("exports") / "corpus"))


@pytest.fixture(scope="module")
def written(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    write_report(corpus, path)
    return path


@pytest.fixture(scope="module")
def page(written: Path) -> html.HtmlElement:
    return html.document_fromstring(written.read_text(encoding="utf-8"))


def figures(page: html.HtmlElement, section: str) -> dict[str, list[int]]:
    """The linked numbers of each row of a chapter's tables of bars, by the row's label."""
    rows = page.xpath(f"//section[@id='{section}']//table[@class='bars']/tbody/tr")
    return {
        row.xpath("string(th)").strip(): [int(cell.xpath("string(*)") or 0) for cell in row.xpath("td")] for row in rows
    }


def test_outcomes_are_those_of_an_independent_count(corpus: Corpus, page: html.HtmlElement) -> None:
    readings = corpus.readings.query("kind == 'response'")
    expected = Counter(readings["outcome"].map(GROUP_OF))
    shown = page.xpath("//section[@id='outcomes']//ul[@class='key']/li")
    found = {
        li.xpath("string(text())").strip() or li.text_content().split("\n")[0]: li.xpath("string(.//a)") for li in shown
    }
    assert {name.strip(): int(number) for name, number in found.items()} == expected


def test_quarters_add_up_to_all_decisions(corpus: Corpus, page: html.HtmlElement) -> None:
    rows = page.xpath("//section[@id='outcomes']//table/tbody/tr")
    assert sum(int(row.xpath("string(td[last()])")) for row in rows) == (corpus.readings["kind"] == "response").sum()
    assert rows[-1].xpath("string(th)") == "no date"


def test_sections_are_those_of_an_independent_count(corpus: Corpus, page: html.HtmlElement) -> None:
    relied = corpus.sql(
        "SELECT DISTINCT letter_id, regexp_replace(provision, '^(foi[^:]*:\\d+).*', '\\1') AS s FROM exemptions"
    )
    named = corpus.sql(
        """SELECT DISTINCT letter_id, regexp_replace(p, '^(foi[^:]*:\\d+).*', '\\1') AS s
        FROM (SELECT letter_id, role, unnest(provisions) AS p FROM citations) WHERE role IN ('mentioned', 'rejected', 'quoted')"""
    )
    both = set(zip(relied["letter_id"], relied["s"], strict=True))
    only = set(zip(named["letter_id"], named["s"], strict=True)) - both
    expected = {
        section_label(section): [sum(s == section for _, s in both), sum(s == section for _, s in only)]
        for section in {s for _, s in both | only}
    }
    assert figures(page, "exemptions") == expected


def test_questions_are_those_of_an_independent_count(corpus: Corpus, page: html.HtmlElement) -> None:
    asked = corpus.questions
    found = {label: numbers[0] for label, numbers in figures(page, "questions").items()}
    assert found == Counter(asked["outcome"].map(OUTCOME_LABELS))


def test_what_notices_leave_out_is_an_independent_count_over_the_letters_that_owe_it(
    corpus: Corpus, page: html.HtmlElement
) -> None:
    owed = corpus.duties.groupby(["duty", "letter_id"])["met"].all()
    expected = {cited_as(str(duty)): share(int((~met).sum()), len(met)) for duty, met in owed.groupby("duty")}
    rows = page.xpath("//section[@id='reasoning']//table[@class='bars']/tbody/tr")
    assert {row.xpath("string(td[1])"): row.xpath("string(td[2])").strip() for row in rows} == expected
    tests = corpus.readings.query("pit != 'na'")["pit"].map(PIT_LABELS).str.capitalize()
    found = page.xpath("//section[@id='reasoning']//table[not(@class)]/tbody/tr")
    assert {row.xpath("string(th)"): int(row.xpath("string(td/a)")) for row in found} == Counter(tests)


def test_every_number_opens_as_many_places_as_it_counts_and_every_link_leads_somewhere(page: html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = page.xpath("//a")
    assert {link.get("href")[1:] for link in links} <= set(ids)
    for number in page.xpath("//a[@class='number']"):
        (behind,) = page.xpath(f"//section[@id='{number.get('href')[1:]}']")
        assert len(behind.xpath(".//li")) == int(number.text)


def test_a_question_under_a_shorter_mark_opens_its_letter() -> None:
    text = "section 40(2) was used; why?"
    citation = Citation("a", 0, 13, text[:13], 1.0, "rule:x@1", ("foia2000:40(2)",), "quoted")
    question = Question("a", 0, len(text), text, 1.0, "rule:x@1", "1", "reply", "not_answered")
    reading = Reading(Letter("a", text), "response", (), len(text), "unknown", "", (), (citation,), (), (), (question,))
    view = letter_views([reading], [])["a"]
    assert view.questions[0]["href"] == "#letter-1"
    assert view.href(0, 13) == "#letter-1-0-13"


def test_evidence_quotes_the_letter_it_opens(page: html.HtmlElement) -> None:
    (link,) = page.xpath("//section[@id='exemptions']//table[@class='bars']//tr[1]/td[1]/a")
    (behind,) = page.xpath(f"//section[@id='{link.get('href')[1:]}']")
    for entry in behind.xpath(".//li"):
        (target,) = page.xpath(f"//*[@id='{entry.xpath('string(a/@href)')[1:]}']")
        assert target.tag == "mark"
        assert target.text == entry.xpath("string(q)")
        assert target.get("title")


def test_a_percentage_never_has_a_base_below_ten(page: html.HtmlElement) -> None:
    text = page.text_content()
    assert re.search(r"\d of \d+[^()]* \(\d+%\)", text)
    assert not re.search(r"\d of \d(?![\d,])[^()\n]{0,40}\(\d", text)
    for row in page.xpath("//table[@class='heat']/tbody/tr"):
        assert ("%" in row.text_content()) <= (int(row.xpath("string(td[1])")) >= 10)


def test_a_hostile_letter_is_inert_and_readable(written: Path, page: html.HtmlElement) -> None:
    source = written.read_text(encoding="utf-8")
    assert not DISGUISES & set(source)
    for element in page.iter(etree.Element):
        assert element.tag not in ("script", "img", "iframe", "object", "embed", "svg", "form", "link", "base")
        assert not [name for name in element.attrib if name.startswith("on")]
    assert len(page.xpath("//style")) == 1
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy and "script-src" not in policy
    text = page.text_content()
    assert "<img src=x onerror=alert(1)>" in text
    assert "</style><script>document.title='hacked'</script>" in text


def test_the_report_asks_nothing_of_the_network(written: Path, page: html.HtmlElement) -> None:
    assert not page.xpath("//@src | //@srcset | //@data | //@action | //@poster | //@background")
    assert all(address.startswith("#") for address in page.xpath("//@href"))
    style = page.xpath("string(//style)")
    assert not re.search(r"url\(|@import|https?:", style)


def test_a_report_can_be_navigated_without_sight(page: html.HtmlElement) -> None:
    assert page.get("lang") == "en"
    levels = [int(h.tag[1]) for h in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert all(chart.get("aria-label") for chart in page.xpath("//*[@role='img' or @role='region']"))
    assert all(table.xpath(".//th[@scope='col']") for table in page.xpath("//table"))


@pytest.mark.parametrize("letters", [[], [Letter("a", "Dear A")]])
def test_a_corpus_with_little_in_it_has_a_report(tmp_path: Path, letters: list[Letter]) -> None:
    corpus = Corpus.create(tmp_path / "corpus")
    corpus.load(letters, "test")
    corpus.analyse(workers=1)
    write_report(corpus, tmp_path / "report.html")
    write_tables(corpus, tmp_path / "tables")
    print_summary(corpus, Console(file=io.StringIO()))
    assert f"{len(letters)} letter" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_letters_beyond_those_a_file_holds_are_counted_and_said(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("foi_analytics.exports.report._MOST_LETTERS", 10)
    write_report(corpus, tmp_path / "report.html")
    page = html.document_fromstring((tmp_path / "report.html").read_text(encoding="utf-8"))
    assert len(page.xpath("//details[@class='letter']")) == 10
    number = max(page.xpath("//a[@class='number']"), key=lambda a: int(a.text))
    (behind,) = page.xpath(f"//section[@id='{number.get('href')[1:]}']")
    (more,) = re.findall(r"(\d+) more", behind.text_content())
    assert len(behind.xpath(".//li")) + int(more) == int(number.text)


@pytest.mark.browser
def test_a_browser_runs_nothing_and_opens_the_words_behind_a_number(written: Path) -> None:
    playwright = pytest.importorskip("playwright.sync_api")
    chromium = Path("/usr/bin/chromium")
    if not chromium.exists():
        pytest.skip("needs Chromium")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=str(chromium), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 390, "height": 800})
        said: list[str] = []
        requested: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on("request", lambda request: requested.append(request.url))
        page.goto(written.as_uri())
        assert page.title().startswith("What 9")
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        page.locator("#exemptions .bars a.number").first.click()
        page.locator(".behind:target li a").first.click()
        assert page.locator("mark:target").is_visible()
        assert page.locator("mark:target").evaluate("e => e.getBoundingClientRect().top < innerHeight")
        assert said == []
        assert requested == [written.as_uri()]
        browser.close()


@given(st.text(alphabet=st.one_of(st.sampled_from([*RUNS, "'", "＝", "a"]), st.characters(exclude_categories=["Cs"]))))
def test_no_cell_runs_and_every_cell_leads_back(text: str) -> None:
    cell = guard_cell(text)
    assert not cell.startswith((*RUNS, "＝", "＋", "－", "＠"))
    assert unguard_cell(cell) == text


def test_tables_hold_what_the_corpus_holds(corpus: Corpus, tmp_path: Path) -> None:
    write_tables(corpus, tmp_path)
    for name, order in TABLES.items():
        table = pq.read_table(tmp_path / f"{name}.parquet")
        assert table.equals(corpus.arrow(f"SELECT * FROM {name} ORDER BY {order}"))
        with (tmp_path / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            header, *rows = csv.reader(file)
        assert header == table.column_names
        assert [[as_read(cell, field) for cell, field in zip(row, table.schema, strict=True)] for row in rows] == [
            [None if value in (None, "") else value for value in row.values()] for row in table.to_pylist()
        ]
    assert "apostrophe" in (tmp_path / "README.md").read_text(encoding="utf-8")


def as_read(cell: str, field: pa.Field) -> object:
    """A cell of a CSV file as the README says it is to be read."""
    if cell == "":
        return None
    if pa.types.is_list(field.type):
        return json.loads(cell)
    if pa.types.is_string(field.type):
        return unguard_cell(cell)
    return pa.array([{"True": "true", "False": "false"}.get(cell, cell)]).cast(field.type)[0].as_py()


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "@SUM(A1)", "\t=1+1", "\r=1", "-2+3", "＝1+1", "'quoted"])
def test_a_letter_that_begins_like_a_formula_runs_in_no_spreadsheet(tmp_path: Path, text: str) -> None:
    corpus = Corpus.create(tmp_path / "corpus")
    corpus.load([Letter("@id", text, title=text, authority=text)], "test")
    write_tables(corpus, tmp_path / "out")
    with (tmp_path / "out" / "letters.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    for name in ("text", "title", "authority"):
        assert row[name] == f"'{text}"


def test_a_text_no_spreadsheet_holds_is_cut_in_csv_only(tmp_path: Path) -> None:
    corpus = Corpus.create(tmp_path / "corpus")
    corpus.load([Letter("a", "x" * 32_767 + "=1+1")], "test")
    write_tables(corpus, tmp_path)
    with (tmp_path / "letters.csv").open(encoding="utf-8-sig", newline="") as file:
        csv.field_size_limit(200_000)
        (row,) = csv.DictReader(file)
    assert len(row["text"]) < 32_767 and "Parquet" in row["text"]
    assert len(pq.read_table(tmp_path / "letters.parquet")["text"][0].as_py()) == 32_771


def test_days_in_a_list_are_written_as_days(tmp_path: Path) -> None:
    corpus = Corpus.create(tmp_path / "corpus")
    corpus.load([Request("7", "How many swings?", later=(dt.date(2024, 3, 2),))], "test")
    write_tables(corpus, tmp_path)
    assert '[""2024-03-02""]' in (tmp_path / "requests.csv").read_text(encoding="utf-8-sig")


def test_an_interrupted_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("old")
    with pytest.raises(KeyboardInterrupt), whole(path) as part:
        part.write_text("half")
        raise KeyboardInterrupt
    assert [each.name for each in tmp_path.iterdir()] == ["report.html"]
    assert path.read_text() == "old"


def test_the_summary_tells_the_numbers_and_obeys_no_letter(corpus: Corpus) -> None:
    out = io.StringIO()
    print_summary(corpus, Console(file=out, width=100))
    text = out.getvalue()
    assert not DISGUISES & set(text)
    assert f"{len(corpus.letters)} letters" in text
    assert section_label("foia2000:40") in text
    assert f"{len(corpus.problems)} problems" in text
    assert all(len(line) <= 100 for line in text.splitlines())


def test_the_terms_of_use_go_with_every_export(tmp_path: Path) -> None:
    corpus = Corpus.create(tmp_path / "corpus")
    terms = ["stated: Open Government Licence v3.0", "assumed: all rights reserved", "unknown", "unknown"]
    corpus.load([Letter(f"l{n}", "We hold none.", licence=each) for n, each in enumerate(terms)], "example")
    corpus.analyse(1)
    rows = corpus.licences.set_index("status")
    assert rows["letters"].to_dict() == {"stated": 1, "assumed": 1, "unknown": 2}
    owed = "Contains public sector information licensed under the Open Government Licence v3.0."
    assert rows["attribution"].dropna().to_dict() == {"stated": owed}
    write_tables(corpus, tmp_path / "out")
    write_report(corpus, tmp_path / "report.html")
    assert set(pq.read_table(tmp_path / "out" / "letters.parquet")["licence"].to_pylist()) == set(terms)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert owed in page and page.count("<dt>Licence</dt>") == 4
