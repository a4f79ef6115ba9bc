"""`foi fetch` and `foi sources`: letters from publishers on the network, and which there are."""

import datetime as dt
import itertools
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .app import app, complain, report

if TYPE_CHECKING:
    from ..fetching import Client, Policy, RawStore
    from ..sources import Gathered

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
        typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="First day, where days can be asked for."),
    ] = None,
    recheck: Annotated[
        bool, typer.Option("--recheck", help="Look again at what was fetched; what the site took back is dropped.")
    ] = False,
    reparse: Annotated[
        bool, typer.Option("--reparse", help="Make letters anew of what was fetched; no network.")
    ] = False,
    keep_people: Annotated[bool, typer.Option("--keep-people", help="Keep the names of those who asked.")] = False,
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
    options = Options(licence=licence, since=since.date() if since else None, keep_people=keep_people)
    corpus = Corpus.create(into)
    gathered, store = Gathered(), RawStore(into / "raw")
    try:
        client = Offline() if reparse else open_client(store, contact, Policy(delay=publisher.about.etiquette))
        opened = publisher.open(client, options)
        items = Items(store, opened.name)
        if not reparse:
            with watching("Fetching", limit) as advance:
                day = str(options.since or "")
                gathered = gather(opened, query, items, since=day, limit=limit, recheck=recheck, advance=advance)
        letters = Letters(opened, items)
        loaded = corpus.load(itertools.chain(gathered.problems, letters), opened.name)
        withdrawn = corpus.withdraw(letters.withdrawn)
    except KeyboardInterrupt:
        complain("interrupted; what was fetched is kept, and the same command goes on from there")
        raise typer.Exit(130) from None
    finally:
        store.close()
    if not reparse:
        typer.echo(_summary(gathered))
    typer.echo(
        f"{loaded.added:,} letters added, {loaded.changed:,} changed, {loaded.unchanged:,} there already, "
        f"{withdrawn:,} taken back, {len(loaded.problems):,} problems. Next: foi analyse {into}"
    )
    if gathered.stopped:
        complain(gathered.stopped)
    report(loaded.problems)
    if gathered.stopped:
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
            facts["asked"] = f"one connection, {about.etiquette:g} s or more between requests, as robots.txt allows"
        table = Table.grid(padding=(0, 2))
        for name, fact in facts.items():
            table.add_row(f"  {name}", plain(fact))
        console.print(Text(names, style="bold"), table, "")


def open_client(store: "RawStore", contact: str, policy: "Policy") -> "Client":
    """The client that asks the network; tests put one of their own here."""
    from ..fetching import HttpClient

    return HttpClient(store, contact, policy)


def _summary(gathered: "Gathered") -> str:
    resumed = " It went on where an earlier run stopped; run it again for what is new." if gathered.resumed else ""
    return (
        f"{gathered.found:,} found, {gathered.fetched:,} fetched, {gathered.unchanged:,} unchanged, "
        f"{gathered.removed:,} gone, {len(gathered.problems):,} not to be had.{resumed}"
    )
