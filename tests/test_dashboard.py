"""The dashboard's figures are those of the letters, and each opens the letters it counts."""

import datetime as dt
import re
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import dashboard_corpus
import pytest

pytest.importorskip("streamlit")

from streamlit.testing.v1 import AppTest

from foi_analytics import naming
from foi_analytics.corpus import Corpus
from foi_analytics.dashboard import queries, wording
from foi_analytics.dashboard.figures import day
from foi_analytics.dashboard.filters import Filters, letter_link, regime_label
from foi_analytics.dashboard.tables import Tables, open_letter
from foi_analytics.dashboard.views import PAGES
from foi_analytics.deadlines import due_date
from foi_analytics.errors import UsageError
from foi_analytics.records import OUTCOMES, RELIED_ON
from foi_analytics.regimes import regimes, section_of

ROOT = Path(__file__).resolve().parent.parent
VIEWS = ROOT / "foi_analytics" / "dashboard" / "views"
LINK = re.compile(r"\[([\d,]+)[^\]]*\]\((letters(?:\?(?!letter=)[^)]*)?)\)")
READINGS = dashboard_corpus.readings()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return dashboard_corpus.write(tmp_path_factory.mktemp("dashboard") / "corpus")


@pytest.fixture(scope="module")
def tables(folder):
    return Tables.at(folder)


def _page(folder: str, name: str) -> None:
    from importlib import import_module
    from pathlib import Path

    from foi_analytics.dashboard.sidebar import choose_filters
    from foi_analytics.dashboard.tables import Tables

    tables = Tables.at(Path(folder))
    import_module(f"foi_analytics.dashboard.views.{name}").show(tables, choose_filters(tables))


def opened(folder, name, **address):
    page = AppTest.from_function(_page, args=(str(folder), name), default_timeout=60)
    for parameter, value in address.items():
        page.query_params[parameter] = value
    page.run()
    assert not page.exception
    return page


def shown(page):
    """All the Markdown of a page, tables included."""
    cells = [str(cell) for table in page.table for cell in table.value.to_numpy().ravel()]
    return "\n".join([*(each.value for each in page.markdown), *cells])


def filters_of(link):
    """What the letters page makes of an address, without the widgets."""
    address = parse_qs(urlsplit(link).query)
    outcomes = {label: outcome for outcome, label in naming.OUTCOME_LABELS.items()}
    grounds = {section_of(e.provision) for r in READINGS for e in r.exemptions}
    mentioned = {section_of(p) for r in READINGS for c in r.citations for p in c.provisions}
    sections = {naming.section_label(s): s for s in grounds | mentioned}
    since, until = (dt.date.fromisoformat(address[name][0]) if name in address else None for name in ("since", "until"))
    filters = Filters(
        authority=tuple(address.get("authority", ())),
        since=since,
        until=until,
        outcome=tuple(outcomes[label] for label in address.get("outcome", ())),
        section=tuple(sections[label] for label in address.get("section", ())),
        regime=tuple(name for name in (*regimes(), "none") if regime_label(name) in address.get("regime", ())),
        source=tuple(address.get("source", ())),
    )
    return filters.narrow_by_address(address)


def test_every_page_file_is_in_the_menu_and_has_a_title():
    assert {f"{page.__name__.rpartition('.')[2]}.py" for page in PAGES} == {
        file.name for file in VIEWS.glob("*.py") if file.name != "__init__.py"
    }
    assert len({page.TITLE for page in PAGES}) == len(PAGES)


def test_every_outcome_has_a_label_and_a_group():
    assert set(naming.OUTCOME_LABELS) == set(OUTCOMES)
    assert {o for group in naming.GROUPS for o in naming.group_of_outcomes(group)} == set(OUTCOMES)


def test_the_overview_counts_the_decisions(folder, tables):
    expected = Counter(r.outcome for r in READINGS if r.kind == "response")
    counted = {row["outcome"]: row["letters"] for row in queries.decisions_by_outcome(tables, Filters())}
    assert counted == expected
    by_quarter = queries.decisions_by_quarter(tables, Filters())
    assert sum(row["letters"] for row in by_quarter) == sum(
        1 for r in READINGS if r.kind == "response" and r.letter.date is not None
    )
    words = shown(opened(folder, "overview"))
    for outcome, number in expected.items():
        assert f"[{naming.share(number, expected.total())}](letters?" in words, outcome


