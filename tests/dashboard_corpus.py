"""A corpus of made-up letters with made-up findings, for the dashboard's tests only.

The findings are set down by hand here, not read, so that a test can count them.
"""

import datetime as dt
import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

from foi_analytics.corpus import Corpus, rows
from foi_analytics.records import Citation, Duty, Exemption, Letter, Part, Problem, Question, Reading, Request

HOSTILE = "<img src=x onerror=alert(1)> ![](http://evil.example/p.png) **bold** $x$ :smile: \u202eevil"
MADE_BY = "rule:test/written@1"
AUTHORITIES = (
    "Ambersea Police",
    "Thornmere Borough Council",
    "Kirkfinnan Council",
    "St Ouen's Hospitals NHS Trust",
    "Department for Inland Waters",
    "Vale & Moor Constabulary",
)
HOUSE = "We have considered your request carefully and our decision is set out below."
SHARED = (
    "Disclosure of third-party personal data would contravene the data protection principles, because the "
    "individuals concerned would have no reasonable expectation that it would be released to the world."
)
LAW = {
    "personal": ("foia2000:40(2)", "Section 40(2)"),
    "enforcement": ("foia2000:31(1)(a)", "Section 31(1)(a)"),
    "cost": ("foia2000:12(1)", "Section 12(1)"),
    "commercial": ("foia2000:43(2)", "Section 43(2)"),
    "confidential": ("eir2004:12(5)(e)", "Regulation 12(5)(e)"),
    "scottish": ("foisa2002:38(1)(b)", "Section 38(1)(b)"),
}
ASKS = (
    ("How many complaints about parking were received in each of the last three years?", "full_disclosure", ""),
    ("Please give the name of the officer who signed the contract.", "full_refusal", "personal"),
    ("Please send all e-mails about the junction since 2019.", "cost_limit", "cost"),
    ("What was the value of each tender received?", "partial_disclosure", "commercial"),
    ("Where are the speed cameras that are switched off?", "full_refusal", "enforcement"),
    ("Do you hold a risk assessment for the footbridge?", "not_held", ""),
    ("Why was the decision taken?", "answered_narrative", ""),
    ("Please send the survey of the river bank.", "partial_disclosure", "confidential"),
    ("How many staff were suspended?", "not_answered", ""),
)


@dataclass
class Draft:
    """A letter while it is written; every finding is recorded as its words are set down."""

    letter_id: str
    text: str = ""
    found: dict[type, list[Any]] = field(
        default_factory=lambda: {t: [] for t in (Part, Citation, Exemption, Question, Duty)}
    )

    def say(self, words: str) -> tuple[int, int]:
        start = len(self.text)
        self.text += words
        return start, start + len(words)

    def find(self, record: type, span: tuple[int, int], score: float = 0.9, **fields: Any) -> None:
        quote = self.text[span[0] : span[1]]
        self.found[record].append(record(self.letter_id, *span, quote, score, MADE_BY, **fields))


def write(folder: Path) -> Path:
    """Write the corpus into a folder; families and passages are found as in any other."""
    by_id = {reading.letter.letter_id: reading for reading in readings()}
    with mock.patch.object(rows, "read", lambda letter: by_id[letter.letter_id]):
        corpus = Corpus.create(folder)
        corpus.load([*(reading.letter for reading in by_id.values()), *PROBLEMS, UNANSWERED, *requests()], "test")
        corpus.analyse(workers=1)
    return folder


def readings() -> list[Reading]:
    """Some ninety letters over three years, the first of them hostile."""
    chance = random.Random(11)
    first = dt.date(2023, 1, 9)
    letters = [_letter(n, chance, first + dt.timedelta(days=n * 12)) for n in range(90)]
    return [_hostile(), _acknowledgement(), *letters]


PROBLEMS = [
    Problem("inbox/scan-07.pdf", "load", "Password-protected PDF: save it without a password and load it again."),
    Problem("log.csv", "load", "Row has no text: fill the column `text` or map another one.", line=14),
    Problem("inbox/letter-3.txt", "read", "Date of the letter was not found.", letter_id="letter-003"),
]


UNANSWERED = Request("case-unanswered", "How many benches are there?", authority=AUTHORITIES[0])


def requests() -> list[Request]:
    """The requests of two letters in three, sent ten days before the reply, or fifty."""
    dated = [r.letter for r in readings() if r.letter.date and r.letter.case_id]
    sent = {
        letter.case_id: letter.date - dt.timedelta(days=10 if number % 3 else 50)
        for number, letter in enumerate(dated)
        if number % 3 < 2
    }
    return [Request(case, "How many benches are there?", date=day) for case, day in sent.items()]


