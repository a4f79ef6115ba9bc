"""Words by what they do in a sentence about an exemption: refuse, rely, drop, count, describe the law ….

A model that has seen "bars" and "prevents" can so judge "forbids".  Words are given by their
beginnings, longest first; a word belongs to the class of the longest beginning it has.
"""

import functools

__all__ = ["CLASSES", "word_class"]

CLASSES = {
    "refuse": "withh refus redac declin remov blank black grey shad suppress omit obscur mask delet unable missing "
    "secret private gone closed unlawful contrav exempt denied deny removed hidden hide cannot edited "
    "retain excis strip struck crossed asterisk starred disappoint sorry afraid out back held",
    "bar": "bar bars barred prevent stop protect shield keep kept cover exclud bite bites govern prevail forbid guard "
    "excus reliev entitl permit lets let prohib catch caught shelter safeguard free frees freeing "
    "stand entitles fall falls obliges oblig requires demand dictat overrid debar block preclud restrain bound binds "
    "squarely embrac capture engulf foul meets met hits compel constrain",
    "harm": "prejud harm damag endang risk hurt injur breach unfair undermin inhibit jeopard threat expos identif "
    "spoil burden distress hours cost",
    "rely": "rely reli lean invok claim plead cite cites cited citing appl use used using maintain engag attract "
    "trigger ground reason basis pursuant virtue because owing per relevant appropriate rest rests chosen "
    "operat bearing refers exception exemption strength footing accordance compliance conform line keeping "
    "resort recourse deploy assert exercis pray falling turning look looks looking point points bring brought",
    "good": "engaged applies made satisfied established triggered works holds sound good properly valid squarely "
    "fully clearly plainly undoubt certainly",
    "drop": "withdr drop lift aside abandon ruled lapse revers overturn fail misplac mistak wrong incorrect erron "
    "misconc disagree persuad convinc longer ceas away substitut instead resist tempt reject stretch "
    "misappl unsound disappl forgo waive discard dismiss relinquish retract rescind depart quash vacat comes came "
    "lost loses losing expired spent moved yield give gave part disturb fault error unjust far stretching",
    "law": "absolute qualif defin condition test limb tribunal parliament guidance policy training trained "
    "wording amend class depend require only equivalent concept broad leg legs part parts general page "
    "website read section defines intend enact provid states provides statut legislat regime right scheme "
    "chapter course handbook leaflet belief authorit authority authorities person anyone applies intended meant "
    "purpose designed written drafted",
    "habit": "usual normal general ordinar typical routin often sometimes common rule practice always most many tend "
    "course frequent habit regular customar whenever each every rarely seldom mostly",
    "count": "times number requests refusals log column table figures many total twice most year years statistic "
    "count often counted percent breakdown annual record third quarter half dozen",
    "say": "say says said state stated write wrote ask asks asked accept mention anticipat quot argu "
    "submit question complain remind think want believe suggest contend dispute view object assert put "
    "maintains insist wonder foresee feel feels fear words opinion remark allege urge challenge appeal expect",
    "first": "first original initial earlier previous told gave reply decision officer handler reviewer response "
    "answered march ago last then colleague team letter took taken receipt began",
    "uphold": "uphold upheld confirm endors agree satisf support justif correct proper right remain continu endorse "
    "now rightly stands stand still same left unchanged add",
    "release": "enclos attach releas sent send copied here publish provid finished complete disclos below follow "
    "append given copy answer available show shown",
    "may": "would could might may should likely if were had supposing unless probab likelih possib subject "
    "expect come even bound loom imagine perhaps conceiv",
    "later": "again future later fresh further next new one narrower refine revis resubmit reserv option open warn "
    "continue persist prejudice wish ought",
    "not": "not no nor never neither nothing none without hardly cannot don doesn didn against nobody isn wasn won "
    "aren weren haven hasn couldn shouldn wouldn few",
    "weigh": "consider looked thought wonder weigh contemplat explor examin hard float toyed moot minded "
    "talk whether question",
    "deny": "confirm deny denies denied denial denying exists existence neither whether duty yes existed",
    "we": "we our us i my council trust force department university board authority service icb college "
    "constabulary commission police school ministry agency office",
    "you": "you your requester applicant complainant",
    "please": "please grateful provide understand accept",
    "was": "was been being did were had",
    "is": "is are has have does do",
    "will": "will shall must going",
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