def test_sections_are_counted_once_a_request_and_relied_on_outranks_mentioned(tables):
    standing = {}
    for reading in READINGS:
        request = reading.letter.case_id or reading.letter.letter_id
        for ground in reading.exemptions:
            standing[request, section_of(ground.provision)] = "relied"
        for citation in reading.citations:
            if citation.role not in RELIED_ON:
                standing.setdefault((request, section_of(citation.provisions[0])), "mentioned")
    expected = Counter((section, use) for (_, section), use in standing.items())
    rows = queries.requests_by_section(tables, Filters())
    assert {(row["section"], row["use"]): row["number"] for row in rows} == expected


def test_citations_are_counted_by_role(tables):
    expected = Counter(
        (section_of(c.provisions[0]), "relied" if c.role in RELIED_ON else c.role)
        for r in READINGS
        for c in r.citations
    )
    rows = queries.citations_by_section(tables, Filters())
    assert {(row["section"], row["use"]): row["number"] for row in rows} == expected


def test_questions_are_counted_by_authority(tables):
    expected = Counter((r.letter.authority or "(not stated)", q.outcome) for r in READINGS for q in r.questions)
    for authority in {name for name, _ in expected}:
        rows = queries.asks_by_outcome(tables, Filters(authority=(authority,)))
        assert {row["outcome"]: row["asks"] for row in rows} == {
            outcome: number for (name, outcome), number in expected.items() if name == authority
        }
    by_authority = queries.asks_by_authority(tables, Filters())
    assert sum(row["asks"] for row in by_authority) == expected.total()


def test_families_are_those_of_the_corpus(folder, tables):
    found = Corpus(folder).families.set_index("family_id")
    for family in queries.families(tables, Filters(), 10):
        assert family["letters"] == found.loc[family["family_id"], "letters"]
        assert family["passages"] == found.loc[family["family_id"], "passages"]
    shared = {f["canonical"]: f["kind"] for f in queries.families(tables, Filters(), 100)}
    assert shared[dashboard_corpus.HOUSE] == "house_template"
    assert shared[dashboard_corpus.SHARED] == "shared_wording"


def html_of(page):
    return "".join(each.proto.body for each in page.get("html"))


def chosen_family(folder, words):
    """The boilerplate page at the family that begins with some words, and its row."""
    families = Corpus(folder).families
    family = families[families["canonical"].str.startswith(words)].iloc[0]
    page = opened(folder, "boilerplate")
    page.selectbox(key="paragraph").set_value(family["family_id"]).run()
    assert not page.exception
    return page, family


def test_a_family_says_where_it_was_first_seen_and_when_it_was_used(folder, tables):
    page, family = chosen_family(folder, dashboard_corpus.HOUSE)
    first = min(
        (r.letter for r in READINGS if dashboard_corpus.HOUSE in r.letter.text and r.letter.date), key=lambda x: x.date
    )
    assert f"First seen on {day(first.date)}, by {first.authority}" in shown(page)
    assert letter_link(first.letter_id) in shown(page)
    rows = queries.letters_by_quarter(tables, Filters(family=family["family_id"]))
    using = [r for r in READINGS if dashboard_corpus.HOUSE in r.letter.text]
    assert sum(row["letters"] for row in rows) == sum(1 for r in using if r.letter.date)
    most = max(rows, key=lambda row: row["letters"])
    assert f"Used most in Q{(most['quarter'].month + 2) // 3} {most['quarter'].year}" in shown(page)
    assert len(using) == family["letters"]


def test_what_a_copy_changes_is_told_by_words_and_not_by_colour_alone(folder):
    page, family = chosen_family(folder, "[number]. Please give the name of the officer")
    assert family["tier"] == "near"
    html = html_of(page)
    assert re.search(r'<mark class="slot" data-label="number" title="" id="copy-\d+-\d+">[1-3]</mark>', html)
    assert re.search(r"\d\d% alike", shown(page))
    page, _ = chosen_family(folder, "Thank you for your request of")
    assert re.search(r'<mark class="slot" data-label="date"', html_of(page))


