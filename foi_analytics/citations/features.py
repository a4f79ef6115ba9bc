"""Features of a clause for the role model: words near the citation, what they do, and the cues around it.

Numbers, names and the section cited are left out, so that what is learnt on one authority's
letters carries to another's.
"""

import re

from ..regimes import provision
from ..wording import Wording
from . import clause, cues, denial_cues, law_cues
from .context import Context
from .lexicon import word_class

__all__ = ["clause_features"]

_WORD = re.compile(r"[a-z§◊]+(?:['’][a-z]+)?", re.IGNORECASE)
_BEFORE, _AFTER, _STEM = 14, 12, 7
_CUES = {name: value for name, value in {**vars(cues), **vars(denial_cues)}.items() if isinstance(value, Wording)}
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
    lead, _, rest = context.plain.partition("§")
    before, after = _words(lead), _words(rest)
    near, next_to = [w[:_STEM] for w in before[-_BEFORE:]], [w[:_STEM] for w in after[:_AFTER]]
    features = {f"b:{w}" for w in near} | {f"a:{w}" for w in next_to}
    features |= {f"b{i}:{w}" for i, w in enumerate(reversed(near[-3:]), 1)}
    features |= {f"a{i}:{w}" for i, w in enumerate(next_to[:3], 1)}
    features |= _classes_around(context, _classes(before), _classes(after))
    features |= {f"cue:{name}" for name, cue in _CUES.items() if cue.search(context.marked)}
    features |= {f"prev:{name}" for name in _NEIGHBOURLY if _CUES[name].search(context.previous)}
    features |= {f"next:{name}" for name in _NEIGHBOURLY if _CUES[name].search(context.following)}
    features |= {f"part:{context.part}", f"kind:{kind}", f"opens:{context.line_opening}", f"first:{not before}"}
    features |= _judgements(context)
    features |= {f"law:{row.role}" for p in context.found.provisions if (row := provision(p)) is not None}
    return features


_NEIGHBOURLY = ("WITHHOLDS", "REJECTED", "DISMISSED", "HYPOTHETICAL", "PIT_BALANCE", "RETOLD", "STRONG")


def _judgements(context: Context) -> set[str]:
    """What the rules make of the clause, without their last word: the model weighs them against the rest."""
    rest = context.plain[context.plain.find(context.clause) + len(context.clause) :]
    judged = {
        "denied": clause.denied(context.clause),
        "possible": clause.possible(context.clause),
        "refused": clause.refused_under(context.clause),
        "habitual": clause.habitual(context.clause),
        "supposed": clause.supposed(context.plain),
        "reserved": clause.reserved(context.plain),
        "given-up": clause.given_up_next(rest) or clause.given_up_next(context.following),
        "quoted": context.inside_quotation,
        "described": cues.GENERAL_AFTER.match(context.after),
        "this-covered": law_cues.COVERS_THIS.match(context.then),
        "applied-next": law_cues.APPLIED_NEXT.search(rest) or law_cues.APPLIED_NEXT.search(context.following),
    }
    return {f"is:{name}" for name, true in judged.items() if true} | {f"zone:{context.zone}"}


def _classes_around(context: Context, before: list[str], after: list[str]) -> set[str]:
    """What the words of the clause, the sentence and its neighbours do, and in which order."""
    lead, _, rest = context.clause.partition("§")
    ahead, behind = _classes(_words(lead)), _classes(_words(rest))
    governing = {*ahead, *behind}
    features = {f"clause:{c}" for c in governing}
    features |= {f"lead:{c}" for c in ahead} | {f"rest:{c}" for c in behind}
    features |= {f"pattern:{'_'.join([*ahead[-2:], '§', *behind[:2]])}"}
    features |= {f"before:{c}" for c in before} | {f"after:{c}" for c in after}
    features |= {f"previous:{c}" for c in _classes(_words(context.previous))}
    features |= {f"following:{c}" for c in _classes(_words(context.following))}
    features |= {f"{turn}+{c}" for turn in _TURNS if turn in governing for c in governing - {turn}}
    last, first = (before or ["none"])[-1], (after or ["none"])[0]
    features |= {f"last:{last}", f"then:{first}", f"around:{last}_{first}", f"subject:{(before or ['none'])[0]}"}
    features |= {f"pair:{'_'.join(before[-2:])}", f"verb:{'_'.join(after[:2])}"}
    edges = context.before.rstrip()[-1:], context.after[:1]
    features |= {f"edge{i}:{c if not c.isalnum() else 'word'}" for i, c in enumerate(edges)}
    return features | {f"question:{context.after.endswith('?')}"}


def _words(text: str) -> list[str]:
    return [w.lower() for w in _WORD.findall(text)]


def _classes(words: list[str]) -> list[str]:
    return [c for w in words if (c := word_class(w.replace("’", "'").split("'")[0])) is not None]
