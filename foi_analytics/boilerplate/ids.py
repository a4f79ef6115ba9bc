"""Ids of families that stay while a corpus grows.

At first the id of a family derives from its words.  Later a family keeps the id its forms had;
when families merge, the older id survives and the other becomes an alias of it; when one falls
apart, the part with most of its forms keeps the id.
"""

from typing import NamedTuple

import pandas as pd

__all__ = ["Named", "name_families"]


class Named(NamedTuple):
    """Families with their ids.

    Attributes:
        forms: `form`, `family_id` and `since`, the run that gave the id, one row for each form.
        aliases: `alias` and the `family_id` it stands for now.
    """

    forms: pd.DataFrame
    aliases: pd.DataFrame


def name_families(members: pd.DataFrame, known: Named) -> Named:
    """Give every family an id.

    Args:
        members: `form` and `leader`, one row for each form of a family, both keys.
        known: What was given before; empty frames at first.

    Returns:
        The same for these families.

    >>> none = Named(pd.DataFrame(columns=["form", "family_id", "since"]), pd.DataFrame(columns=["alias", "family_id"]))
    >>> first = name_families(pd.DataFrame({"form": ["a", "b", "c"], "leader": ["a", "b", "b"]}), none)
    >>> merged = name_families(pd.DataFrame({"form": ["a", "b", "c"], "leader": ["c", "c", "c"]}), first)
    >>> merged.forms["family_id"].tolist(), merged.aliases.values.tolist()
    (['a', 'a', 'a'], [['b', 'a']])
    """
    run = 0 if known.forms.empty else int(known.forms["since"].max()) + 1
    met = members.merge(known.forms, on="form", how="inner")
    claims = met.groupby(["family_id", "since", "leader"], sort=True).size().rename("forms").reset_index()
    claims = claims.sort_values(["forms", "leader"], ascending=[False, True]).drop_duplicates("family_id")
    claims = claims.sort_values(["since", "family_id"])
    kept = claims.drop_duplicates("leader")[["leader", "family_id", "since"]]
    found = members.merge(kept, on="leader", how="left")
    new = found["family_id"].isna()
    taken = set(known.forms["family_id"]) | set(known.aliases["alias"])
    found.loc[new, "family_id"] = [_free(leader, taken) for leader in found.loc[new, "leader"]]
    found.loc[new, "since"] = run
    survivors = claims.merge(kept, on="leader", suffixes=("", "_kept"))
    lost = survivors[survivors["family_id"] != survivors["family_id_kept"]]
    aliases = _aliases(known.aliases, dict(zip(lost["family_id"], lost["family_id_kept"], strict=True)))
    return Named(found[["form", "family_id", "since"]].astype({"since": "int64"}), aliases)


def _free(leader: str, taken: set[str]) -> str:
    """The leader's key, unless another family has had it as its id."""
    while leader in taken:
        leader += "+"
    return leader


def _aliases(known: pd.DataFrame, merged: dict[str, str]) -> pd.DataFrame:
    moved = known.assign(family_id=[merged.get(each, each) for each in known["family_id"]])
    new = pd.DataFrame({"alias": list(merged), "family_id": list(merged.values())}, dtype=object)
    return pd.concat([moved, new], ignore_index=True)