def test_how_much_of_the_reasoning_is_repeated_is_told_by_section(folder, tables):
    rows = {row["section"]: row for row in queries.repeated_reasons(tables, Filters(), 100)}
    expected = Counter(s for r in READINGS for s in {section_of(e.provision) for e in r.exemptions})
    assert {section: row["letters"] for section, row in rows.items()} == expected
    assert rows["foia2000:40"]["share"] == 1.0
    assert rows["foia2000:40"]["tested"] is None
    assert "100%" in shown(opened(folder, "boilerplate"))
    assert "%" not in "".join(
        str(row["Repeated"])
        for row in opened(folder, "boilerplate", authority="St Ouen's Hospitals NHS Trust")
        .table[0]
        .value.to_dict("records")
    )


def test_a_pasted_text_finds_who_else_uses_it(folder):
    page = opened(folder, "boilerplate")
    page.text_area(key="pasted").set_value(dashboard_corpus.SHARED.replace("released to", "shown to")).run()
    assert not page.exception
    words = shown(page)
    letters = sum(dashboard_corpus.SHARED in r.letter.text for r in READINGS)
    assert re.search(r"9\d% alike", words)
    assert f"[{letters}](letters?family=" in words
    assert re.search(r'data-label="added" title="" id="pasted-\d+-\d+">shown</mark>', html_of(page))
    page.text_area(key="pasted").set_value(dashboard_corpus.HOSTILE).run()
    assert not page.exception
    assert "<img" not in html_of(page)
    page.text_area(key="pasted").set_value("Zebras graze.").run()
    assert any("like one that two letters" in each.value for each in page.info)


def test_missing_parts_of_notices_are_counted_by_letter(folder, tables):
    owing, missing = Counter(), Counter()
    for reading in READINGS:
        owing.update({d.duty for d in reading.duties})
        missing.update({d.duty for d in reading.duties if not d.met})
    rows = queries.duties(tables, Filters())
    assert {row["duty"]: (row["missing"], row["owing"]) for row in rows} == {d: (missing[d], owing[d]) for d in owing}
    words = shown(opened(folder, "reasoning"))
    assert f"[{naming.share(missing['foia2000:17(1)(c)'], owing['foia2000:17(1)(c)'])}](letters?missing=" in words
    assert owing["foisa2002:19(b)"] < naming.SMALL_BASE
    assert f"[{missing['foisa2002:19(b)']} of {owing['foisa2002:19(b)']}](letters?missing=" in words


def test_public_interest_tests_are_counted_among_letters_that_owe_one(folder, tables):
    expected = Counter(r.pit for r in READINGS if r.pit != "na")
    assert {row["pit"]: row["letters"] for row in queries.tests_by_completeness(tables, Filters())} == expected
    assert f"[{naming.share(expected['absent'], expected.total())}](letters?pit=absent)" in shown(
        opened(folder, "reasoning")
    )


def test_cases_are_counted_by_status_and_unanswered_requests_only_without_filters(folder, tables):
    cases = Corpus(folder).cases
    counted = {row["status"]: row["cases"] for row in queries.cases_by_status(tables, Filters())}
    assert counted == cases["status"].value_counts().to_dict()
    assert counted["no_letter"] == 1
    assert "No letter at all" in shown(opened(folder, "overview"))
    assert "no_letter" not in {row["status"] for row in queries.cases_by_status(tables, Filters(kind="response"))}


def test_the_overview_says_how_many_requests_were_answered_in_time(folder, tables):
    asked = {request.case_id: request.date for request in dashboard_corpus.requests()}
    replied = {}
    for reading in READINGS:
        letter = reading.letter
        if reading.kind == "response" and letter.date and letter.case_id in asked:
            replied[letter.case_id] = min(letter.date, replied.get(letter.case_id, letter.date))
    expected = Counter(
        "in_time" if sent <= due_date("foia2000", asked[case]) else "late" for case, sent in replied.items()
    )
    assert min(expected["in_time"], expected["late"]) > 5
    counted = {row["timeliness"]: row["cases"] for row in queries.cases_by_timeliness(tables, Filters())}
    assert {name: counted[name] for name in expected} == expected
    words = shown(opened(folder, "overview"))
    for name, number in expected.items():
        assert f"[{naming.share(number, expected.total())}](letters?timeliness={name})" in words
    late = queries.totals(tables, Filters(timeliness="late"))
    assert late["requests"] == expected["late"]


