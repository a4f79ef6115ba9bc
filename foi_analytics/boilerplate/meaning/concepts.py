"""Words of replies by what they mean, so that "withheld" and "kept back" are counted as one.

Words are given by their beginnings; a word belongs to the concept of the longest beginning it
has, and a word of no concept stands for itself.  Function words mean nothing here.
"""

import functools

__all__ = ["CONCEPTS", "PHRASES", "concept"]

PHRASES = {
    "made public": "published", "make public": "publish", "making public": "publishing", "public domain": "published",
    "keep back": "withhold", "kept back": "withheld", "keeping back": "withholding", "held back": "withheld",
    "hold back": "withhold", "holding back": "withholding", "put off": "deterred", "turn down": "refuse",
    "turned down": "refused", "turned up": "found", "come to light": "found", "came to light": "found",
    "black out": "redact", "blacked out": "redacted", "blanked out": "redacted", "taken out": "removed",
    "left out": "removed", "let you have": "supply", "sending you": "supply", "get out": "published",
    "came out": "published", "come out": "published", "under way": "ongoing", "set out": "listed",
    "get in touch": "contact", "in touch": "contact", "look into": "investigate", "looking into": "investigating",
    "public authority": "authority", "public interest": "publicinterest", "public good": "publicinterest",
    "no longer": "not", "at risk": "endangered", "in danger": "endangered", "break into": "attack",
    "out of time": "late", "in full": "whole", "nobody": "not people", "no one": "not people",
}  # fmt: skip
"""Words that mean something together."""

