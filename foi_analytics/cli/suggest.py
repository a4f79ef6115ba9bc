"""`foi suggest`: which paragraphs say the same in other words."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.padding import Padding

from .app import app

if TYPE_CHECKING:
    from ..corpus import Corpus, Suggested

__all__ = ["print_suggestions", "suggest"]

_QUOTE = 300
_GUARDS = {
    "provision": "another provision",
    "number": "another number",
    "date": "another date",
    "negation": "the contrary",
    "outcome": "another outcome",
    "party": "another party",
    "order": "another order of the same words",
}
_SAME_SQL = """
    SELECT score, one.canonical AS one, one.letters AS one_letters, other.canonical AS other,
        other.letters AS other_letters
    FROM suggestions JOIN families one USING (family_id) JOIN families other ON other_id = other.family_id
    WHERE score >= $same AND guard IS NULL ORDER BY score DESC, family_id, other_id LIMIT $rows"""
_HELD_BACK_SQL = """
    SELECT guard, count(*) AS pairs FROM suggestions WHERE score >= $same AND guard IS NOT NULL
    GROUP BY guard ORDER BY pairs DESC, guard"""


@app.command(epilog="Example: `foi suggest corpus`")
def suggest(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the corpus.")],
    rows: Annotated[int, typer.Option(min=0, help="How many pairs to show.")] = 10,
) -> None:
    """Suggest paragraphs that say the same in other words, among those that letters share; after `foi analyse`.

    Nothing is merged: each pair is for you to judge. Needs the extra `embeddings`.
    """
    from ..corpus import Corpus
    from .show import printer

    corpus = Corpus(folder)
    print_suggestions(corpus, corpus.suggest(), printer(), rows)
    typer.echo(f"\nAll pairs that are near, with their scores: foi tables {folder} suggestions")


def print_suggestions(corpus: "Corpus", suggested: "Suggested", console: Console, rows: int) -> None:
    """Print how many pairs are shown as the same, the best of them, and what held others back."""
    from ..boilerplate.meaning import SAME
    from ..naming import counted
    from .show import plain

    paragraphs = counted(suggested.families, "shared paragraph")
    console.print(f"{paragraphs} compared; {counted(suggested.same, 'pair')} may say the same in other words.")
    for row in corpus.arrow(_SAME_SQL, {"same": SAME, "rows": rows}).to_pylist():
        console.print()
        where = f"{counted(row['one_letters'], 'letter')} and {counted(row['other_letters'], 'letter')}"
        console.print(f"  {row['score']:.2f}, in {where}")
        for side in ("one", "other"):
            console.print(Padding(plain(f"“{row[side]}”", _QUOTE), (0, 4)))
    held_back = corpus.arrow(_HELD_BACK_SQL, {"same": SAME}).to_pylist()
    if held_back:
        reasons = ", ".join(f"{_GUARDS[each['guard']]} ({each['pairs']:,})" for each in held_back)
        console.print()
        console.print(f"{counted(sum(each['pairs'] for each in held_back), 'more pair')} held back for {reasons}.")