def test_the_reader_checks_the_refusal_notice(folder):
    reading = next(r for r in READINGS if any(not d.met for d in r.duties) and r.exemptions)
    words = shown(opened(folder, "letters", letter=reading.letter.letter_id))
    met = sum(d.met for d in reading.duties)
    assert f"**{met} of {len(reading.duties)} duties met.**" in words
    assert "tells of the right to apply to the Information Commissioner" in words
    assert "(https://www.legislation.gov.uk/ukpga/2000/36/section/17)" in words
    (duty,) = (d for d in reading.duties if d.duty == "foia2000:17(7)(b)")
    assert letter_link(duty.letter_id, duty.start, duty.end) in words
    assert "duties met" not in shown(opened(folder, "letters", letter="acknowledgement"))


@pytest.mark.parametrize("name", ["overview", "exemptions", "reasoning", "boilerplate"])
def test_every_number_opens_as_many_letters_or_requests(folder, tables, name):
    links = LINK.findall(shown(opened(folder, name)))
    assert len(links) > 10
    for number, link in links:
        totals = queries.totals(tables, filters_of(link))
        assert int(number.replace(",", "")) in (totals["letters"], totals["requests"]), link


def test_every_count_of_questions_opens_letters_with_as_many(folder, tables):
    links = LINK.findall(shown(opened(folder, "questions")))
    assert len(links) > 10
    for number, link in links:
        asks = sum(row["asks"] for row in queries.asks_by_outcome(tables, filters_of(link)))
        assert int(number.replace(",", "")) == asks, link


def test_every_count_of_citations_opens_letters_that_cite(folder, tables):
    links = LINK.findall(shown(opened(folder, "exemptions", count="Citations")))
    assert len(links) > 10
    for _, link in links:
        assert queries.totals(tables, filters_of(link))["letters"] > 0, link


def test_filters_come_from_the_address(folder, tables):
    page = opened(folder, "overview", authority="Ambersea Police", outcome="Withheld", since="2024-01-01")
    expected = [
        r
        for r in READINGS
        if r.letter.authority == "Ambersea Police" and r.outcome == "full_refusal" and str(r.letter.date) >= "2024"
    ]
    assert page.caption[0].value.startswith(naming.counted(len(expected), "letter"))


def test_no_percentage_stands_on_a_small_base(folder):
    page = opened(folder, "questions", authority="St Ouen's Hospitals NHS Trust")
    assert not re.search(r"\d%\)", shown(page))
    assert "no shares" in " ".join(each.value for each in page.caption)


def test_filters_that_match_nothing_say_so(folder):
    nothing = {"authority": "Vale & Moor Constabulary", "until": "2023-01-22"}
    for name in ("overview", "exemptions", "questions", "reasoning", "boilerplate", "letters", "alike"):
        assert opened(folder, name, **nothing).info, name


def test_a_permalink_shows_the_words_it_points_to(folder, tables):
    reading = next(r for r in READINGS if r.exemptions)
    ground = reading.exemptions[0]
    assert open_letter(tables, reading.letter.letter_id) == reading
    link = letter_link(reading.letter.letter_id, ground.start, ground.end)
    page = opened(folder, "letters", **{name: values[0] for name, values in parse_qs(urlsplit(link).query).items()})
    html = "".join(each.proto.body for each in page.get("html"))
    assert f'id="span-{ground.start}-{ground.end}">{ground.quote}</mark>' in html
    assert f"[Go to the words this link points to](#span-{ground.start}-{ground.end})" in shown(page)
    assert wording.plain(ground.made_by) in shown(page)


@pytest.mark.parametrize("address", [{"letter": "no such letter"}, {"letter": "letter-003", "start": "9", "end": "x"}])
def test_a_broken_permalink_is_no_error(folder, address):
    opened(folder, "letters", **address)


def test_an_address_that_asks_for_what_there_is_not_is_refused():
    with pytest.raises(UsageError, match="lack=spelling"):
        Filters().narrow_by_address({"lack": ["spelling"]})


