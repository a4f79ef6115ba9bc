"""Publishers on the network: what they are asked, page after page, and what is said when they change."""

import dataclasses
import datetime as dt
import json
from urllib.parse import parse_qsl, urlsplit

import pytest
from publisher_files import contents_of, opened

from foi_analytics.corpus import Corpus
from foi_analytics.errors import FoiError, Gone, UnreadableError, UsageError
from foi_analytics.fetching import FetchError, Items, RawStore
from foi_analytics.formats import Content
from foi_analytics.records import DecisionNotice, Letter, Problem, Request
from foi_analytics.sources import Options, Raw, Stub, gather, load, open_source, publishers
from foi_analytics.sources.fields import Fields
from foi_analytics.sources.states import label_of, state_label


@dataclasses.dataclass
class Answer:
    url: str
    content: bytes


def _bytes(value):
    return json.dumps(value).encode()


class Site:
    """A site in memory: answers by address without its query, or by a function of the query."""

    def __init__(self, answers):
        self.answers = answers
        self.asked = []

    def get(self, url, *, params=None, headers=None, accept=""):
        self.asked.append((url, headers))
        answer = self.answers.get(url) or self.answers.get(url.partition("?")[0])
        if answer is None:
            raise Gone(f"{url} is not there (status 404)")
        if callable(answer):
            answer = answer(dict(parse_qsl(urlsplit(url).query)))
        return Answer(url, answer if isinstance(answer, bytes) else _bytes(answer))

    def post(self, url, *, json):
        self.asked.append((url, json))
        return Answer(url, _bytes(self.answers[url](json)))


def _stubs(source, query="", cursor=None):
    return list(source.discover(query, cursor))


def test_govuk_is_asked_for_releases_until_all_are_seen():
    def search(query):
        start = int(query["start"])
        found = [
            {"link": f"/government/publications/{n}", "public_timestamp": f"day {n}"}
            for n in range(start, min(start + 500, 501))
        ]
        return {"results": found, "total": 501, "start": start}

    site = Site({"https://www.gov.uk/api/search.json": search})
    stubs = _stubs(opened("govuk", site), "paint")
    assert len({stub.origin for stub in stubs}) == 501
    assert stubs[0].parts == ("https://www.gov.uk/api/content/government/publications/0",)
    assert (stubs[0].version, stubs[0].cursor, stubs[500].cursor) == ("day 0", "0", "500")
    asked = dict(parse_qsl(urlsplit(site.asked[0][0]).query))
    assert asked["filter_content_store_document_type"] == "foi_release" and asked["q"] == "paint"
    assert "page" not in asked  # unknown parameters are refused there
    assert [stub.origin for stub in _stubs(opened("govuk", site), "paint", "500")] == [stubs[500].origin]


@pytest.mark.parametrize(
    ("name", "address", "answer"),
    [
        ("govuk", "https://www.gov.uk/api/search.json", {"results": [], "total": 0}),
        ("froide", "https://fragdenstaat.de/api/v1/request/search/", {"objects": [], "meta": {"next": None}}),
        ("documentcloud", "https://api.www.documentcloud.org/api/documents/search/", {"results": [], "next": None}),
        ("socrata", "https://opendata.camden.gov.uk/resource/fkj6-gqb4.json", [{"count": "0"}]),
        (
            "ckan",
            "https://ckan.publishing.service.gov.uk/api/3/action/package_search",
            {"success": True, "result": {"count": 0, "results": []}},
        ),
        (
            "gla",
            "https://www.london.gov.uk/who-we-are/governance-and-spending/sharing-our-information/foi-disclosure-log",
            b"<main><h1>FOI disclosure log</h1></main>",
        ),
        (
            "police",
            "https://www.met.police.uk/foi-ai/af/accessing-information/published-items/",
            b"<main><h1>Published items</h1></main>",
        ),
    ],
)
def test_nothing_listed_is_said_and_not_passed_over(name, address, answer, tmp_path):
    source, store = opened(name, Site({address: answer})), RawStore(tmp_path)
    with pytest.raises(UsageError, match="has nothing for 'paint'"):
        gather(source, "paint", Items(store, source.name))
    store.close()


