"""The wording of reasons: why a ground applies, and what each ground is about."""

import re

from ..wording import Wording

__all__ = [
    "ABOUT",
    "APPARENT",
    "ASKED_BEFORE",
    "CAUSE",
    "CLAIMS",
    "COSTS",
    "DECLINES",
    "ELSEWHERE",
    "EXEMPT",
    "HELD",
    "IF_ANY",
    "IMPROPER",
    "JOINTLY",
    "LABOUR",
    "PUBLIC_INTEREST",
    "REASON",
    "REFUSES",
    "RETELLS",
    "SUBJECTS",
    "SUPPOSED",
    "TITLE",
    "TROUBLES",
    "UNFINISHED",
    "VEXATIOUS",
    "WITHOUT",
]

REASON = Wording(
    r"\b(?:because|since|so that|in order (?:to|that|not)|owing to|due to|in that|on the (?:grounds?|basis) that|for the reason|given that|thereby|therefore (?:contains|constitutes))\b",
    r"\bas (?:it|its|this|these|they|to|we|disclos\w+|releas\w+|publi\w+|he|she|there|doing|providing|those|any|some)\b|, as (?:the|a|an|our|your|that)\b",
    r"\b(?:would|could|might)\b(?! (?:you|like|also like|be (?:happy|grateful|glad|pleased|best|better served)|have to ask|urge|refer|suggest))",
    r"\blikely to\b|\b(?:to|which|that) (?:protect|safeguard|prevent|preserve|avoid)s?\b|\brisk(?:s|ed)?\b|\bharm\b",
    r"\b(?:relates? (?:solely |directly |to )*to|concerns?|constitutes?|consists?|comprises?|contains?|forms? (?:a )?part|belongs? to|amounts? to|identif(?:y|ies)|names? (?:a|an|the|people|individuals|members|officers)|shows?|sets? out|records?|describes?|reveals?)\b",
    r"\b(?:was|were|has been|have been|had been) (?:obtained|supplied|provided|given|created|written|sent|prepared|received|made|drawn up|shared|commissioned|sought|collected|held) (?!with this|to you|below|above|in full)",
    r"\b(?:is|are|it['’]s|they['’]re|remains?|being) (?:still |currently |now |all |also |both |at present )?(?:internal|personal|confidential|commercial\w*|sensitive|privileged|in draft|draft|drafts|unfinished|incomplete|subject to|live|ongoing|under (?:way|review|negotiation|investigation)|not (?:yet )?(?:finished|complete\w*|decided|settled)|being (?:prepared|drafted|checked|finished|investigated|negotiated|written|tendered|finalised)|about|communications?|advice|correspondence|part of|an? (?!full|copy|link))\b",
    r"\b(?:in confidence|confidential|privileged?|unfair|fairness|expect(?:s|ed|ation)?|not consented|distress|unwarranted|data protection principles?|undercut|competit\w+|negotiat\w+|safe space|free and frank|candid|candour)\b",
    r"\b(?:will|is to|are to|due to|intends? to|plans? to|going to) (?:be )?(?:publish\w*|released|appear|available|issued|finished|completed)\b|\b(?:intended|planned|scheduled|forthcoming) (?:for |future )?publication\b",
    r"\b(?:available|accessible|published|obtained?|found|viewed|see|visit|downloaded)\b[^.;]{0,60}\b(?:at|on|from|in|via|website|online|here|by)\b|https?:|www\.|\[\d+\]",
    r"\b(?:prohibit\w*|forbid\w*|forbidden|bars?|barred|unlawful|offence|contempt)\b|\bqualified person\b|\bin (?:his|her|their|the) (?:reasonable )?opinion\b",
    r"\bif (?:it|they|this|these|the|we|our|such|released|disclosed|known|made)\b",
    r"\bfor (?:fear (?:of|that)|(?:that|this) reason)\b|\blest\b|\bin case\b|\bin the interests? of (?!the public|transparency)|\bto the (?:detriment|prejudice|disadvantage) of\b|\bon account of\b|\bso as (?:not )?to\b|\bin (?:view|the light|light) of\b",
    r"\b(?:disclos\w+|releas\w+|publi(?:cation|shing)|revealing|knowing|knowledge of)\b[^.;]{0,40}\b(?:puts?|gives?|tells?|allows?|enables?|helps?|makes?|exposes?|leads?|undermines?|damages?|harms?|means?|threatens?|invites?|breach\w*|contraven\w+|infring\w+|discourages?|deters?|weakens?)\b",
    r"\b(?:appl(?:y|ies)|engaged?|exempt|excepted|withheld|refused|rel(?:y|ied|ying)|relevant)\b[^.;:]{0,80}: (?:it|they|this|these|we|he|she|there|its|their|disclos\w+|releas\w+|publi\w+|anyone|anybody|whoever|to)\b",
)
"""Why, in whatever words."""
TROUBLES = Wording(
    r"\b(?:thie(?:f|ves)|theft|burgl\w+|rob(?:s|bed|bers?|bery)|steal\w*|stolen|raid\w*|break-?ins?|vandal\w*|arson\w*|smuggl\w+|hack\w*|attack\w*|exploit\w*|criminals?|offenders?|terrorists?|intruders?)\b",
    r"\b(?:danger\w*|endanger\w*|fear\w*|threat\w*|reprisals?|retaliat\w+|harass\w*|embarrass\w*|mislead\w*|misleads|premature\w*|rivals?|compet(?:es?|ing|itors?)|bargain\w*|undermin\w+|damag\w+|reluctan\w*|inhibit\w*|deter(?:s|red)?|hinder\w*|jeopard\w+|breach\w*|sue|sued|actionable)\b",
    r"\b(?:secrets?|secrecy|private(?:ly)?|trust(?:ed|s)?|candid\w*|candour|frank\w*|speak freely|thinking space|unprotected|vulnerab\w+|at risk|at stake)\b",
)
"""What harm is made of: it gives a reason where a sentence does more than refuse."""

