"""From a publisher into a corpus: whatever interrupts it, and whatever the publisher takes back."""

import datetime as dt
import itertools
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from alaveteli_site import LETTER, Answer, Asked, Site, SiteClient

from foi_analytics.corpus import Corpus
from foi_analytics.errors import UsageError
from foi_analytics.fetching import AccessChallenged, Client, Fetched, FetchError, Items, RawStore
from foi_analytics.sources import Gathered, Letters, Options, gather
from foi_analytics.sources.alaveteli import Alaveteli

DAY = dt.date(2024, 3, 4)
FILE = "/request/sluices_3/response/32/attach/3/reply.txt"


def requests(number: int = 3) -> list[Asked]:
    return [
        Asked(
            n,
            DAY + dt.timedelta(days=n),
            reply=f"Dear Ms Quill,\n\nWe hold {n} sluices.",
            files={"reply.txt": LETTER + b"%d" % n},
        )
        for n in range(1, number + 1)
    ]


class Fuse:
    """Ends the run, as Ctrl-C would, when it has burnt down; each step of a run burns it."""

    def __init__(self) -> None:
        self.left = 10**9

    def burn(self) -> None:
        self.left -= 1
        if self.left < 0:
            self.left = 10**9
            raise KeyboardInterrupt


class FusedDatabase:
    def __init__(self, database: Any, fuse: Fuse) -> None:
        self._database = database
        self._fuse = fuse

    def execute(self, *arguments: Any) -> Any:
        self._fuse.burn()
        found = self._database.execute(*arguments)
        self._fuse.burn()
        return found

    def close(self) -> None:
        self._database.close()


class FusedStore(RawStore):
    def __init__(self, folder: Path, fuse: Fuse) -> None:
        super().__init__(folder)
        self._fuse = fuse
        self.database = FusedDatabase(self.database, fuse)  # type: ignore[assignment]

    def put(self, data: bytes) -> str:
        self._fuse.burn()
        digest = super().put(data)
        self._fuse.burn()
        return digest


class FusedClient(SiteClient):
    def __init__(self, site: Site, fuse: Fuse) -> None:
        super().__init__(site)
        self._fuse = fuse

    def get(self, url: str, **about: Any) -> Fetched:
        self._fuse.burn()
        return super().get(url, **about)


def run(
    site: Site, folder: Path, fuse: Fuse | None = None, corpus: Corpus | None = None, **about: Any
) -> tuple[Gathered, Corpus, int]:
    """What `foi fetch` does, with a site in the place of the network."""
    fuse = fuse or Fuse()
    corpus = corpus or Corpus.create(folder)
    store = FusedStore(folder / "raw", fuse)
    try:
        client: Client = FusedClient(site, fuse)
        source = Alaveteli("foi.example", client, Options())
        items = Items(store, source.name)
        gathered = gather(source, "body:fenmoor_council", items, **about)
        letters = Letters(source, items)
        corpus.load(_burning(itertools.chain(gathered.problems, letters), fuse), source.name)
        return gathered, corpus, corpus.withdraw(letters.withdrawn | letters.lost)
    finally:
        store.close()


def _burning(found: Any, fuse: Fuse) -> Iterator[Any]:
    for each in found:
        fuse.burn()
        yield each


def same(one: Corpus, other: Corpus) -> None:
    for name in ("letters", "requests", "problems", "licences"):
        pd.testing.assert_frame_equal(one.table(name), other.table(name))


@pytest.mark.slow
def test_a_run_killed_a_hundred_times_ends_with_the_corpus_of_one_undisturbed(tmp_path: Path) -> None:
    site, chance, fuse, killed = Site(requests(30)), random.Random(7), Fuse(), 0
    _, undisturbed, _ = run(site, tmp_path / "whole")
    corpus = Corpus.create(tmp_path / "killed")
    while killed < 100:
        fuse.left = chance.randint(1, 120) if killed % 10 else chance.randint(120, 900)
        try:
            run(site, tmp_path / "killed", fuse, corpus)
        except KeyboardInterrupt:
            killed += 1
    run(site, tmp_path / "killed", corpus=corpus)
    assert len(corpus.letters) == 60
    same(corpus, undisturbed)


def test_what_was_fetched_is_not_fetched_again_unless_it_changed(tmp_path: Path) -> None:
    site = Site(requests())
    run(site, tmp_path)
    site.asked.clear()
    site.requests[1].day += dt.timedelta(days=30)
    gathered, _, _ = run(site, tmp_path)
    assert (gathered.found, gathered.fetched, gathered.unchanged) == (3, 1, 2)
    assert [path for path in site.asked if "/request/" in path and "attach" not in path] == [
        "/request/sluices_2",
        "/request/sluices_2.json",
    ]