def test_a_list_ends_at_a_page_that_is_not_there_and_a_first_page_that_is_not_there_is_an_error():
    address = "https://www.london.gov.uk/who-we-are/governance-and-spending/sharing-our-information/foi-disclosure-log"
    listed = f'<main><a href="{address}/boats">Boats</a></main>'.encode()
    (stub,) = _stubs(opened("gla", Site({f"{address}?page=0": listed})))
    assert stub.origin == f"{address}/boats"
    with pytest.raises(Gone):
        _stubs(opened("gla", Site({})))


@pytest.mark.parametrize(
    ("name", "empty", "parameter"),
    [
        ("govuk", {"results": [], "total": 0}, ("filter_public_timestamp", "from:2024-03-01")),
        ("muckrock", {"results": [], "next": None}, ("datetime_submitted__gte", "2024-03-01")),
        ("froide", {"objects": [], "meta": {"next": None}}, ("created_at_after", "2024-03-01")),
    ],
)
def test_a_first_day_reaches_the_publisher(name, empty, parameter, monkeypatch):
    monkeypatch.setenv("MUCKROCK_TOKEN", "tok-1")

    class Empty(Site):
        def get(self, url, **about):
            self.answers = {url: empty}
            return super().get(url, **about)

    site = Empty({})
    _stubs(opened(name, site, Options(since=dt.date(2024, 3, 1))))
    assert parameter in parse_qsl(urlsplit(site.asked[0][0]).query)


@pytest.mark.parametrize("name", sorted(name for name, kind in publishers().items() if not kind.about.since))
def test_a_first_day_that_cannot_be_asked_for_is_refused_by_name(name):
    with pytest.raises(UsageError, match=f"{name} cannot be asked"):
        opened(name, Site({}), Options(since=dt.date(2024, 3, 1)))


@pytest.mark.parametrize("name", ["govuk", "muckrock", "froide", "documentcloud"])
def test_files_elsewhere_are_not_asked_for_and_one_that_fails_makes_the_rest_incomplete(name, monkeypatch):
    monkeypatch.setenv("MUCKROCK_TOKEN", "tok-1")
    contents, origin = contents_of(name)
    urls = list(contents)
    (file,) = [url for url in urls if urlsplit(url).netloc != urlsplit(origin).netloc]
    moved = file.replace(urlsplit(file).netloc, "elsewhere.example")
    parts = urls if name == "documentcloud" else urls[:1]

    def fetched(answers, parts=parts):
        site = Site(answers)
        return opened(name, site).fetch(Stub(origin, parts=tuple(parts))), site

    raw, site = fetched(
        {url: data.replace(file.encode(), moved.encode()) for url, data in contents.items()} | {moved: b"x"},
        [part.replace(file, moved) for part in parts],
    )
    assert raw.complete and moved not in [url for url, _ in site.asked]
    raw, _ = fetched({**contents, file: _fails})
    assert not raw.complete and {each.name for each in raw.contents} == set(urls) - {file}
    raw, _ = fetched({url: data for url, data in contents.items() if url != file})
    assert raw.complete and len(raw.contents) == len(urls) - 1


def _fails(_):
    raise FetchError("status 500", 500)


@pytest.mark.parametrize(
    ("name", "address", "answer", "named"),
    [
        ("govuk", "https://www.gov.uk/api/search.json", {"error": "Unexpected parameters: page"}, "`results` is missing"),
        ("socrata", "https://opendata.camden.gov.uk/resource/fkj6-gqb4.json", {"errorCode": "no-such-column", "message": "foo"}, "no-such-column"),
        ("ckan", "https://ckan.publishing.service.gov.uk/api/3/action/package_search", {"success": False, "error": {"message": "Not found"}}, "Not found"),
    ],
)  # fmt: skip
def test_an_error_of_the_site_is_told_in_its_words(name, address, answer, named):
    with pytest.raises(UnreadableError, match=named):
        _stubs(opened(name, Site({address: answer})))