CAUSE = Wording(
    r"\b(?:because|since|so that|owing to|due to|on the (?:grounds?|basis) that|for the reason|given that)\b|\b(?:would|could|might|risk\w*|harm\w*|likely)\b",
    r"\b(?:personal (?:data|information)|commercial\w*|confiden\w+|sensitive|privileged?|unfair|fair|in confidence|security|safety)\b",
)
"""Why, where no section says what the matter is."""
CLAIMS = Wording(r"\bexempt\w*\b|\bexceptions?\b|\bwithh(?:eld|old|olding)\b|\brefus\w+\b")
"""That something is withheld, and not just left out."""
PUBLIC_INTEREST = Wording(r"\bpublic interest\b")
JOINTLY = Wording(
    r"\b(?:both|each|either|all|these|those|the (?:two|three|four)) (?:of )?(?:the |these |those )?(?:items?|exemptions?|exceptions?|sections?|provisions?|grounds?|cases|refusals|parts)\b|\b(?:exemptions|exceptions|sections|regulations)\b|\b(?:both|all of them|each of them|in each (?:case|instance)|all but|for the (?:others|rest)|there too|likewise)\b|\btogether\b",
)
IF_ANY = Wording(
    r"\b(?:if|were|should) (?:there|any|such|it|the \w+)\b[^.;]{0,60}\b(?:is|be|were|exists?|any|held)\b|\bany such\b|\bexempts information\b"
)
"""Of what may exist or not."""

TITLE = re.compile(
    r"\([^()]{0,120}\)|(?<=[\d)]) ?[–—-] ?(?:(?!\b(?:this|the|it|we|as|is|because|disclos\w+|releas\w+)\b)[^.;:]){0,90}",
    re.IGNORECASE,
)
"""The heading of a section, named beside its number: it gives no reason."""