def _letter(number: int, chance: random.Random, date: dt.date) -> Reading:
    draft = Draft(f"letter-{number:03d}")
    authority = AUTHORITIES[chance.choices(range(6), weights=(8, 6, 4, 3, 3, 1))[0]]
    draft.say(f"Ref FOI/{1000 + number}\n\nDear requester,\n\n")
    draft.say((HOUSE if authority == AUTHORITIES[0] else f"Thank you for your request of {date:%d %B %Y}.") + "\n\n")
    picked = chance.sample(ASKS, chance.choice((1, 2, 2, 3)))
    for position, (ask, outcome, ground) in enumerate(picked, start=1):
        _answer(draft, str(position), ask, outcome, ground)
    if chance.random() < 0.4:
        span = draft.say("Section 36 of the Freedom of Information Act")
        draft.find(Citation, span, provisions=("foia2000:36",), role="mentioned", scope=())
        draft.say(" applies only to information outside section 35.\n\n")
    span = draft.say("You may ask for an internal review within 40 working days.")
    draft.find(Part, span, kind="rights")
    _owe_a_notice(draft, number, rights=span)
    outcomes = {o for _, o, _ in picked}
    outcome = outcomes.pop() if len(outcomes) == 1 else "partial_disclosure"
    letter = Letter(
        draft.letter_id,
        draft.text,
        authority=authority if number % 30 else None,
        date=date if number % 29 else None,
        title=f"Freedom of information request {1000 + number}",
        case_id=f"case-{number // 2 if number % 9 == 1 else 500 + number}",
        source="files",
        origin=f"inbox/letter-{number}.txt",
    )
    pit = ("complete", "one_sided", "absent")[number % 3] if draft.found[Exemption] else "na"
    return _reading(draft, letter, "response", outcome, pit)


def _owe_a_notice(draft: Draft, number: int, rights: tuple[int, int]) -> None:
    """Each ground is named; reasons are missing for some, and the notice as a whole owes the rights."""
    for position, ground in enumerate(draft.found[Exemption]):
        span, concerns = (ground.start, ground.end), (ground.provision,)
        draft.find(Duty, span, duty="foia2000:17(1)(b)", met=True, concerns=concerns)
        draft.find(Duty, span, duty="foia2000:17(1)(c)", met=(number + position) % 2 == 0, concerns=concerns)
    if draft.found[Exemption]:
        draft.find(Duty, rights, duty="foia2000:17(7)(a)", met=True)
        draft.find(Duty, rights, duty="foia2000:17(7)(b)", met=number % 5 == 0)
        if number % 20 == 0:
            draft.find(Duty, rights, duty="foisa2002:19(b)", met=False)


def _answer(draft: Draft, number: str, ask: str, outcome: str, ground: str) -> None:
    draft.say(f"{number}. ")
    asked = draft.say(ask)
    draft.say("\n\n")
    start = len(draft.text)
    grounds: tuple[str, ...] = ()
    if ground:
        provision, words = LAW[ground]
        grounds = (provision,)
        draft.say("We are withholding this information under ")
        span = draft.say(words)
        draft.find(Citation, span, provisions=grounds, role="applied", scope=(number,))
        draft.find(Exemption, span, provision=provision, role="applied", questions=(number,))
        draft.say(".\n\n")
        if ground == "personal":
            draft.say(SHARED + "\n\n")
    elif outcome == "not_held":
        draft.say("We do not hold this information.\n\n")
    elif outcome != "not_answered":
        draft.say("The figures are 41, 57 and 63.\n\n")
    end = len(draft.text.rstrip())
    answer = {"answer_start": start, "answer_end": end, "answer_quote": draft.text[start:end]} if end > start else {}
    draft.find(
        Question,
        asked,
        number=number,
        within="reply",
        outcome=outcome,
        outcome_made_by=MADE_BY,
        exemptions=grounds,
        **answer,
    )


def _hostile() -> Reading:
    draft = Draft("hostile")
    draft.say(HOSTILE + "\n\n")
    span = draft.say("</style><script>document.title='hacked'</script>")
    draft.find(Citation, span, provisions=("foia2000:14(1)",), role="rejected", flags=("stale",))
    _answer(draft, "1", HOSTILE, "unknown", "")
    draft.find(Duty, (0, len(HOSTILE)), duty="foia2000:17(7)(b)", met=False)
    letter = Letter(
        "hostile",
        draft.text,
        request=HOSTILE,
        authority=HOSTILE,
        date=dt.date(2025, 6, 1),
        title=HOSTILE,
        origin=HOSTILE,
        case_id="case-hostile",
    )
    return _reading(draft, letter, "response", "unknown")


def _acknowledgement() -> Reading:
    draft = Draft("acknowledgement")
    draft.say("Thank you for your request, which is receiving attention.")
    letter = Letter(
        "acknowledgement",
        draft.text,
        authority=AUTHORITIES[1],
        date=dt.date(2024, 2, 2),
        title="Received",
        case_id="case-hostile",
    )
    return _reading(draft, letter, "acknowledgement", "acknowledgement")


def _reading(draft: Draft, letter: Letter, kind: str, outcome: str, pit: str = "na") -> Reading:
    return Reading(
        letter=letter,
        kind=kind,
        regimes=("foia2000",),
        own_text_end=len(letter.text),
        outcome=outcome,
        outcome_made_by=MADE_BY,
        parts=tuple(draft.found[Part]),
        citations=tuple(draft.found[Citation]),
        exemptions=tuple(draft.found[Exemption]),
        questions=tuple(draft.found[Question]),
        pit=pit,
        duties=tuple(draft.found[Duty]),
    )