def test_police_lists_end_when_a_page_brings_nothing_new_and_schemes_are_no_replies():
    page = (
        '<main><a href="/foi-ai/met/d/may-2024/boats/">Boats</a><a href="/foi-ai/met/publication-scheme/x/">Scheme</a>'
        '<a href="?page=2">Next</a></main>'
    )
    site = Site({"https://www.met.police.uk/foi-ai/af/accessing-information/published-items/": page.encode()})
    (stub,) = _stubs(opened("police", site))
    assert stub.origin == "https://www.met.police.uk/foi-ai/met/d/may-2024/boats/"
    assert len(site.asked) == 2


def test_froide_goes_on_while_there_is_a_next_page():
    def listed(query):
        offset = int(query["offset"])
        found = [{"id": offset + n, "last_modified_at": "2024"} for n in range(50 if offset == 0 else 1)]
        return {"objects": found, "meta": {"next": "more" if offset == 0 else None}}

    stubs = _stubs(opened("froide", Site({"https://fragdenstaat.de/api/v1/request/": listed})))
    assert len(stubs) == 51
    assert (stubs[-1].origin, stubs[-1].cursor) == ("https://fragdenstaat.de/api/v1/request/50/", "50")


def test_documentcloud_leaves_out_what_does_not_want_to_be_found():
    base = {"asset_url": "https://s3.documentcloud.org/", "slug": "kelp", "status": "success", "access": "public"}
    found = [{**base, "id": 1}, {**base, "id": 2, "noindex": True}, {**base, "id": 3, "access": "organization"}]
    site = Site({"https://api.www.documentcloud.org/api/documents/search/": {"results": found, "next": None}})
    stub, hidden, private = _stubs(opened("documentcloud", site), "kelp")
    assert stub.parts[1] == "https://s3.documentcloud.org/documents/1/kelp.txt.json"
    assert "not to be indexed" in hidden.reason and "'organization'" in private.reason


def test_json_is_asked_for_as_such_so_that_a_challenge_is_known_by_its_page():
    class Listening(Site):
        def get(self, url, *, params=None, headers=None, accept=""):
            self.accepted = accept
            return super().get(url, params=params, headers=headers, accept=accept)

    site = Listening({"https://fragdenstaat.de/api/v1/request/": {"objects": [{"id": 1}], "meta": {"next": None}}})
    _stubs(opened("froide", site))
    assert "json" in site.accepted and "html" not in site.accepted


def test_socrata_pages_have_an_order():
    site = Site({"https://opendata.camden.gov.uk/resource/fkj6-gqb4.json": [{"count": "2001"}]})
    stubs = _stubs(opened("socrata", site))
    queries = [dict(parse_qsl(urlsplit(stub.origin).query)) for stub in stubs]
    assert [query["$offset"] for query in queries] == ["0", "1000", "2000"]
    assert {query["$order"] for query in queries} == {":id"}
    assert [stub.cursor for stub in _stubs(opened("socrata", site), cursor="2000")] == ["2000"]


def test_what_needs_a_login_says_where_to_put_it(monkeypatch):
    for variable in ("MUCKROCK_TOKEN", "INFREEMATION_KEY", "INFREEMATION_USER", "FOIA_GOV_API_KEY"):
        monkeypatch.delenv(variable, raising=False)
    with pytest.raises(UsageError, match="MUCKROCK_TOKEN"):
        _stubs(opened("muckrock", Site({})))
    for name, query in (("infreemation", "2024-01-01..2024-02-01"), ("foia-gov", "DOK/2023")):
        source = opened(name, Site({}))
        (stub,) = _stubs(source, query)
        with pytest.raises(UsageError, match="environment variable"):
            source.fetch(stub)


def test_a_key_goes_into_a_header_and_never_into_an_address(monkeypatch):
    monkeypatch.setenv("MUCKROCK_TOKEN", "tok-1")
    site = Site({"https://www.muckrock.com/api_v2/requests/": {"results": [{"id": 5}], "next": None}})
    (stub,) = _stubs(opened("muckrock", site))
    assert site.asked[0][1] == {"Authorization": "Bearer tok-1"}
    assert "tok-1" not in site.asked[0][0] + stub.origin