_PERSONAL = Wording(
    r"\b(?:personal (?:data|information|details)|names?\b|named|individuals?|identif\w+|third part(?:y|ies)|data subjects?|"
    r"employees?|staff|signatures?|addresses|(?:telephone|phone|mobile|direct[ -]dial) numbers?|contact details|living|private|persons?|people|own data|yourself|about (?:you|me|them|him|her)\b|his|her|salar(?:y|ies))\b"
)
_ACCESSIBLE = Wording(
    r"\b(?:accessible|available|published|publication scheme|website|web ?site|online|obtain\w*|purchase|library|found|link|view(?:ed)?|see|register)\b|https?:|www\.|\[\d+\]"
)
_FUTURE = Wording(
    r"\b(?:publish\w*|publication|(?:comes?|coming|come) out|appear\w*|launch\w*|laid before|forthcoming|released? (?:in|on|by|later)|will (?:be|go|appear)|due|website)\b"
)
_BARRED = Wording(
    r"\b(?:act|order|regulations|rules?|convention|directive|court|enactment|statut\w+) ?(?:of )?\(?(?:19|20)\d\d\b|\b(?:prohibit\w*|forbid\w*|contempt|court|tribunal|filed|proceedings|inquiry|arbitration|statutory bar|unlawful|offence|privilege)\b"
)
_FORBIDDEN = Wording(
    r"\b(?:act|order|regulations|rules?|convention|directive) (?:of )?\(?(?:19|20)\d\d\b(?<!information act 2000)(?<!\(scotland\) act 2002)|\b(?:prohibit\w*|forbid\w*|forbidden|contempt|statutory bar|unlawful|offence)\b"
)
_SECURITY = Wording(r"\b(?:security (?:bod(?:y|ies)|services?|matters)|supplied by|national security|intelligence)\b")

APPARENT = {
    **dict.fromkeys(
        ("foia2000:40", "eir2004:13", "eir2004:12(3)", "foisa2002:38", "eisr2004:11", "eisr2004:10(3)"), _PERSONAL
    ),
    **dict.fromkeys(("foia2000:21", "foisa2002:25"), _ACCESSIBLE),
    **dict.fromkeys(("foia2000:22", "foia2000:22A", "foisa2002:27"), _FUTURE),
    **dict.fromkeys(("foia2000:32", "foia2000:34", "foisa2002:37"), _BARRED),
    **dict.fromkeys(("foia2000:44", "foisa2002:26"), _FORBIDDEN),
    "foia2000:23": _SECURITY,
}
"""Grounds that are apparent once these words stand beside them (FOIA 2000 s.17(1)(c): "if that would not otherwise be apparent")."""

