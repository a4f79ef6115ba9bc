"""The wording around answers: headings, groups, announcements, courtesies."""

import re

from ..wording import Wording
from .retelling_cues import ASKED

__all__ = [
    "ADVICE",
    "ANSWER_HEADING",
    "ASIDE_HEADING",
    "CARRIES_ON",
    "CLAUSE",
    "COMMON_WORDS",
    "COUNTED",
    "COUNTS",
    "COURTESY",
    "ENDING",
    "LAW",
    "LETTER_AGAIN",
    "NOTE_HEADING",
    "OF_ALL",
    "REASONS_HEADING",
    "REFERENCE",
    "REMAINING",
    "RETOLD_SENTENCE",
    "SECTION_HEADING",
    "THE_REST",
    "TITLE",
    "VERB_NEXT",
    "WEIGHING",
]

COURTESY = re.compile(
    r"\s*(?:if you (?:have|need|require|would like|wish)(?: to discuss)?(?: any)?(?: further| other)? (?:quer|question|information|assistance|"
    r"clarification|concerns)|(?:please )?(?:do not|don't) hesitate|(?:i|we) (?:hope|trust) (?:that )?(?:this|you|the)|"
    r"thank you for your (?:request|interest|patience)|please (?:remember to )?quote (?:the|this|our)|should you have any)",
    re.IGNORECASE,
)

ENDING = re.compile(
    r"[^.]{0,90}\b(?:internal review|review can be|ask (?:us )?for (?:a|an|this|the \w+|it) (?:to be )?(?:internal |looked at )?(?:review|again)|"
    r"look(?:ed)? at (?:this|it) again|information commissioner|ico\.org|the ico\b|wish to (?:complain|appeal)|(?:unhappy|dissatisfied|not (?:happy|satisfied|content)) with|"
    r"got (?:it|this) wrong|right (?:of appeal|to complain)|complain(?:ts?)? (?:about|rights|procedure)|anything (?:in this |here )?(?:is|be) unclear|"
    r"your personal (?:data|details|information)\b[^.]{0,40}\b(?:kept|held|holds?)|addressee only)",
    re.IGNORECASE,
)
"""Sentences on complaints and courtesies, where no part of the letter marks them."""

LETTER_AGAIN = re.compile(
    r"\W*(?:(?:the )?(?:exemptions?|exceptions?|sections?|regulations?) (?:above|cited|relied|used|applied|at|\d)|"
    r"(?:the |some |certain |any )?(?:information|names?|details|figures|redactions?|data)(?: \w+){0,4} (?:in|from|throughout) (?:the|these|this) (?:attached|documents?|answers?|response|reply|letter|table)|"
    r"where (?:names|figures|information|we have|numbers)|(?:both|all|each) of (?:these|the|our) (?:exemptions?|exceptions?|refusals)|"
    r"in (?:applying|relying|withholding|reaching|weighing|considering) |(?:finally|in conclusion|to conclude),|this (?:letter|notice|response|reply) (?:is|acts|serves|constitutes|therefore)|"
    r"(?:please note|note that) (?:that )?(?:the|any|all|these|this) (?:information|figures?|response|data|documents?)|(?:visible links|references|attachments?|enclosures?|annex\w*|appendix|key)\b)",
    re.IGNORECASE,
)
"""A paragraph after the answers that is about all of them."""

LAW = re.compile(
    r"\W*(?:the )?(?:freedom of information(?: \(scotland\))? act(?: (?:2000|2002))?|act|foia?|foisa|eirs?|(?:sub)?section \d[\w()]*(?: of [\w ]{3,50})?|regulation \d[\w()]*|"
    r"(?:some |the |an? |absolute |qualified )*(?:exemptions?|exceptions?)(?: in part ii)?|where (?:one|an exemption|the first right)|when a public authority|anyone|an authority)\b"
    r"(?:(?!\b(?:we|i|this case)\b)[^.;]){0,50}\b(?:gives?|provides?|says?|sets? out|has a|have effect|allows?|requires?|places?|states?|are (?:absolute|qualified|subject)|is (?:absolute|qualified|disapplied|subject|for cases)|turns down|may)\b",
    re.IGNORECASE,
)
"""What the law provides in general."""

