"""The values that stand at markers: slots, which every copy may fill anew, and what a copy may not change."""

import random
from collections.abc import Callable

from .language import Language

SLOTS = ("name", "date", "reference", "money", "authority")
POLAR = {
    "hold": ("hold", "do not hold"),
    "holds": ("holds", "does not hold"),
    "is": ("is", "is not"),
    "are": ("are", "are not"),
    "was": ("was", "was not"),
    "has": ("has", "has not"),
    "will": ("will", "will not"),
    "can": ("can", "cannot"),
    "does": ("does", "does not"),
}
_PROVISIONS = (
    "section 21|section 22(1)|section 23(1)|section 24|section 26(1)(b)|section 27(1)(a)|section 28|section 29(1)|"
    "section 30(1)(a)|section 30(2)|section 31(1)(a)|section 31(1)(g)|section 31|section 32|section 33|section 35(1)(a)|"
    "section 36(2)(b)(ii)|section 36(2)(c)|section 37(1)(b)|section 38(1)(b)|section 38|section 39|section 40(1)|"
    "section 40(2)|section 40(5B)|section 41(1)|section 41|section 42(1)|section 43(1)|section 43(2)|section 44(1)(a)|"
    "regulation 12(4)(b)|regulation 12(4)(d)|regulation 12(4)(e)|regulation 12(5)(a)|regulation 12(5)(e)|regulation 13"
).split("|")
_BODIES = (
    "the Environment Agency|the Home Office|Historic England|Ofsted|NHS England|the Land Registry|the Charity Commission|"
    "the Audit Commission|the Cabinet Office|Network Rail|Natural England|the Coal Authority|the Crown Estate|"
    "the Met Office|the Health and Safety Executive|the Care Quality Commission|the Planning Inspectorate|"
    "the Valuation Office|the Department for Transport|the Ministry of Justice|Public Health Wales|Transport Scotland|"
    "the Forestry Commission|Sport England|Homes England|the Parole Board|the Gambling Commission|the Treasury"
).split("|")
_TRADES = "Facilities|Estates|Highways|Catering|Waste|Security|Software|Consulting|Transport|Energy|Training|Lettings"
_UNITS = "working days|calendar days|hours|minutes|months|years|weeks|per cent|cases|records|reports|pages|boxes|files"
_WORDS = "two three four five six seven eight nine ten eleven twelve fifteen eighteen twenty thirty forty sixty".split()
_MONTHS = "January February March April May June July August September October November December".split()


def drawer(language: Language, chance: random.Random) -> dict[str, Callable[[], str]]:
    """How to draw a value for each kind of marker, except `authority`, which is the letter's own."""
    return {
        "name": lambda: _name(language, chance),
        "date": lambda: _date(chance),
        "reference": lambda: _reference(chance),
        "money": lambda: f"£{chance.choice((1, 10, 100)) * chance.randrange(11, 990):,}",
        "provision": lambda: chance.choice(_PROVISIONS),
        "party": lambda: _party(language, chance),
        "quantity": lambda: f"{_number(chance)} {chance.choice(_UNIT_LIST)}",
        **{kind: _polar(both, chance) for kind, both in POLAR.items()},
    }


def other(kind: str, value: str, draw: dict[str, Callable[[], str]]) -> str:
    """A value of the same kind that says something else: the opposite, or another number of the same unit."""
    if kind in POLAR:
        return next(each for each in POLAR[kind] if each != value)
    while True:
        new = draw[kind]()
        if kind == "quantity":
            new = f"{new.split(' ', 1)[0]} {value.split(' ', 1)[1]}"
        if new != value:
            return new


def authority_name(language: Language, chance: random.Random) -> str:
    kind = chance.choice(
        "Borough Council|County Council|District Council|City Council|Police|NHS Foundation Trust|Fire and Rescue Service|"
        "University|Academy Trust|Housing Association|Parish Council|Combined Authority|Health Board".split("|")
    )
    return f"{language.say('place')} {kind}"


_UNIT_LIST = _UNITS.split("|")
_TRADE_LIST = _TRADES.split("|")


def _polar(both: tuple[str, str], chance: random.Random) -> Callable[[], str]:
    return lambda: both[chance.random() < 0.35]


def _name(language: Language, chance: random.Random) -> str:
    surname = language.say("place")
    title = chance.choice(("Mr", "Mrs", "Ms", "Dr", "Councillor", "Inspector", ""))
    return f"{title} {surname}" if title else f"{language.say('forename')} {surname}"


def _date(chance: random.Random) -> str:
    day, month, year = chance.randrange(1, 29), chance.randrange(12), chance.randrange(2008, 2025)
    if chance.random() < 0.25:
        return f"{day:02}/{month + 1:02}/{year}"
    return f"{day} {_MONTHS[month]} {year}"


def _reference(chance: random.Random) -> str:
    letters = chance.choice(("FOI", "RFI", "EIR", "IRQ", "F", "REQ", "FOIA"))
    return (
        f"{letters}{chance.choice('/-')}{chance.randrange(10, 25)}{chance.choice('/-')}{chance.randrange(100, 99999)}"
    )


def _party(language: Language, chance: random.Random) -> str:
    if chance.random() < 0.5:
        return chance.choice(_BODIES)
    return f"{language.say('place')} {chance.choice(_TRADE_LIST)} {chance.choice(('Limited', 'Ltd', 'plc', 'LLP'))}"


def _number(chance: random.Random) -> str:
    return chance.choice(_WORDS) if chance.random() < 0.5 else str(chance.randrange(2, 400))