@pytest.mark.parametrize("name", ["govuk", "police", "muckrock", "documentcloud", "froide", "socrata", "ckan", "gla"])
def test_fetching_brings_what_parsing_needs(name, monkeypatch):
    """The fixture pair again, but through `fetch`, with the files that are gone left out."""
    monkeypatch.setenv("MUCKROCK_TOKEN", "tok-1")
    contents, origin = contents_of(name)
    urls = list(contents)
    parts = {"govuk": urls[:1], "documentcloud": urls, "socrata": urls, "ckan": urls}.get(name, [])
    source = opened(name, Site(dict(contents)))
    raw = source.fetch(Stub(origin, parts=tuple(parts)))
    assert {content.name: content.read(10_000) for content in raw.contents} == contents


def test_the_regulators_list_is_read_page_by_page():
    contents, _ = contents_of("ico")
    (answer,) = contents.values()
    pages = {**json.loads(answer), "pagination": {"totalResults": 60, "totalPages": 3}}
    site = Site({"https://ico.org.uk/api/search": lambda asked: pages})
    source = opened("ico", site)
    stubs = _stubs(source)
    assert [stub.cursor for stub in stubs] == ["1", "2", "3"]
    source.fetch(stubs[1])
    assert site.asked[-1][1]["pageNumber"] == 2
    with pytest.raises(UsageError, match="leave the query empty"):
        _stubs(source, "swings")


def test_scottish_decisions_are_asked_for_by_number():
    source = opened("osic")
    assert [stub.origin for stub in _stubs(source, "227/2024 1-2/2025")] == [
        f"https://www.foi.scot/decision-{number}" for number in ("2272024", "0012025", "0022025")
    ]
    assert len(_stubs(source, "227/2024 1-2/2025", "0022025")) == 1
    with pytest.raises(UsageError, match="by number"):
        _stubs(source, "otters")


@pytest.mark.parametrize(
    ("words", "outcomes"),
    [
        ("The Authority failed to comply with section 10(1) of FOISA.", {("foisa2002:10(1)", "against_authority")}),
        ("The Authority was entitled to refuse under section 14(1) of FOISA.", {("foisa2002:14(1)", "for_authority")}),
        ("The Authority correctly applied regulation 10(5)(e) of the EIRs.", {("eisr2004:10(5)(e)", "for_authority")}),
        ("The Authority partially complied with Part 1 of FOISA.", {(None, "partly")}),
        ("The Commissioner will not consider the application.", {(None, None)}),
        (
            "The Authority complied with section 12(1) of FOISA but failed to comply with section 15(1) of FOISA.",
            {("foisa2002:12(1)", None), ("foisa2002:15(1)", None)},
        ),
    ],
)
def test_a_scottish_decision_is_about_the_provisions_it_names(words, outcomes):
    page = f"<main><h1>Decision 001/2024</h1><p>Authority: Glen Orrin Council</p><h2>Decision</h2><p>{words}</p></main>"
    items = list(opened("osic").parse(Raw(Stub("x"), (Content.of(page.encode(), "x"),))))
    assert {(each.provision, each.outcome) for each in items if isinstance(each, DecisionNotice)} == outcomes


@pytest.mark.parametrize(
    "lines", [("Request", "Q1. How many?"), ("We ask for the following:", "I have today decided to disclose it.")]
)
def test_a_saved_text_of_a_police_page_is_read_below_the_notices(tmp_path, lines):
    notices = "Leave this site\nWe use some essential cookies.\nThis site is a beta, which means it's new.\n"
    (tmp_path / "page.txt").write_text(notices + "\n".join(lines) + "\n1,234KB\n")
    letter, *problems = load(open_source("police:www.kent.police.uk", tmp_path))
    assert letter.text == "\n".join(lines)
    assert [("was lost" in each.reason) for each in problems] == [True] * lines[0].endswith(":")