ASIDE_HEADING = re.compile(
    r".{0,60}\b(?:public interest|factors|arguments)\b.{0,60}|"
    r"\W*(?:(?:legal )?background|about the (?:act|law)|the (?:law|act|legislation)|legislation|complain\w*|your rights?|right of\b.{0,20}|notes?|explanation|what we (?:have not|haven['’]t|did not)\b.{0,20}|"
    r"what (?:was|we) (?:decided|refused)(?: then)?|what you (?:say|said)|(?:the |our )?(?:first|original|initial|earlier) (?:decision|response|reply|request)|"
    r"(?:our response|your request|your complaint) (?:sent|received|dated|of)\b|further (?:explanation|stating)\b.{0,20})\b.{0,20}:?",
    re.IGNORECASE,
)

SECTION_HEADING = re.compile(r"(?:\d{1,2} )?[A-Z][A-Za-z’' ()&/-]{2,50}")

REASONS_HEADING = re.compile(
    r"\W*(?:\d{1,2}(?:\.\d{1,2})?\.? )?(?:(?:legal )?(?:annex|appendix|schedule)\b|(?:our |the )?reasons?\b|(?:the )?public interest\b|application of|explanation of|"
    r"(?:the )?exemptions?\b|(?:the )?exceptions?\b|conclusion\b|next steps\b|harm\b|evidence of harm|why (?:we|\d)|"
    r"(?:sections?|regulations?|s\.?|reg\.?) ?\d[\w().]* ?(?:[-–—:(]|of the|$))",
    re.IGNORECASE,
)

WEIGHING = Wording(
    r"\bpublic interest\b|\bin favour of\b|\bon balance\b|\boutweighs?\b|\bwould be likely\b|\breal weight\b|\bfactors\b|\barguments?\b",
)

ADVICE = Wording(
    r"\bif you (?:were to |could |would (?!mind|prefer)|wish|want|like|drop|narrow|refine|confine|limit|did)\b",
    r"\b(?:could|might|may) (?:probably |possibly |perhaps |be able to )?(?:be )?(?:provided?|done|counted|answered|possible|searched?) (?:within|if|without)",
    r"\bsection 16\b|\badvice and assistance\b|\bnarrow(?:ing|ed)?\b|\brefin(?:e|ing)\b|\b(?:likely|may|might)(?: \w+)? (?:still )?(?:to )?be exempt\b",
)

REFERENCE = re.compile(
    r"\W*(?:[A-Z]{2,8}\b[\w /.-]{0,30}\d[\w/.-]*\W*$|(?:re|ref|reference|our ref|date|subject)\b.{0,80}$|[A-Z][^.?\d]{0,60}$)"
)

REMAINING = re.compile(
    r"\W*(?:the )?(?:remaining|other|rest of (?:the|your)) (?:questions|parts|points|items|of your (?:request|questions))\b|"
    r"\W*(?:the )?(?:remainder|rest) of (?:your|the) (?:request|questions)\b",
    re.IGNORECASE,
)

VERB_NEXT = re.compile(r"\s*(?:is|was|are|were|could|can|cannot|has|have|would|will|asks?|asked|and|or)\b")

ANSWER_HEADING = re.compile(
    r"\W*(?:question|q|item|point|part)\W{0,2}\d{1,2}\W*$|\W*(?:(?:our|the|my|\w+) )?(?:answers?|response|reply|disclosure|findings?)(?: to (?:your )?(?:request|questions?))?\W*$|\W*(?:answer|response|reply)\b\W*",
    re.IGNORECASE,
)

CARRIES_ON = re.compile(
    r"\W*(?:(?:however|therefore|in addition|accordingly|as such|for this reason|unfortunately),? )?"
    r"(?:it|its|they|their|these|those|this|that|he|she|both|neither|the (?:same|latter)|such|also|in (?:that|this|those|these))\b|"
    r"[^.;:,]{0,40}\b(?:to|of|for|about|in|on|answer) (?:it|them|those|these|this|that)(?: (?:on|in|at|by|from)\b|\W*[,.;])",
    re.IGNORECASE,
)

