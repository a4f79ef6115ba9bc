"""Words by what they do in a sentence about an exemption: refuse, rely, drop, count, describe the law ….

A model that has seen "bars" and "prevents" can so judge "forbids".  Words are given by their
beginnings, longest first; a word belongs to the class of the longest beginning it has.
"""

import functools

__all__ = ["CLASSES", "word_class"]

CLASSES = {
    "refuse": "withh refus redac declin remov blank black grey shad suppress omit obscur mask delet unable missing "
    "secret private gone closed unlawful contrav exempt denied deny removed hidden hide cannot edited "
    "retain",
    "bar": "bar bars barred prevent stop protect shield keep kept cover exclud bite govern prevail forbid guard "
    "excus reliev entitl permit lets let prohib catch caught shelter safeguard prejud harm free frees "
    "stand entitles fall falls",
    "rely": "rely reli lean invok claim plead cite cites cited citing appl use used using maintain engag attract "
    "trigger ground reason basis pursuant virtue because owing per relevant appropriate rest rests chosen "
    "operat bearing refers exception exemption",
    "drop": "withdr drop lift aside abandon ruled lapse revers overturn fail misplac mistak wrong incorrect erron "
    "misconc disagree persuad convinc longer ceas away substitut instead resist tempt reject stretch "
    "misappl unsound disappl",
    "law": "absolute qualif defin condition test limb tribunal parliament guidance policy training trained "
    "wording amend class depend require only equivalent concept broad leg legs part parts general page "
    "website read section defines intend",
    "count": "times number requests refusals log column table figures many total twice most year years statistic "
    "count often counted percent breakdown annual record",
    "say": "say says said state stated write wrote ask asks asked point accept mention anticipat quot argu "
    "submit question complain remind think want believe suggest contend dispute view",
    "first": "first original initial earlier previous told gave reply decision officer handler reviewer response "
    "answered march ago last then",
    "uphold": "uphold upheld confirm endors agree satisf support justif correct proper right remain continu endorse "
    "now",
    "release": "enclos attach releas sent send copied here publish provid finished complete disclos",
    "may": "would could might may should likely if were had supposing unless probab likelih possib subject "
    "expect come even",
    "not": "not no nor never neither nothing none without hardly cannot don doesn didn against nobody",
    "weigh": "consider looked look thought wonder weigh contemplat explor examin hard float toyed",
    "we": "we our us i my council trust force department university board authority service icb college "
    "constabulary commission police school ministry",
    "you": "you your",
    "please": "please grateful provide understand accept",
    "was": "was been being did",
    "is": "is are has have does do",
}
_LONGEST, _SHORTEST = 8, 3


@functools.cache
def _beginnings() -> dict[str, str]:
    return {word: name for name, words in CLASSES.items() for word in words.split()}


@functools.lru_cache(maxsize=4096)
def word_class(word: str) -> str | None:
    """The class of a word in lower case, or None.

    >>> word_class("withholding"), word_class("bars"), word_class("tree")
    ('refuse', 'bar', None)
    """
    known = _beginnings()
    if word in known:
        return known[word]
    return next((known[word[:n]] for n in range(_LONGEST, _SHORTEST, -1) if word[:n] in known), None)
