"""`foi fetch` and `foi sources`: letters from publishers on the network, and which there are."""

import datetime as dt
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .app import app, complain, report
from .corpus import told_beside

if TYPE_CHECKING:
    from ..corpus import Corpus
    from ..fetching import Client, Policy, RawStore
    from ..sources import Gathered, Letters, Publisher

__all__ = ["fetch", "sources"]


@app.command(
    epilog="Examples: `foi fetch whatdotheyknow body:fenmoor_council --into corpus --contact me@example.org` · "
    "`foi fetch whatdotheyknow --into corpus --reparse`"
)
def fetch(
    source: Annotated[str, typer.Argument(help="Publisher, one of `foi sources`.")],
    into: Annotated[Path, typer.Option(metavar="DIR", help="Folder of the corpus; raw bytes go to DIR/raw.")],
    query: Annotated[str, typer.Argument(help="What to look for, in the publisher's terms; all when not said.")] = "",
    contact: Annotated[
        str, typer.Option(envvar="FOI_CONTACT", help="Your e-mail address or page, which sites are told.")
    ] = "",
    limit: Annotated[int | None, typer.Option(min=1, help="How many requests or pages to fetch at most.")] = None,
    since: Annotated[
        dt.datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="First day, where the publisher can be asked for one."),
    ] = None,
    recheck: Annotated[
        bool, typer.Option("--recheck", help="Look again at what was fetched; what the site took back is dropped.")
    ] = False,
    accept_removals: Annotated[
        bool, typer.Option("--accept-removals", help="Drop what is gone also where it is much at once.")
    ] = False,
    reparse: Annotated[
        bool, typer.Option("--reparse", help="Make letters anew of what was fetched; no network.")
    ] = False,
    keep_people: Annotated[bool, typer.Option("--keep-people", help="Keep the names of those who asked.")] = False,
    authority: Annotated[str | None, typer.Option(help="Who wrote the letters, where the site does not say.")] = None,
    licence: Annotated[
        str, typer.Option(help="As in `foi load`, where you know more than the publisher says.")
    ] = "unknown",
) -> None:
    """Fetch letters from a publisher into a corpus, slowly, and with your address on every request.

    It can be interrupted at any time; the same command goes on from there. What has not changed is not fetched again.
    """
    from ..corpus import Corpus
    from ..fetching import Items, Offline, Policy, RawStore
    from ..progress import watching
    from ..sources import Gathered, Letters, Options, find_publisher, gather

    publisher = find_publisher(source)
    options = Options(authority, licence, since=since.date() if since else None, keep_people=keep_people)
    # What the publisher cannot do is said before anything is made.
    publisher.open(Offline(), options)
    corpus = Corpus.create(into)
    gathered, store = Gathered(), RawStore(into / "raw")
    try:
        about = publisher.about
        policy = Policy(delay=about.etiquette, other_hosts=about.other_hosts)
        opened = publisher.open(Offline() if reparse else open_client(store, contact, policy), options)
        items = Items(store, opened.name)
        if not reparse:
            with watching("Fetching", limit) as advance:
                day = str(options.since or "")
                gathered = gather(
                    opened, query, items,
                    since=day, limit=limit, recheck=recheck, accept_removals=accept_removals, advance=advance,
                )  # fmt: skip
        letters = Letters(opened, items)
        loaded = corpus.load(itertools.chain(gathered.problems, letters), opened.name)
        withdrawn, kept_back = _withdraw(corpus, letters, accept_removals)
    except KeyboardInterrupt:
        complain("interrupted; what was fetched is kept, and the same command goes on from there")
        raise typer.Exit(130) from None
    finally:
        store.close()
    if not reparse:
        typer.echo(_summary(gathered))
    typer.echo(
        f"{loaded.added:,} letters added, {loaded.changed:,} changed, {loaded.unchanged:,} there already, "
        f"{told_beside(loaded)}{withdrawn:,} taken back, {len(loaded.problems):,} problems. Next: foi analyse {into}"
    )
    warnings = [
        *_warnings(gathered, publisher, source),
        *_kept(kept_back, "letters are no longer in what the site gives"),
    ]
    for each in warnings:
        complain(each)
    report(loaded.problems)
    if warnings:
        raise typer.Exit(1)


@app.command(epilog="Example: `foi sources`")
def sources() -> None:
    """List the sources of letters: how complete, how verified, under which licence, how slowly they are asked."""
    from rich.table import Table
    from rich.text import Text

    from ..sources import catalogue
    from .show import plain, printer

    console = printer()
    for names, about in catalogue():
        facts = {"has": about.summary, "complete": about.complete, "licence": about.licence}
        if about.address:
            facts["shape"] = f"{about.verified}; {about.address}"
            facts["--since"] = "taken" if about.since else "not taken: it cannot be asked for a day"
            facts["asked"] = f"one connection, {about.etiquette:g} s or more between requests, as robots.txt allows"
        table = Table.grid(padding=(0, 2))
        for name, fact in facts.items():
            table.add_row(f"  {name}", plain(fact))
        console.print(Text(names, style="bold"), table, "")


def open_client(store: "RawStore", contact: str, policy: "Policy") -> "Client":
    """The client that asks the network; tests put one of their own here."""
    from ..fetching import HttpClient

    return HttpClient(store, contact, policy)


def _withdraw(corpus: "Corpus", letters: "Letters", accept: bool) -> tuple[int, int]:
    """How many letters were taken out, and how many were not because they are too many at once."""
    from ..sources import are_too_many

    withdrawn = corpus.withdraw(letters.withdrawn)
    lost = set(corpus.sql("SELECT letter_id FROM letters")["letter_id"]) & letters.lost if letters.lost else set()
    if not accept and are_too_many(len(lost), letters.given + len(lost)):
        return withdrawn, len(lost)
    return withdrawn + corpus.withdraw(letters.lost), 0


def _warnings(gathered: "Gathered", publisher: "Publisher", source: str) -> Iterator[str]:
    """Why the run did not do all it was asked, and how to go on."""
    if gathered.challenged:
        kind = source if publisher.about.saved else "files"
        yield f"{gathered.stopped}: foi load {kind} FOLDER --into DIR"
    elif gathered.stopped:
        yield gathered.stopped
    yield from _kept(gathered.kept_back, "requests or pages fetched before are no longer on the site")


def _kept(number: int, what: str) -> Iterator[str]:
    if number:
        yield (
            f"{number:,} {what}, more than a tenth: the site may have changed, and none "
            "was taken out. Look in a browser; if they were taken back, run the same command with --accept-removals"
        )


def _summary(gathered: "Gathered") -> str:
    resumed = " It went on where an earlier run stopped; run it again for what is new." if gathered.resumed else ""
    return (
        f"{gathered.found:,} found, {gathered.fetched:,} fetched, {gathered.unchanged:,} unchanged, "
        f"{gathered.removed + gathered.kept_back:,} gone, {len(gathered.problems):,} not to be had.{resumed}"
    )