SUBJECTS = {
    **dict.fromkeys(
        ("foia2000:43", "foisa2002:33", "eir2004:12(5)(e)", "eisr2004:10(5)(e)"),
        Wording(
            r"\b(?:commercial\w*|competit\w*|tender\w*|bid(?:s|ders?)?|suppliers?|contractors?|trade secrets?|pric(?:e|es|ing)|rates?|market|rivals?)\b"
        ),
    ),
    **dict.fromkeys(
        ("foia2000:31", "foisa2002:35", "foia2000:30", "foisa2002:34"),
        Wording(
            r"\b(?:crim\w+|offen[cd]\w+|police|law enforcement|investigat\w+|fraud\w*|attack\w*|prosecut\w*|inspect\w*|detection|theft|thieves|burgl\w+|vandal\w*|arson\w*|regulat(?:ory|or'?s?)|prohibition notice)\b"
        ),
    ),
    **dict.fromkeys(
        ("foia2000:35", "foisa2002:29"),
        Wording(r"\b(?:polic(?:y|ies)|ministers?|ministerial|cabinet|private office|safe space)\b"),
    ),
    **dict.fromkeys(
        ("foia2000:36", "foisa2002:30"),
        Wording(
            r"\b(?:frank|candid|candour|advice|deliberat\w+|exchange of views|qualified person|conduct of public affairs|opinion|inhibit\w*)\b"
        ),
    ),
    **dict.fromkeys(
        ("foia2000:42", "foisa2002:36"),
        Wording(r"\b(?:legal(?:ly)? (?:advice|professional|privileged)|privileg\w*|lawyers?|solicitors?|counsel)\b"),
    ),
    **dict.fromkeys(("foia2000:41", "foisa2002:36"), Wording(r"\b(?:confiden\w+|breach)\b")),
    **dict.fromkeys(
        ("foia2000:38", "foisa2002:39"),
        Wording(r"\b(?:health|safety|endanger\w*|distress|risk|attack\w*|lives?|life|harm\w*)\b"),
    ),
    **dict.fromkeys(
        ("foia2000:24", "foia2000:26", "foisa2002:31", "eir2004:12(5)(a)", "eisr2004:10(5)(a)"),
        Wording(r"\b(?:national security|terroris\w*|attack\w*|defence|armed forces|hostile|safety)\b"),
    ),
    **dict.fromkeys(
        ("foia2000:27", "foia2000:28", "foisa2002:28", "foisa2002:32"),
        Wording(r"\b(?:relations?|governments?|embass\w+|states?|international|countr(?:y|ies)|administrations?)\b"),
    ),
    **dict.fromkeys(
        ("foia2000:29", "foia2000:33", "foisa2002:40"), Wording(r"\b(?:econom\w+|financial|audit\w*|inspect\w+)\b")
    ),
    **dict.fromkeys(
        ("eir2004:12(5)(b)", "eisr2004:10(5)(b)"),
        Wording(
            r"\b(?:justice|fair trial|inquir\w+|legal(?:ly)?|privilege\w*|court|claim|hearing|investigat\w+|proceedings)\b"
        ),
    ),
    **dict.fromkeys(
        ("eir2004:12(4)(e)", "eisr2004:10(4)(e)"),
        Wording(r"\b(?:internal|communications?|e-?mails?|think aloud|frank|discuss\w*)\b"),
    ),
    **dict.fromkeys(
        ("eir2004:12(4)(d)", "eisr2004:10(4)(d)"),
        Wording(r"\b(?:drafts?|unfinished|incomplete|finish\w*|complet\w+|course of)\b"),
    ),
    **dict.fromkeys(
        ("eir2004:12(4)(b)", "eisr2004:10(4)(b)"),
        Wording(r"\b(?:burden|unreasonable|hours?|resources?|divert\w*|volume|time|vexatious|cost)\b"),
    ),
    **dict.fromkeys(
        ("eir2004:12(5)(f)", "eisr2004:10(5)(f)"), Wording(r"\b(?:volunt\w+|supplied|provided|person who|consent\w*)\b")
    ),
    **dict.fromkeys(
        ("eir2004:12(5)(g)", "eisr2004:10(5)(g)"),
        Wording(r"\b(?:nest\w*|species|habitat|protect\w*|environment|birds?|site)\b"),
    ),
    **dict.fromkeys(
        ("eir2004:12(5)(d)", "eisr2004:10(5)(d)", "eir2004:12(5)(c)", "eisr2004:10(5)(c)"),
        Wording(r"\b(?:confidential\w*|proceedings|copyright|intellectual property|investigat\w+)\b"),
    ),
}
"""What each ground is about, so that reasons are found that do not cite it again."""

