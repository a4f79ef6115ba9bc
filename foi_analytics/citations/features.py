"""Features of a clause for the role model: words near the citation and the cues around it.

Numbers, names and the section cited are left out, so that what is learnt on one authority's
letters carries to another's.
"""

import itertools
import re

from ..regimes import provision
from ..wording import Wording
from . import cues
from .context import Context

__all__ = ["clause_features"]

_WORD = re.compile(r"[a-z§]+(?:['’][a-z]+)?", re.IGNORECASE)
_BEFORE, _AFTER, _STEM = 14, 12, 7
_CUES = {name: value for name, value in vars(cues).items() if isinstance(value, Wording)}


def clause_features(context: Context, kind: str) -> set[str]:
    """Named features of one citation.

    Args:
        context: The citation among its neighbours.
        kind: The kind of letter.

    Returns:
        Names such as `b:withheld` (a word before), `a1:applies` (the word right after),
        `cue:STRONG`, `next:DISMISSED`, `part:reasons`.
    """
    before = _words(context.before)[-_BEFORE:]
    after = _words(context.after)[:_AFTER]
    features = {f"b:{w}" for w in before} | {f"a:{w}" for w in after}
    features |= {f"b{i}:{w}" for i, w in enumerate(reversed(before[-3:]), 1)}
    features |= {f"a{i}:{w}" for i, w in enumerate(after[:3], 1)}
    features |= {f"bb:{v}_{w}" for v, w in itertools.pairwise(before)}
    features |= {f"aa:{v}_{w}" for v, w in itertools.pairwise(after)}
    features |= {f"cue:{name}" for name, cue in _CUES.items() if cue.search(context.marked)}
    features |= {f"prev:{name}" for name in _NEIGHBOURLY if _CUES[name].search(context.previous)}
    features |= {f"next:{name}" for name in _NEIGHBOURLY if _CUES[name].search(context.following)}
    features |= {f"part:{context.part}", f"kind:{kind}", f"opens:{context.line_opening}", f"first:{not before}"}
    features |= {f"law:{row.role}" for p in context.found.provisions if (row := provision(p)) is not None}
    return features


_NEIGHBOURLY = ("WITHHOLDS", "REJECTED", "DISMISSED", "HYPOTHETICAL", "PIT_BALANCE", "RETOLD", "STRONG")


def _words(text: str) -> list[str]:
    return [w.lower()[:_STEM] for w in _WORD.findall(text)]