def test_hostile_letters_become_no_markup(folder):
    for name, address in (
        *((page.__name__.rpartition(".")[2], {}) for page in PAGES),
        ("letters", {"letter": "hostile"}),
        ("letters", {"words": dashboard_corpus.HOSTILE}),
        ("search", {"words": "evil onerror"}),
        ("letters", {"authority": dashboard_corpus.HOSTILE}),
    ):
        page = opened(folder, name, **address)
        words = shown(page)
        assert "![" not in words
        assert not re.search(r"(?<!\\)<", words)
        assert "http://" not in words
        assert "\u202e" not in words
        html = "".join(each.proto.body for each in page.get("html"))
        assert not re.search(r"<(?!/?(?:div|mark|style)\b)[a-z]", html)


def test_a_search_finds_the_letters_and_opens_them_at_the_words(folder, tables):
    expected = {r.letter.letter_id for r in READINGS if "third-party personal data" in r.letter.text}
    page = opened(folder, "search", words='"Third-party personal DATA"')
    assert f"[{len(expected)} letters](letters?words=" in shown(page)
    assert {row["letter_id"] for row in queries.hits(tables, Filters(words='"third party personal data"'), 0, 99)} == (
        expected
    )
    links = [parse_qs(urlsplit(link).query) for link in re.findall(r"\((letters\?letter=[^)]*)\)", shown(page))]
    assert len(links) == 10
    texts = {r.letter.letter_id: r.letter.text for r in READINGS}
    for link in links:
        start, end = int(link["start"][0]), int(link["end"][0])
        assert texts[link["letter"][0]][start:end] == "third-party personal data"
    assert html_of(page).count(">third-party personal data</mark>") == 10


def test_a_search_holds_to_the_filters_and_its_letters_can_be_listed(folder, tables):
    expected = [r for r in READINGS if r.letter.authority == "Ambersea Police" and "footbridge" in r.letter.text]
    page = opened(folder, "search", words="footbridge", authority="Ambersea Police")
    (link,) = re.findall(r"\]\((letters\?authority=[^)]*words=footbridge)\)", shown(page))
    assert queries.totals(tables, filters_of(link))["letters"] == len(expected) > 1
    listed = opened(folder, "letters", words="footbridge", authority="Ambersea Police")
    assert f"{len(expected)} letters holding the words “footbridge”" in shown(listed)


@pytest.mark.parametrize("words", ["", '"', "title: NEAR( -*", "zebra", "( )"])
def test_a_search_for_nothing_says_so(folder, words):
    assert opened(folder, "search", words=words).info


def test_letters_are_picked_by_law_and_source(folder, tables):
    assert queries.totals(tables, Filters(source=("files",)))["letters"] == sum(
        r.letter.source == "files" for r in READINGS
    )
    assert queries.totals(tables, Filters(regime=("foia2000",)))["letters"] == len(READINGS)
    assert queries.totals(tables, Filters(regime=("none",)))["letters"] == 0
    page = opened(folder, "overview", source="text", regime="FOIA")
    assert page.caption[0].value.startswith("2 letters under the filters")


def test_the_same_ask_is_shown_for_every_authority_that_got_it(folder, tables):
    asked = Corpus(folder).sql(
        """SELECT quote, authority, coalesce(case_id, letter_id) AS request, outcome
        FROM questions JOIN letters USING (letter_id) WHERE authority IS NOT NULL"""
    )
    spread = asked.groupby("quote")["authority"].nunique()
    spread = spread[(spread > 1) & (spread.index.str.split().str.len() >= 6)]
    shared = queries.shared_asks(tables, Filters(), 99)
    assert {row["quote"]: row["authorities"] for row in shared} == spread.to_dict()
    page = opened(folder, "alike")
    first = asked[asked["quote"] == shared[0]["quote"]]
    assert f"Of {first['request'].nunique()} requests to {spread.max()} authorities" in shown(page)
    grid = page.table[0].value
    assert len(grid) == first["request"].nunique()
    refused = first[first["outcome"] == "full_refusal"].drop_duplicates("request")
    assert grid["Ask 1"].str.startswith("[Withheld](").sum() == len(refused)


def test_each_answer_to_the_same_ask_opens_its_letter(folder):
    texts = {r.letter.letter_id: r for r in READINGS}
    page = opened(folder, "alike")
    links = re.findall(r"\[([^\]]+)\]\((letters\?[^)]*)\)", "\n".join(page.table[0].value["Ask 1"]))
    assert len(links) > 5
    for label, link in links:
        address = parse_qs(urlsplit(link).query)
        reading = texts[address["letter"][0]]
        span = (int(address["start"][0]), int(address["end"][0]))
        (question,) = (q for q in reading.questions if span in ((q.answer_start, q.answer_end), (q.start, q.end)))
        assert naming.OUTCOME_LABELS[question.outcome] == label


