"""Features of a clause for the role model: words near the citation, what they do, and the cues around it.

Numbers, names and the section cited are left out, so that what is learnt on one authority's
letters carries to another's.
"""

import re

from ..regimes import provision
from ..wording import Wording
from . import cues
from .context import Context
from .lexicon import word_class

__all__ = ["clause_features"]

_WORD = re.compile(r"[a-z§]+(?:['’][a-z]+)?", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r"[,;:()–—]| - |\b(?:but|and|though|although|while|which|so|since|because|yet|however|whether)\b", re.IGNORECASE
)
_BEFORE, _AFTER, _STEM = 14, 12, 7
_CUES = {name: value for name, value in vars(cues).items() if isinstance(value, Wording)}
_TURNS = ("not", "may", "you", "was", "we", "first")
"""Classes that turn what another word of the clause means: "not" beside "rely"."""


def clause_features(context: Context, kind: str) -> set[str]:
    """Named features of one citation.

    Args:
        context: The citation among its neighbours.
        kind: The kind of letter.

    Returns:
        Names such as `b:withheld` (a word before), `a1:applies` (the word right after),
        `before:refuse` (a class of words), `cue:STRONG`, `next:DISMISSED`, `part:reasons`.
    """
    before, after = _words(context.before), _words(context.after)
    near, next_to = [w[:_STEM] for w in before[-_BEFORE:]], [w[:_STEM] for w in after[:_AFTER]]
    features = {f"b:{w}" for w in near} | {f"a:{w}" for w in next_to}
    features |= {f"b{i}:{w}" for i, w in enumerate(reversed(near[-3:]), 1)}
    features |= {f"a{i}:{w}" for i, w in enumerate(next_to[:3], 1)}
    features |= _classes_around(context, _classes(before), _classes(after))
    features |= {f"cue:{name}" for name, cue in _CUES.items() if cue.search(context.marked)}
    features |= {f"prev:{name}" for name in _NEIGHBOURLY if _CUES[name].search(context.previous)}
    features |= {f"next:{name}" for name in _NEIGHBOURLY if _CUES[name].search(context.following)}
    features |= {f"part:{context.part}", f"kind:{kind}", f"opens:{context.line_opening}", f"first:{not before}"}
    features |= {f"law:{row.role}" for p in context.found.provisions if (row := provision(p)) is not None}
    return features


_NEIGHBOURLY = ("WITHHOLDS", "REJECTED", "DISMISSED", "HYPOTHETICAL", "PIT_BALANCE", "RETOLD", "STRONG")


def _classes_around(context: Context, before: list[str], after: list[str]) -> set[str]:
    """What the words of the clause, the sentence and its neighbours do, and in which order."""
    clause = set(_classes(_words(_last_clause(context.before)))) | set(_classes(_words(_first_clause(context.after))))
    features = {f"clause:{c}" for c in clause}
    features |= {f"before:{c}" for c in before} | {f"after:{c}" for c in after}
    features |= {f"previous:{c}" for c in _classes(_words(context.previous))}
    features |= {f"following:{c}" for c in _classes(_words(context.following))}
    features |= {f"{turn}+{c}" for turn in _TURNS if turn in clause for c in clause - {turn}}
    last, first = (before or ["none"])[-1], (after or ["none"])[0]
    features |= {f"last:{last}", f"then:{first}", f"around:{last}_{first}", f"subject:{(before or ['none'])[0]}"}
    features |= {f"pair:{'_'.join(before[-2:])}", f"verb:{'_'.join(after[:2])}"}
    edges = context.before.rstrip()[-1:], context.after[:1]
    features |= {f"edge{i}:{c if not c.isalnum() else 'word'}" for i, c in enumerate(edges)}
    return features | {f"question:{context.after.endswith('?')}"}


def _last_clause(text: str) -> str:
    start = 0
    for match in _CLAUSE_END.finditer(text):
        if text[match.end() :].strip():
            start = match.end()
    return text[start:]


def _first_clause(text: str) -> str:
    match = next((m for m in _CLAUSE_END.finditer(text) if text[: m.start()].strip()), None)
    return text[: match.start()] if match else text


def _words(text: str) -> list[str]:
    return [w.lower() for w in _WORD.findall(text)]


def _classes(words: list[str]) -> list[str]:
    return [c for w in words if (c := word_class(w.replace("’", "'").split("'")[0])) is not None]