def test_a_limit_is_kept_and_the_next_run_goes_on(tmp_path: Path) -> None:
    site = Site(requests(60))
    counts = [run(site, tmp_path, limit=25)[0].fetched for _ in range(3)]
    assert counts == [25, 25, 10]


def taken_back(site: Site) -> dict[str, Callable[[], None]]:
    return {
        "404": lambda: site.requests.pop(2),  # type: ignore[dict-item, return-value]
        "410": lambda: site.wrong.update({"/request/sluices_3": lambda _: Answer(404)}),
        "hidden": lambda: setattr(site.requests[2], "hidden", True),
        "backpage": lambda: site.requests[2].facts.update(prominence="backpage"),
    }


@pytest.mark.parametrize("how", ["404", "410", "hidden", "backpage"])
def test_what_a_site_takes_back_leaves_the_corpus_and_the_store(tmp_path: Path, how: str) -> None:
    site = Site(requests())
    _, corpus, _ = run(site, tmp_path)
    corpus.analyse(1)
    taken_back(site)[how]()
    gathered, corpus, withdrawn = run(site, tmp_path, recheck=True)
    corpus.analyse(1)
    assert (gathered.removed, withdrawn, len(corpus.letters), len(corpus.requests)) == (1, 2, 4, 2)
    assert not corpus.readings["letter_id"].str.contains("/3/").any()
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and b"We hold 3 sluices" in path.read_bytes()]
    assert not [
        file for file in tmp_path.glob("*/*.parquet") if "hold 3 sluices" in str(pd.read_parquet(file).to_dict())
    ]


def test_a_file_that_is_taken_back_leaves_and_one_that_cannot_be_had_today_stays(tmp_path: Path) -> None:
    site = Site(requests())
    run(site, tmp_path)
    site.wrong[FILE] = lambda _: Answer(503)
    _, corpus, withdrawn = run(site, tmp_path, recheck=True)
    assert (withdrawn, len(corpus.letters)) == (0, 6)
    site.wrong[FILE] = lambda _: Answer(404)
    _, corpus, withdrawn = run(site, tmp_path, recheck=True)
    assert (withdrawn, len(corpus.letters)) == (1, 5)
    del site.wrong[FILE]
    _, corpus, withdrawn = run(site, tmp_path, recheck=True)
    assert (withdrawn, len(corpus.letters)) == (0, 6)


def test_a_page_that_cannot_be_parsed_any_more_is_reported_and_its_letters_stay(tmp_path: Path) -> None:
    site = Site(requests())
    run(site, tmp_path)
    site.wrong["/request/sluices_3"] = lambda _: Answer(body=b"<div class='message'>We hold 3 sluices.</div>")
    _, corpus, withdrawn = run(site, tmp_path, recheck=True)
    assert (withdrawn, len(corpus.letters)) == (0, 6)
    assert corpus.problems["reason"].tolist() == [
        "the page has no messages where Alaveteli has them; the site has changed"
    ]


def test_one_thing_that_fails_costs_one_thing(tmp_path: Path) -> None:
    site = Site(requests())
    site.wrong["/request/sluices_2.json"] = lambda _: Answer(500)
    gathered, corpus, _ = run(site, tmp_path)
    assert (gathered.fetched, len(corpus.letters)) == (2, 4)
    assert [each.origin for each in gathered.problems] == ["https://foi.example/request/sluices_2"]
    del site.wrong["/request/sluices_2.json"]
    assert len(run(site, tmp_path)[1].letters) == 6


def test_a_run_that_must_stop_keeps_what_it_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, whole = Site(requests()), SiteClient.get

    def challenged(self: SiteClient, url: str, **about: Any) -> Fetched:
        if url.endswith("sluices_2"):
            raise AccessChallenged("a person is wanted")
        return whole(self, url, **about)

    with monkeypatch.context() as patch:
        patch.setattr(SiteClient, "get", challenged)
        gathered, corpus, _ = run(site, tmp_path)
    assert (gathered.stopped, gathered.fetched, len(corpus.letters)) == ("a person is wanted", 1, 2)
    assert len(run(site, tmp_path)[1].letters) == 6


def test_nothing_found_is_an_error_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="spelling"):
        run(Site([]), tmp_path)


def test_letters_are_made_anew_without_a_network(tmp_path: Path) -> None:
    site = Site(requests())
    _, corpus, _ = run(site, tmp_path)
    store = RawStore(tmp_path / "raw")

    class Nobody:
        def get(self, url: str, **_: Any) -> Fetched:
            raise FetchError(url)

        post = get

    source = Alaveteli("foi.example", Nobody(), Options())  # type: ignore[arg-type]
    found = list(Letters(source, Items(store, source.name)))
    assert len(found) == len(corpus.letters) + len(corpus.requests)
    store.close()


def test_two_runs_do_not_use_one_store_at_once(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    with pytest.raises(UsageError, match="another process"):
        RawStore(tmp_path)
    store.close()
    RawStore(tmp_path).close()