def test_the_reader_says_which_paragraphs_other_letters_have(folder):
    families = Corpus(folder).families.set_index("canonical")["family_id"]
    reading = next(r for r in READINGS if dashboard_corpus.SHARED in r.letter.text and r.letter.date)
    words = shown(opened(folder, "letters", letter=reading.letter.letter_id))
    sharing = sum(dashboard_corpus.SHARED in r.letter.text for r in READINGS)
    assert f"[{sharing} letters](letters?family={families[dashboard_corpus.SHARED]}) of" in words
    start = reading.letter.text.index(dashboard_corpus.SHARED)
    assert letter_link(reading.letter.letter_id, start, start + len(dashboard_corpus.SHARED)) in words
    assert "no paragraph of this letter" in shown(opened(folder, "letters", letter="acknowledgement"))


def test_the_reader_leads_to_the_other_letters_of_the_request(folder):
    assert f"({letter_link('acknowledgement')})" in shown(opened(folder, "letters", letter="hostile"))
    assert f"({letter_link('hostile')})" in shown(opened(folder, "letters", letter="acknowledgement"))
    assert "(letters?letter=hostile)" not in shown(opened(folder, "letters", letter="letter-003"))


def test_a_link_to_words_the_letter_does_not_have_says_so(folder):
    page = opened(folder, "letters", letter="acknowledgement", start="5", end="999999")
    assert "words that the letter does not have" in page.warning[0].value


def _reading_page(origin: str, shown: tuple[int, int] | None = None) -> None:
    from foi_analytics import read
    from foi_analytics.dashboard.reader import place_in_page, show_reading
    from foi_analytics.records import Letter

    reading = read(Letter("a", "The map is withheld under section 43(2) of the FOI Act.", origin=origin))
    show_reading(reading, place_in_page(reading), shown)


@pytest.mark.parametrize(
    ("origin", "linked"),
    [
        ("https://example.org/a_(b)?x=[1]", "(https://example.org/a_%28b%29?x=%5B1%5D)"),
        ("javascript:alert(1)//https://example.org", None),
        ("https://example.org @evil", None),
        ("inbox/letter.txt", None),
    ],
)
def test_a_letter_from_the_web_leads_to_its_source(origin, linked):
    page = AppTest.from_function(_reading_page, args=(origin,), default_timeout=60).run()
    assert not page.exception
    caption = page.caption[0].value
    assert linked in caption if linked else "](" not in caption


def test_a_link_to_words_that_begin_inside_a_mark_leads_there():
    text = "The map is withheld under section 43(2) of the FOI Act."
    shown_span = (text.index("43(2)"), len(text) - 1)
    page = AppTest.from_function(_reading_page, args=("a.txt", shown_span), default_timeout=60).run()
    (anchor,) = re.findall(r"Go to the words this link points to\]\(#([\w-]+)\)", shown(page))
    assert re.search(rf'id="{anchor}">43\(2\) of the FOI Act</mark>', html_of(page))


def test_findings_of_a_letter_without_an_address_lead_into_the_page():
    page = AppTest.from_function(_reading_page, args=("a.txt",), default_timeout=60).run()
    (anchor,) = set(re.findall(r"\*\*\[s\\.43\\\(2\\\) FOIA\]\(#(span-\d+-\d+)\)", shown(page)))
    assert f'id="{anchor}"' in html_of(page)


def test_a_folder_without_a_corpus_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["app.py", str(tmp_path / "none")])
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert not app.exception
    assert app.title[0].value == "No corpus yet"
    assert app.code[0].value == "make demo"


def test_a_corpus_that_was_not_analysed_says_so(tmp_path, monkeypatch):
    corpus = Corpus.create(tmp_path / "corpus")
    corpus.load([READINGS[0].letter], "test")
    monkeypatch.setattr(sys, "argv", ["app.py", str(corpus.path)])
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert not app.exception
    assert app.title[0].value == "Nothing has been read yet"


def test_the_app_opens_a_corpus(folder, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["app.py", str(folder)])
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert not app.exception
    assert app.title[0].value == "What became of the requests"