CONCEPTS = {
    "hold": "hold held possess record records recorded exist file files",
    "release": "disclos releas publish public publica provid suppl give gives given giving reveal enclos attach "
    "communicat transparen open openness show shown share shared circulat expos divulg impart accessib "
    "send sent sending",
    "withhold": "withh refus declin exempt excepted exception keep keeping secret secrecy conceal hide hidden private "
    "privacy confident suppress redact remov omit obscur maintain retain unwilling protect safeguard guard shield "
    "preserv anonym",
    "confirm": "confirm deny denial denied denying",
    "ask": "request ask asks asked asking question enquir inquir seek seeking sought want wants wanted wish "
    "applica letter",
    "reply": "answer reply replie respon respond",
    "harm": "harm prejudic damag undermin weaken hinder hamper inhibit distort jeopard suffer hurt impair injur "
    "detriment disrupt unsettl upset distress spoil adverse",
    "danger": "endanger danger risk unsafe threat threaten peril safety safe",
    "authority": "council trust force authorit department university board agency commission body ministry organis "
    "institution",
    "staff": "staff employee officer offici colleagu worker clerk personnel workforce civil",
    "senior": "senior manager director executive chief head top",
    "junior": "junior below lower",
    "supplier": "supplier contractor compan firm firms business bidder tenderer provider vendor manufactur",
    "rival": "rival competitor compet",
    "price": "price prices cost costs charge charges rate rates fee fees paid pay pays spend spent spending expens sum "
    "sums money fund funds value payment",
    "bid": "bid bids tender tenders procure quote quotes offer offers",
    "contract": "contract contracts agreement deal deals",
    "negotiate": "negotiat bargain",
    "crime": "crime crimes crimin offen offence offender thief thieves burglar unlawful wrongdo lawbreak illegal fraud "
    "steal stolen",
    "police": "police policing constab patrol",
    "detect": "detect caught catch apprehen evade evad avoid escape prosecut",
    "prevent": "prevent stop stopped stopping deter deterre discourag dissuad",
    "attack": "attack hack hacker cyber exploit terror target",
    "security": "secur defence defend national nation",
    "investigate": "investigat inquiry",
    "evidence": "evidence witness testimon statement account accounts",
    "search": "search look looked looking locat find finds finding found trac retriev trawl extract identif",
    "data": "data inform detail material figure figures statist number numbers content",
    "document": "document paper papers report reports copy copies memo minutes note notes correspond e-mail email mail "
    "mailbox inbox message messages",
    "time": "hour hours minute minutes day days week weeks month months year years period",
    "limit": "limit ceiling threshold maximum cap",
    "exceed": "exceed beyond over past longer excess more above greater",
    "within": "within under inside",
    "manual": "manual hand individually each every one-by-one",
    "system": "system systems database software computer electronic automat server network",
    "narrow": "narrow refin reduc limit short shorten cut smaller",
    "burden": "burden strain load effort work workload onerous",
    "destroy": "destroy delet dispos wiped erase shred",
    "keep": "kept keeps retention retained schedule",
    "person": "person persons people individual individu someone anybody anyone third part party parties",
    "personal": "personal identif identi name names named naming",
    "privacyright": "legitim lawful lawfulness fair fairness unfair",
    "principle": "principl condition basis article",
    "publicinterest": "publicinterest",
    "weigh": "balanc weigh weighed weighing outweigh favour scale scales argument strong stronger judgem conclu",
    "account": "accountab scrutin taxpayer citizen",
    "debate": "debat discuss delibera argue",
    "understand": "understand inform informed knowledg aware learn",
    "candid": "candid frank free honest open-minded freely",
    "advice": "advice advis adviser opinion view views recommend counsel",
    "policy": "policy policies formulat develop",
    "minister": "minister cabinet government",
    "decide": "decid decision determin settle settled resolve outcome",
    "draft": "draft early incomplete unfinish unapprov version",
    "finish": "finish complet final finished end ended closed over conclude",
    "ongoing": "ongoing continu still live current yet progress pending",
    "mislead": "mislead false wrong inaccur",
    "qualified": "qualif subject",
    "absolute": "absolut",
    "apply": "appl engag rely relied relying relies cover covers covered invok virtue",
    "withdraw": "withdr overturn revers drop",
    "uphold": "uphold upheld agree agreed correct stand right rightly confirmed",
    "review": "review reconsid again afresh",
    "unhappy": "unhapp dissatis content displeas",
    "complain": "complain complaint appeal apply",
    "commissioner": "commissioner ico ombudsman tribunal",
    "late": "late delay wait waited waiting overdue slow",
    "sorry": "sorry apolog regret",
    "thank": "thank thanks grateful",
    "receive": "receiv reach reached arriv came got",
    "contact": "contact write writing call telephone",
    "help": "help assist happy",
    "clarify": "clarif clear unclear explain explan specif exact describ descript",
    "vexatious": "vexatious",
    "repeat": "repeat identical same similar",
    "abuse": "abus insult rude offensive hostile",
    "website": "website web online internet pages",
    "accessible": "accessib availab obtain elsewhere means get view inspect",
    "future": "future later next intend plan plans planned soon",
    "law": "law legal legally statut act regulat legislat enactment provision section schedule",
    "lawyer": "lawyer solicitor barrister",
    "privilege": "privileg",
    "court": "court judge judicial trial hearing proceed",
    "duty": "duty duties oblig required require must compel entitle need needs",
    "create": "creat generat produc fresh new make",
    "environment": "environment land water eir air emission",
    "protected": "bird birds species nest breed",
    "transfer": "transfer passed pass forward",
    "clock": "clock pause paused resume running",
    "close": "lapse lapsed withdrawn",
    "money": "salary salaries earn earns wage wages",
    "reuse": "reuse re-use copyright licen",
    "motive": "motive identity reason reasons why purpose applicant request requester",
    "world": "world everybody everyone whole-world",
    "all": "all everything whole entire entirety full fully",
    "some": "some part parts portion partly partial",
    "rest": "rest remainder remaining other others",
    "change": "change changes alter amend differ vary update",
    "compare": "compar",
    "dismiss": "dismiss sack sacked fired",
    "child": "child children pupil son daughter student",
    "patient": "patient patients doctor hospital medical health clinical",
    "parent": "parent parents mother father",
    "danger-kin": "relative relatives family bereav relation deceased died dead death",
    "expect": "expect anticipat foresee",
    "likely": "likely probab possib chance could might may",
    "confidence": "confident confidence entrust trusted breach sue sued action",
    "place": "site sites address addresses location whereabouts place places premises building buildings house houses "
    "propert",
    "empty": "empty vacant unoccup",
    "inspect": "inspection inspector inspections visit visits audit auditor",
    "equipment": "equipment device kit tool tools camera cameras",
    "table": "table spreadsheet excel annex",
    "centrally": "central centrally collat",
    "log": "log",
    "interest": "interest curious curios",
}
"""Beginnings of words for each concept."""

_FUNCTION = (
    "a an the of to in on at by for from with and or as that which who whom whose this these those it its we "
    "us our ours i me my you your yours he she they them their his her is are was were be been being am have "
    "has had having do does did done will would shall should can cannot could may might must if so than then "
    "there here such any what when where how while also very just only own about into out up down off over "
    "because since although though however but therefore not no nor none nothing never neither either unless "
    "until whether before after during between through both too much many more most less least few little "
    "other another same each every all s t don doesn didn isn aren wasn weren hasn haven hadn won wouldn once "
    "now yet even still else way thing things matter one two "
)
_FUNCTION_WORDS = frozenset(_FUNCTION.split())
_SHORTEST, _LONGEST, _STEM = 3, 12, 6


@functools.cache
def _beginnings() -> dict[str, str]:
    return {word: name for name, words in CONCEPTS.items() for word in words.split()}


@functools.lru_cache(maxsize=1 << 14)
def concept(word: str) -> str | None:
    """What a word in lower case means; None for a function word.

    >>> concept("withholding"), concept("refused"), concept("pavement"), concept("the")
    ('withhold', 'withhold', 'paveme', None)
    """
    if word in _FUNCTION_WORDS:
        return None
    known = _beginnings()
    if word in known:
        return known[word]
    short = min(_LONGEST, len(word))
    return next((known[word[:n]] for n in range(short, _SHORTEST, -1) if word[:n] in known), word[:_STEM])
