"""The wordings nearest to a text, for the eye; see `foi whose`."""

import pandas as pd
from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from ..boilerplate.differences import differences, interleaved
from ..highlight import to_rich
from .show import plain

__all__ = ["whose_view"]

_QUOTE = 110


def whose_view(found: pd.DataFrame, text: str) -> RenderableType:
    """What `Corpus.whose` found as a table, and how the paragraph differs from the nearest wording."""
    if found.empty:
        return Text("No paragraph of this text is like one that two letters of the corpus have.")
    table = Table(box=SIMPLE_HEAD)
    for heading in ("Alike", "Letters", "Authorities", "First used", "The wording"):
        table.add_column(heading, no_wrap=heading == "Alike")
    for row in found.to_dict("records"):
        since = "" if pd.isna(row["first_date"]) else f"{row['first_date']:%Y-%m-%d}"
        by = row["first_authority"] if isinstance(row["first_authority"], str) else ""
        table.add_row(
            _alike(row["similarity"], row["tier"], row["otherwise"]),
            f"{row['letters']:,}",
            f"{row['authorities']:,}",
            plain(" ".join((since, by)).strip()),
            plain(row["canonical"], _QUOTE),
        )
    best = found.iloc[0]
    one, other = str(best["canonical"]), text[int(best["start"]) : int(best["end"])]
    difference = to_rich(*interleaved(one, other, differences(one, other)))
    return Group(table, Panel(difference, title="Against the first of these", title_align="left"))


def _alike(similarity: float, tier: str, otherwise: bool) -> str:
    if tier == "exact":
        return "the same"
    # Rounded down: only the same words are wholly alike.
    return f"{int(100 * similarity)}%" + (", says otherwise" if otherwise else "")
