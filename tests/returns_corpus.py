"""A corpus of invented requests with findings set down by hand, so that returns can be counted in another way."""

import datetime as dt
import random
from pathlib import Path
from unittest import mock

from foi_analytics.corpus import Corpus, rows
from foi_analytics.records import Exemption, Extension, Letter, Reading, Request

AUTHORITIES = (
    "Department for Lighthouses",
    "Fens Agency",
    "=Office of Bells",
    "Loch Arran Council",
    "Bureau of Rivers",
)
GROUNDS = {
    "foia2000": (
        *("foia2000:40(2)", "foia2000:40(5B)(a)(i)", "foia2000:31(1)(a)", "foia2000:31(1)(b)", "foia2000:43(2)"),
        *("foia2000:22A(1)", "foia2000:21", "foia2000:12(1)", "foia2000:14(1)", "foia2000:14(2)", "foia2000:37(1)(a)"),
    ),
    "eir2004": ("eir2004:12(4)(b)", "eir2004:12(5)(e)", "eir2004:13(1)", "eir2004:12(3)", "eir2004:12(4)(d)"),
    "foisa2002": ("foisa2002:25(1)", "foisa2002:38(1)(b)", "foisa2002:33(1)(b)", "foisa2002:12(1)", "foisa2002:30(c)"),
    "eisr2004": ("eisr2004:10(4)(d)", "eisr2004:11(2)", "eisr2004:10(5)(e)"),
    "us_foia": ("us_foia:(b)(5)", "us_foia:(b)(6)", "us_foia:(b)(7)(C)"),
}
OUTCOMES = (
    *("full_disclosure", "partial_disclosure", "full_refusal", "not_held", "ncnd", "cost_limit", "vexatious"),
    *("repeated", "already_accessible", "future_publication", "transferred", "outside_act", "answered_narrative"),
    *("mixed_non_disclosure", "withdrawn_or_lapsed", "unknown"),
)
REVIEWS = ("internal_review_upheld", "internal_review_partly_overturned", "internal_review_overturned")
RULE = "rule:test/written@1"


def write(folder: Path, number: int = 240, seed: int = 5) -> Corpus:
    """Write the corpus into a folder."""
    chance = random.Random(seed)
    found = [each for at in range(number) for each in _case(at, chance)]
    readings = {each.letter.letter_id: each for each in found if isinstance(each, Reading)}
    items = [each.letter if isinstance(each, Reading) else each for each in found]
    with mock.patch.object(rows, "read", lambda letter: readings[letter.letter_id]):
        corpus = Corpus.create(folder)
        corpus.load(items, "test")
        corpus.analyse(workers=1)
    return corpus


def _case(number: int, chance: random.Random) -> list[Reading | Request]:
    """One request with its letters; some have no request, some no decision, some a review."""
    case, authority = f"case-{number}", chance.choice(AUTHORITIES)
    regime = {"Loch Arran Council": chance.choice(("foisa2002", "eisr2004")), "Bureau of Rivers": "us_foia"}.get(
        authority, chance.choice(("foia2000", "foia2000", "eir2004"))
    )
    asked = dt.date(2023, 11, 1) + dt.timedelta(days=chance.randrange(450))
    found: list[Reading | Request] = []
    if chance.random() < 0.7:
        found.append(Request(case, "How many?", authority, asked, f"Request {number}"))

    def letter(part: str, day: dt.date, **fields: object) -> None:
        text = f"{part} of {case}: withheld under the law named here, with more words that follow."
        one = Letter(f"{case}-{part}", text, "How many?", authority, day, f"Request {number}", case)
        grounds = fields.pop("grounds", ())
        exempt = tuple(Exemption(one.letter_id, 0, len(part), part, 1.0, RULE, each, "applied") for each in grounds)
        extends = fields.pop("extends", None)
        extensions = (Extension(one.letter_id, 0, len(part), part, 1.0, RULE, extends),) if extends else ()
        found.append(Reading(one, own_text_end=len(text), exemptions=exempt, extensions=extensions, **fields))

    if chance.random() < 0.1 and regime in ("foia2000", "eir2004"):
        power = "foia2000:10(3)" if regime == "foia2000" else "eir2004:7(1)"
        letter(
            "holding",
            asked + dt.timedelta(days=9),
            kind="holding",
            regimes=(regime,),
            outcome="holding_pit_extension",
            disposition="holding_pit_extension",
            extends=power,
        )
    if chance.random() < 0.06:
        letter(
            "receipt",
            asked + dt.timedelta(days=1),
            kind="acknowledgement",
            regimes=(regime,),
            outcome="acknowledgement",
            disposition="acknowledgement",
        )
        return found
    outcome = chance.choice(OUTCOMES)
    grounds = tuple(chance.sample(GROUNDS[regime], chance.choice((0, 1, 1, 2, 3))))
    decided = asked + dt.timedelta(days=chance.choice((8, 20, 27, 35, 60)))
    letter(
        "decision",
        decided,
        kind="response",
        regimes=(regime,),
        outcome=outcome,
        disposition=outcome,
        grounds=grounds,
        ncnd=outcome == "ncnd" or chance.random() < 0.05,
        some_not_held=chance.random() < 0.2,
    )
    if chance.random() < 0.15:
        review = chance.choice(REVIEWS)
        letter(
            "review",
            decided + dt.timedelta(days=30),
            kind="internal_review",
            regimes=(regime,),
            outcome=review,
            disposition="unknown",
        )
    return found