def test_pages_saved_from_any_publisher_are_loaded(tmp_path):
    contents, _ = contents_of("gla")
    (tmp_path / "saved.html").write_bytes(next(iter(contents.values())))
    items = list(load(open_source("gla", tmp_path)))
    assert [each.letter_id for each in items if isinstance(each, Letter)] == ["gla/MGLA010324-0001"]
    assert any("not among what was fetched" in each.reason for each in items if isinstance(each, Problem))
    with pytest.raises(UsageError, match=r"pigeon.*govuk"):
        open_source("pigeon", tmp_path)


def test_one_message_that_is_wrong_costs_itself_only():
    contents, origin = contents_of("froide")
    url = next(iter(contents))
    request = json.loads(contents[url])
    del request["messages"][1]["timestamp"]
    contents[url] = json.dumps(request).encode()
    raw = Raw(Stub(origin), tuple(Content.of(data, name) for name, data in contents.items()))
    asked, wrong, hidden = opened("froide").parse(raw)
    assert isinstance(asked, Request) and "nachricht-333" in hidden.origin
    assert "messages 2: `timestamp` is missing" in wrong.reason


def test_the_persons_word_on_the_licence_goes_before_the_publishers():
    contents, origin = contents_of("govuk")
    raw = Raw(Stub(origin), tuple(Content.of(data, name) for name, data in contents.items()))
    items = opened("govuk", options=Options(licence="stated: by letter")).parse(raw)
    assert {each.licence for each in items if isinstance(each, Letter)} == {"stated: by letter"}


def test_decisions_and_figures_are_tables_of_the_corpus_and_are_replaced_when_loaded_again(tmp_path):
    corpus = Corpus.create(tmp_path / "corpus")
    for name in ("ico", "foia-gov"):
        for _ in range(2):
            contents, origin = contents_of(name)
            raw = Raw(Stub(origin), tuple(Content.of(data, url) for url, data in contents.items()))
            corpus.load(opened(name).parse(raw), name)
    lost = corpus.sql("SELECT authority, provision FROM notices WHERE outcome = 'against_authority'")
    assert lost.to_dict("records") == [{"authority": "Tarn Borough Council", "provision": "foia2000:16"}]
    counted = corpus.sql("SELECT value FROM figures WHERE category = 'Ex. 6' AND unit = 'Office of Tides'")
    assert counted["value"].tolist() == [3.0]
    assert corpus.letters.empty and len(corpus.notices) == 5


def test_every_state_of_a_site_is_an_outcome_or_none():
    from foi_analytics.records import OUTCOMES
    from foi_analytics.sources.states import _vocabularies

    labels = {label for states in _vocabularies().values() for label in states.values()}
    assert labels - {""} <= set(OUTCOMES)
    assert state_label("froide", "gone_fishing") is None


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Disclosed in part", "partial_disclosure"),
        ("Some records sent, rest exempt", "partial_disclosure"),
        ("No information sent - all held but exempt", "full_refusal"),
        ("Released in full", "full_disclosure"),
        ("Fully exempt", "full_refusal"),
        ("Not held", "not_held"),
        ("Neither confirmed nor denied", "ncnd"),
        ("Over the appropriate limit", "cost_limit"),
        ("Awaiting clarification", ""),
        ("Withdrawn by applicant", "withdrawn_or_lapsed"),
        ("Not fully disclosed", None),
        ("Full", None),
        ("", None),
    ],
)
def test_the_words_of_a_log_stand_for_an_outcome_or_are_not_known(words, label):
    assert label_of(words) == label


def test_a_field_is_asked_for_by_its_type():
    fields = Fields({"number": True, "text": "\ud800", "nothing": None, "many": [{}, 3]}, "row 1")
    for ask, key in ((fields.number, "number"), (fields.text, "text"), (fields.part, "nothing"), (fields.text, "gone")):
        with pytest.raises(FoiError, match=f"row 1: `{key}`"):
            ask(key)
    with pytest.raises(FoiError, match="many 2: it is a number, not an object"):
        [each.maybe("x") for each in fields.parts("many")]