ABOUT = SUBJECTS | dict.fromkeys(
    ("foia2000:40", "eir2004:13", "foisa2002:38", "eisr2004:11"),
    Wording(
        r"\b(?:personal (?:data|information|details)|private (?:individuals|persons|people|citizens)|data protection|data subjects?|names? of|named|signatures?|junior)\b"
    ),
)
"""Of several grounds cited together, what each is about."""
WITHOUT = Wording(
    r"\b(?:do|does|did|not|no)\b[^.;]{0,40}\b(?:hold|holds|held|record(?:ed)?|collect(?:ed)?|exist\w*)\b|\bnot (?:aware|known)\b|\b(?:broken|corrupt\w*|lost|destroyed|deleted in line)\b"
)
"""Not given because it is not there."""
RETELLS = Wording(
    r"^\W*(?:i am|i'm|we are|we're|this (?:letter|e-?mail|notice|reply|response) is) (?:now )?(?:writing|replying|responding|in (?:response|reply|answer))\b|^\W*(?:i|we) (?:now )?(?:write|reply|respond)\b|^\W*(?:i|we) (?:\w+ )?received your\b",
    r"^\W*(?:thank you|thanks|(?:(?:on|in|by) [^,;.]{0,60},? )?you (?:have |had |also |then )?(?:asked|requested|wrote|sought|seek|ask|wanted|want|wish\w*|would like)|your (?:request|letter|e-?mail|message|enquiry|question)|i refer|we refer|with reference|further to|in your|dear|please find (?:\w+ ){1,6}(?:response|reply|answer|decision)s?|(?:our|the) (?:response|reply|answers?|decision) (?:is|are|to))\b",
    r"\?\W*$|\bset out (?:below|above|in)\b|^\W*(?:q ?\d{1,2}\W{1,3}|\d{1,2}\W{1,3})?how (?:many|much|often)\b",
    r"\b(?:constitutes?|acts? as|serves? as|represents?|amounts? to|forms?|is) (?:a|an|our|the|your|such a) (?:\w+ )?(?:refusal|notice)\b",
)
"""What was asked, or what this letter is, and not why anything is refused."""
SUPPOSED = Wording(
    r"\b(?:had|were|if|should|unless)\b[^.;]{0,60}\b(?:held|hold|would|might|may|could|ask\w*|request\w*)\b|\bwould have been\b|\bwhere\b[^.;]{0,40}\b(?:is|are) (?:withheld|refused|exempt)\b"
)
"""What would be done if things were otherwise."""
_BODY = r"(?:council|trust|department|force|board|university|college|authority|agency|constabulary|service|commission|office)"
_GIVE = r"(?:disclos|releas|provid|supply|send|giv|shar|publish|answer|respond|reply|comply|deal with|dealing with|let(?:ting)? you have|do (?:so|this|that|it)\b|undertak|process|pass|justify (?:it|this|that)\b)\w*"
_DECLINES = (
    rf"\b(?:we|i|{_BODY})\b[^.;]{{0,80}}\b(?:(?<!could )(?<!can )(?<!may )(?<!to )(?:declines?|refuses?)|(?:will|shall|are|is|am) not|(?:won|are|is)['’]t)\b (?:now |therefore |to |be |being |going |willing |prepared ){{0,4}}{_GIVE}\b(?![^.;]{{0,30}}\b(?:individually|separately)\b)",
    rf"\b(?:we|i|{_BODY})\b[^.;]{{0,80}}\b(?:can(?:not|['’]t)|(?:not|n['’]t) (?:able|in a position) to|unable to) (?:let you have|do (?:so|this|that)\b|undertake|justify|comply|share|disclose|release)",
    rf"\b(?:we|i|{_BODY})\b[^.;]{{0,20}}\b(?:do|does) not (?:disclos|releas|give out|hand out|share|make public)\w*",
    r"\b(?:is|are) not (?:for|open to|available for) (?:general |public )?(?:release|disclosure|publication|inspection)\b|\b(?:must|will|shall|should|to) (?:remain|stay|be kept) (?:confidential|private|secret|unpublished|so\b)|\bkeep(?:ing)? (?:it|them|this|these|the \w+) (?:back|private|confidential|to (?:itself|ourselves|themselves))\b|\b(?:is|are) being (?:kept|held) back\b",
    r"\b(?:not going to|will not be) (?:be )?(?:releas|disclos|provid|suppl|send|sent|giv|shar|publish|made)\w*\b",
)
REFUSES = Wording(
    r"\b(?:is|are|has been|have been|were|was|being|must be|be) (?:also |therefore |being |all |now |not being )?(?:withheld|redacted|refused|blacked out|exempt\w*|suppressed|edited out)\b",
    r"\b(?:we|i|council|trust|department|force|board|university|authority|agency|it)\b[^.;]{0,30}(?<!could )(?<!can )(?<!may )(?<!to )\b(?:withholding|withhold|refusing|refuse|redacted|decline|declining)\b",
    r"\b(?:decided|determined|have chosen) not to (?:disclose|release|provide|supply|publish|share)\b",
    r"\b(?:we|i|council|trust|department|force|board|university|authority|agency)\b[^.;]{0,30}\b(?:unable|not able|not (?:prepared|willing|in a position)|cannot|can't|will not|won't)(?: to)? (?:disclose|release|share)\b",
    r"^\W*(?:withheld|redacted|refused|exempt|not (?:supplied|provided|released|disclosed|given))\W*$",
    r"\b(?:cannot|can['’]t|could not|will not|won['’]t|must not|should not) be (?:disclos|releas|suppl|provid|shar|made|giv|sent|publish)\w*|\b(?:kept|held) back\b|\b(?:is|are) not (?:being )?(?:supplied|released|disclosed|provided|shared)\b",
    *_DECLINES,
    r"\b(?:has|have) been (?:taken|left|cut|blacked|blanked) out\b",
)
DECLINES = Wording(*_DECLINES)
"""Refused so plainly that it is, whatever was read of the answers; who is unable may have nothing."""
HELD = Wording(
    r"\b(?:hold|holds|held|holding|do hold|possess\w*|withh(?:eld|old|olding|olds)|redact\w*|removed|deleted|blacked out)\b",
    r"\b(?:attached|enclosed|copy|copies|disclosed|released|provided)\b",
    r"\bthe (?:report|e-?mails?|documents?|letter|file|minutes|contract|bids?|notes?|statements?|papers?|names?|advice|record|figures?)\b[^.;]{0,60}\b(?:is|are|was|were|runs?|shows?|contains?|has|have)\b",
    r"\b(?:cadw|dal)\b",
)
_END = r"(?:finish\w*|complet\w+|conclu\w+|publish\w*|publication|final\w*|ready|signed off|issued?|approv\w+|adopt\w+|deliver\w*|report(?:s|ed)? (?:to|back)|go(?:es|ing)? to|available|appear\w*|released?|end(?:s|ed)?|last visit|done|due)"
_AHEAD = r"(?:will|should|shall|ought to|is to|are to|to be|expect\w*|due|hope\w*|intend\w*|plan(?:s|ned)? (?:to|for)|anticipat\w*|aim\w*|schedul\w*|estimat\w*|forecast|target\w*|until|once|when|by|before|likely|remain\w*)"
_DATE = (
    r"(?:(?:19|20)\d\d|january|february|march|april|(?:in|by|of|early|late|mid|end|during|before|next|this|until) may|may (?=\d)|june|july|august|september|october"
    r"|november|december|spring|summer|autumn|winter|christmas|easter|new year|next (?:year|month|week|term|meeting)|weeks?|months?|quarter|fortnight"
    r"|the end of|later this|shortly|by the \d|on the \d|\d{1,2}(?:st|nd|rd|th)\b)"
)
COSTS = Wording(
    r"\b(?:exceed\w*|excess|over|above|beyond|outside|more than|past)\b[^.;]{0,40}\b(?:limit|threshold|ceiling|maximum)\b|\b(?:because of|on grounds of|due to|on account of) (?:the |its |what it would )?costs?\b|\btoo (?:much time|costly|expensive|long)\b",
)
"""Refused for what it would cost."""
ASKED_BEFORE = Wording(
    r"\b(?:not|n['’]t|declin\w+|refus\w+)\b[^.;]{0,60}\b(?:answer|deal with|respond|reply|comply|process|consider)\w*\b[^.;]{0,40}\b(?:again|twice|(?:a )?second time|once more)\b",
    r"\b(?:is|are|as|being|was) (?:an? )?(?:\w+ )?(?:identical|substantially similar) to\b[^.;]{0,60}\b(?:requests?|questions?)\b",
    r"\b(?:is|as|be) an? (?:\w+ )?repeat(?:ed)?(?: request| of (?:your|the|one|an? (?:earlier|previous)))\b",
)
"""Refused because it was asked before."""
VEXATIOUS = Wording(
    r"\b(?:is|are|as|be|being|considered|deemed|regarded as|treat\w* (?:it |this |them )?as|find|judge) (?:an? |to be |it |this )?(?:\w+ly )?vexatious\b",
)
IMPROPER = Wording(
    r"\b(?:improper|abusive|unreasonable|inappropriate|unjustified|manifest) (?:use|exercise|abuse) of\b|\b(?:ab|mis)us(?:e|es|ed|ing) (?:of )?(?:the |your |this )?(?:act|rights?|process|legislation|regime|freedom)\b",
    r"\bdisproportionate (?:and \w+ )?(?:burden|disruption|effort|strain|demand|drain|or unjustified)\b",
    r"\b(?:no|without|lacks?|lacking|lost|any) (?:\w+ ){0,2}(?:serious|genuine|proper) (?:purpose|motive)\b",
    r"\b(?:volume|number|tone|frequency|language|pattern)\b[^.;]{0,30}\bof your (?:correspondence|requests|e-?mails|letters|messages)\b|\b(?:amounts? to|constitut\w+|is|are) (?:a (?:form|pattern) of )?harass\w+",
    r"\bobsessive\w*\b|\bwear\w* (?:us|(?:the|our) \w+) down\b|\bcampaign against (?:us|the|our)\b|\b(?:meant|intended|designed|calculated) to (?:annoy|disrupt|harass|wear)\b",
)
"""Vexatious, though it is not called so (FOIA 2000 s.14(1); *Dransfield* [2012] UKUT 440 (AAC) for its marks)."""
LABOUR = Wording(
    r"\b(?:hours|days|weeks|months)(?:['’]s?)? (?:of )?(?:(?:staff|officer|our|their) )?(?:work|effort|time|labour|searching|reading|checking)\b",
    r"\bwould (?:\w+ )?(?:take|need|require|occupy|cost|amount to|mean|involve|keep|tie up)\b[^.;]{0,80}\b(?:hours|days|weeks|months)\b",
    r"\b(?:put|spare|divert\w*|commit|devote|dedicate|allocate|assign|justify|take)\b[^.;]{0,40}\b(?:staff|officers|resources|anyone|anybody|somebody|someone)\b[^.;]{0,20}\b(?:on|to|for|from|away|off)\b",
    r"\btoo (?:many hours|much (?:work|effort)|onerous|laborious|labour[- ]intensive)\b|\bunreasonable amount of (?:time|work|effort)\b|\b(?:amount|volume|extent) of (?:the )?(?:work|effort|time|searching)\b[^.;]{0,40}\b(?:excessive|unreasonable|too|prohibitive|disproportionate)\b",
    r"\bestimate\w*\b[^.;]{0,60}\b(?:hours|(?<!working )days|weeks|months)\b|\b(?:days|weeks|months) of (?:\w+ ){0,2}(?:officer|staff|clerk|team|person)['’]s\b",
    r"\bwould (?:\w+ )?(?:mean|involve|require|need) (?:\w+ )?(?:going|reading|search\w*|opening|checking|trawling|looking|sifting|manual\w*)\b|\bmanual(?:ly)? (?:search|trawl|review|check|exercise)\w*\b|\bwould (?:have|need) to be (?:opened|read|checked|searched|gone through|examined)\b",
    r"\b(?:not have|no|lacks?|insufficient|without) (?:the |enough )?(?:staff|resources|capacity|time|people|manpower)\b[^.;]{0,20}\bto\b",
)
"""Refused for the work it would be, with no word of a limit."""
EXEMPT = Wording(
    r"\b(?:is|are) (?:\w+ )?exempt\b(?! charit)|\bexempt(?:ed)? from\b(?! (?:vat|tax|rates))|^\W*exempt\b|[–—-] exempt\b"
)
ELSEWHERE = Wording(
    r"\b(?:above|below|earlier|likewise|similarly|(?:same|these|those) (?:reasons?|grounds?|exemptions?|basis|sections?)|as (?:for|with|in|at) (?:q|question|part|item|point|\(?\d)|explained|set out|see (?:part|section|annex|note|under|the)|annex|schedule|following)\b"
)
"""That the ground is named in another place."""
UNFINISHED = Wording(
    rf"\b{_AHEAD}\b[^.;]{{0,80}}\b{_END}\b[^.;]{{0,100}}\b{_DATE}",
    rf"\b{_AHEAD}\b[^.;]{{0,100}}\b{_DATE}[^.;]{{0,80}}\b{_END}\b",
    rf"\b{_END}\b[^.;]{{0,80}}\b{_AHEAD}\b[^.;]{{0,60}}\b{_DATE}",
    rf"\b{_DATE}[^.;]{{0,60}}\b{_AHEAD}\b[^.;]{{0,60}}\b{_END}\b",
    r"\b(?:no|not|cannot|can['’]t|unable to|do not|don['’]t|nobody|impossible to)\b[^.;]{0,60}\b(?:(?:date|day|timetable|time ?scale)\b(?! of| from)|known|knows?|(?:say|tell|predict|state) when|estimate)\b",
)
"""When what is unfinished will be finished, or that nobody can say."""