THE_REST = re.compile(
    r"\W*(?:(?:for|as (?:for|to)|in (?:relation|respect|regard) (?:to|of)|with (?:regard|respect) to|i am|we are|please find|i have|we have|i can|we can|you (?:will|may|can)(?: find)?)? ?(?:\w+ ){0,2}?)"
    r"(?:(?:the |all |all the |any |your )?(?:remaining|other) (?:\w+ )?(?:questions|quer(?:y|ies)|parts|points|items|requests|bullets|information|figures|two|three|four|five|six)\b|"
    r"(?:the )?(?:remainder|rest)\b|(?:everything|all) else\b|(?:all )?the others\b)",
    re.IGNORECASE,
)

TITLE = re.compile(r"(?:\W*\d{1,2}(?:\.\d)?[.)]? )?[A-Z][^.?!:;£\d]{2,70}(?:[(\d].{0,20})?:?")

OF_ALL = Wording(
    r"\b(?:all|each|none|both) of (?:your|the) (?:questions|points|parts|items|requests?)\b|\b(?:all|none) of (?:it|this|the information)\b",
    r"\byour (?:whole |entire )?(?:request|questions|enquiry|application)\b|\b(?:comply with|refus\w+|respond to|answer|deal with|treat\w*|considered) (?:all of )?your (?:e-?mail|letter|message|correspondence)\b",
    r"\bthe (?:whole|entirety) of (?:the|your|this) request\b|\bthe (?:whole|entire) request\b|\b(?:the )?request as a whole\b|\b(?:everything|all) (?:that )?you (?:have )?(?:asked|requested|want\w*)\b",
    r"\bthe (?:information|documents|data|material|records) (?:that |which )?(?:you|requested)\b",
)

COUNTED = re.compile(r"\b(both|neither|either|two)\b|\ball (three|four|five|six|seven|eight)\b", re.IGNORECASE)
COUNTS = {"both": 2, "neither": 2, "either": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}

RETOLD_SENTENCE = re.compile(
    rf"\W*(?:in the \w+ place,? )?(?:you(?: have|['’]ve)? (?:also )?{ASKED}\b|i (?:refer|write|am writing)\b|your (?:request|e-?mail|letter) (?:was|is|of|dated|received)\b|thank you for)",
    re.IGNORECASE,
)

CLAUSE = re.compile(
    r";\s+|,?\s+(?:and|but|while|whereas)\s+(?=(?:the|its?|their|they|these|those|of|in|for|on|none|nine|[a-z]+ (?:was|were|is|are|has|have))\b)",
    re.IGNORECASE,
)
"""Where one clause of a sentence ends and the next may turn to another ask."""

COMMON_WORDS = frozenset(
    [
        "the",
        "and",
        "for",
        "you",
        "your",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "not",
        "with",
        "from",
        "that",
        "this",
        "which",
        "what",
        "when",
        "where",
        "who",
        "whom",
        "how",
        "why",
        "many",
        "much",
        "any",
        "all",
        "been",
        "will",
        "would",
        "could",
        "can",
        "may",
        "its",
        "their",
        "they",
        "them",
        "there",
        "here",
        "our",
        "his",
        "her",
        "out",
        "about",
        "into",
        "over",
        "under",
        "than",
        "then",
        "also",
        "each",
        "every",
        "both",
        "please",
        "provide",
        "information",
        "number",
        "numbers",
        "list",
        "copy",
        "copies",
        "details",
        "request",
        "requests",
        "requested",
        "question",
        "questions",
        "held",
        "hold",
        "act",
        "freedom",
        "section",
        "sections",
        "regulation",
        "regulations",
        "exempt",
        "exemption",
        "council",
        "trust",
        "force",
        "police",
        "university",
        "department",
        "following",
        "tell",
        "send",
        "give",
        "know",
        "like",
        "see",
        "since",
        "between",
        "during",
        "last",
        "year",
        "years",
        "month",
        "months",
        "date",
        "dates",
        "does",
        "did",
        "do",
        "is",
        "it",
        "of",
        "to",
        "in",
        "on",
        "relation",
        "regarding",
        "relating",
        "public",
        "authority",
        "data",
        "record",
        "records",
        "document",
        "documents",
    ]
)

NOTE_HEADING = re.compile(
    r"\W{0,3}(?:(?i:note|annex|appendix) (?:[A-H]|\d{1,2})|(?i:part) [A-H])(?:[.:)]|\s?[-–—]|\s*$)(?!.{0,100}\?)"
)
"""`Note A`, `Part C – Reasons`: what answers point to, and no answer itself."""
