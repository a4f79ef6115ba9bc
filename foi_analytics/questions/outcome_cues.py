"""The wording by which information is given, withheld, not held or refused."""

import re

from ..wording import Wording

__all__ = [
    "ACCESSIBLE_UNDER_LAW",
    "ATTACHES",
    "CLARIFY",
    "COST",
    "DATE",
    "DISCLOSED",
    "FEE",
    "FUTURE",
    "GENERAL_REFUSAL",
    "INTRO",
    "IN_WORDS",
    "LABELLED",
    "LAPSED",
    "LATER",
    "LEGAL",
    "LINKS",
    "NARRATIVE",
    "NARRATIVE_ASK",
    "NCND",
    "NCND_OTHER",
    "NCND_RHETORIC",
    "NIL",
    "NOT_APPLIED",
    "NOT_A_REQUEST",
    "NOT_HELD",
    "NOT_HELD_CONDITION",
    "OUTSIDE",
    "PART_GIVEN",
    "REASONING",
    "REASON_GIVEN",
    "REDACTED",
    "REDACTED_NAMES",
    "REDACTION",
    "REMOVED",
    "REPEATED",
    "SEE_ABOVE",
    "SEE_BELOW",
    "SEE_NUMBER",
    "SENTENCE_END",
    "SIGNPOST",
    "STAMP",
    "TRANSFERRED",
    "VEXATIOUS",
    "WHY_ASK",
    "WITHHELD",
]

SENTENCE_END = re.compile(
    r"(?<=[.?!;])(?<!\b[A-Za-z]\.)(?<!\breg\.)(?<!\bno\.)\s+(?-i:(?=[A-Z•\"“‘(\[\d]))|\n{2,}|(?<=[:;])\s*\n|\n(?=\s*[•\-–*]\s)|\n(?=\s*(?:exempt|withheld|refused|not held|none|nil|yes|no)\b\W*(?:\n|$|[.,;:(–-]))",
    re.IGNORECASE,
)
DATE = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?)?(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.? ?(?:\d{1,2},? )?(?:19|20)?\d{0,2}\b|"
    r"\b(?:in|since|until|from|by|before|after|of|for) (?:19|20)\d\d\b|"
    r"\b(?:section|page|chapter|paragraph|annex|part|question|point|item|clause|appendix|articles?|stage|at) ?\d+(?:\.\d+)?\b|\d+ working days",
    re.IGNORECASE,
)
_THING = r"(?:information|data|records?|documents?|figures?|details?|breakdown|statistics|e-?mails?|correspondence|minutes|reports?|copies|material|list|register|that level of detail)"

NOT_HELD = Wording(
    r"(?<!\byou )\b(?:does|do|did|has|have)(?: not|n't|n’t) (?:currently |routinely |centrally |actually |itself |already |separately |specifically |at this time |at present )?"
    r"(?:hold|held|record|recorded|collect|collate|keep|kept|capture|maintain|retain|monitor|store|log)\b(?! the view)",
    rf"(?<!\byou )\b(?:does|do|did)(?: not|n't|n’t) (?:currently )?have (?:this|that|the|any|such|a record of|recorded|access to)(?: \w+)? {_THING}",
    rf"\b(?:{_THING}|this|that|these|it)(?: you (?:have )?(?:requested|asked for|seek))?[^.;\n]{{0,60}}?\b(?:is|are|was|were)(?: not|n['’]t) (?:currently |routinely |centrally |itself |something (?:that )?(?:is |we ))?(?:held|recorded|collected|collated|kept|captured|stored|available (?:in|within) (?:a|an|our)? ?report)",
    r"(?:\bnot|n['’]t) (?:held|recorded|collected|collated)\b|\bnothing (?:is |was )?held\b|(?:does|do)n['’]t exist\b|\bdoes not calculate\b",
    rf"\b(?:no|nil) (?:recorded |relevant |such |further |responsive )?{_THING} (?:is|are|was|were|has been|have been|being)? ?(?:held|recorded|located|found|identified|collected|kept|sent|exists?)",
    rf"\b(?:holds?|held|have|has) no (?:recorded |relevant |such )?{_THING}\b",
    rf"\bthere (?:are|is|were|was|have been|has been) no (?:recorded |relevant |such )?{_THING}\b",
    r"(?:\bnot|n't|n’t)(?: \w+){0,2} (?:information|something|anything|data|a figure) (?:that )?(?:we|the \w+|i) (?:hold|held|holds|have|keep|record)",
    rf"\b(?:have|has|holds?|keeps?|possess(?:es)?) no (?:\w+ ){{0,2}}(?:{_THING}|note|count|list)\b|\bno {_THING} about\b",
    r"\b(?:none|nothing) held\b|\b(?:none|nothing) (?:was|were|is|are|has been|have been) (?:found|held|located|identified|recorded|kept)\b|\bneither exists\b",
    r"\bhold(?:s)? (?:neither|nothing|none)\b|\b(?:does|do) not hold (?:either|any)\b|(?<!or )\bdoes not exist\b|\bnot held\b|\bneither [^.;]{1,80} (?:is|are) held\b",
    r"\bnot something (?:we|that we|that could be|the \w+) (?:keep|record|hold|told|note|collect)|\bkeep no (?:note|record|count)\b",
    r"\bwould have to be (?:created|worked out)\b|\bno record (?:of (?:this|it|that|them) )?(?:is|was|exists?|has)\b",
    r"\bno (?:recorded )?information held\b|\binformation not held\b|\bno data\b(?! protection)|\bdata not held\b|\bno record is kept\b",
    r"\bnot (?:able to|available)[^.\n]{0,40}\bin (?:a|the|any) (?:reportable|retrievable|requested|centrally) (?:format|form|held)",
    r"\bis not (?:the responsibility|a function) of\b",
    r"\b(?:unable|not able) to (?:locate|find|trace|identify) any\b",
    r"\b(?:searches?|search)[^.\n]{0,60} (?:found|located|identified|returned|revealed) (?:no|nothing|nil)\b",
    r"\bnid yw[^.\n]{0,60} yn (?:dal|cadw)\b",
)

NOT_HELD_CONDITION = Wording(
    r"\bif (?:the |this |any )?(?:information|it|we|data)[^.\n]{0,30}(?:is |are )?not (?:held|hold)",
    r"\bwhether (?:or not )?(?:the |we |it )",
    r"\bmay not hold\b|\bmight not hold\b",
    r"reply [\"“']?unknown",
)

NOT_APPLIED = Wording(
    r"\b(?:likely to be|would (?:normally |probably |in our view |then |also )?be|may (?:still |also )?be|might (?:still |also )?be|could (?:still |also )?be) exempt\b",
    r"\b(?:is|was|are|were|been|be) not (?:in fact |therefore |properly )?(?:engaged|applied|relied|cited|exempt|justified|applicable)\b",
    r"\bno longer (?:rel|appl|cit|seek)|\bwithdraw\w*|\boverturn\w*|\bset aside\b|\bwrong\w*|\bincorrect\w*|\bnot have (?:been )?(?:applied|cited|relied|refused)",
    r"\b(?:do|does|did|am|are|is) not (?:agree|apply|exceed|(?:think|believe|consider|accept|find|persuaded|satisfied)(?: that)? (?:we|it|this|the exemption|section|regulation|s\.? ?\d))|\bnot have been (?:applied|cited|withheld|refused)\b|\bwithout redaction\b",
    r"\b(?:was|were|had been) (?:originally |previously |first |initially )?(?:refused|withheld) (?:on|under|at first|by)\b|\bthe first (?:reply|response|decision),? (?:of|relied|was)\b",
    r"\b(?:the|our) (?:\w+ )?(?:refusal|reply|response|decision|notice)\b[^.]{0,40} (?:did not|failed to|should (?:not )?have|omitted to) (?:say|explain|state|specify|cite|give|name|set out|mention)",
)

COST = Wording(
    r"\bexceeds?\b[^.]{0,60}\b(?:appropriate|cost|fees?|time|18|eighteen|24|3\.5|450|600)[^.]{0,20}\b(?:limit|threshold|hours?)?",
    r"\b(?:over|above|beyond|more than|excess of) the (?:appropriate |cost |time |fees? )+(?:limit|threshold)",
    r"(?:\bnot|n['’]t|\bunable)\b[^.]{0,80}\bwithin the (?:appropriate |cost |time |fees? )+(?:limit|threshold)",
    r"\bmore than the cost limit\b|\b(?:section 12|s\.?12)\b[^.]{0,40}\bcost limit",
    r"\bcost of compliance\b[^.]{0,60}\bexceed",
    r"\b(?:have|need) to (?:go|read|look|search|work|sift|trawl)\b[^.]{0,160}\b(?:un|not )able to (?:comply|do this|do so|answer|meet)\b",
    r"\b(?:would|will) (?:take|occupy|keep|tie up|require|need)\b[^.]{0,120}\b(?:weeks|months|years?|hundreds of hours)\b[^.]{0,120}\b(?:cannot|can't|unable|not able)\b",
)

NCND = Wording(
    r"\b(?:can |could |will |must |wish to |to )?neither (?:to )?confirms? n?or (?:to )?den(?:y|ies)\b",
    r"\bneither (?:to )?confirm(?:ing)? (?:n|)or (?:to )?deny(?:ing)?\b",
    r"\b(?:not|refus\w+|exempt\w* (?:us|the \w+)? ?from|no|excluded?|relieves?)\b[^.]{0,60}\b(?:obliged|required|obligation|duty|to)\b[^.]{0,30}\bconfirm (?:n?or|whether|that)\b[^.]{0,20}\bden",
    r"\bduty (?:to confirm or deny|in section 1\(1\)\(a\)|under section 1\(1\)\(a\))[^.]{0,60}\bdo(?:es)? not (?:apply|arise)",
)

NCND_OTHER = Wording(
    r"\b(?:any )?(?:other|further|additional) (?:information|data|records?|material)\b|\banything (?:else|further)\b",
)

NCND_RHETORIC = Wording(
    r"\b(?:were|should|if) (?:we|the \w+|it|i)(?: to)? confirm\b",
    r"\bconfirm(?:ing|ation) (?:or|nor) den(?:y|ial|ying)\b[^.]{0,120}\b(?:would|could|is not necessary|may)\b",
    r"\b(?:provides?|sets? out|states?|allows?|enables?) (?:that|a|for|an|the)?\b[^.]{0,80}\b(?:confirm|deny)",
    r"\bpublic interest\b[^.]{0,60}\bconfirm",
    r"\bstate (?:whether|in writing)\b",
    # said of other cases, of what the law allows, or of a course that was not taken
    r"\b(?:unless|whenever|usual(?:ly)?|ordinarily|normally|as a rule|in some (?:cases|replies)|often|sometimes)\b[^.;]{0,120}\b(?:confirm|say)\b",
    r"\b(?:no (?:occasion|need|reason|case|use)|not (?:a|the) case|not (?:necessary|appropriate)|had in mind|were minded|considered whether)\b[^.;]{0,60}\b(?:confirm|say)\b",
)

VEXATIOUS = Wording(
    r"(?<!not treated it as )(?<!not regard it as )(?<!not consider it )(?<!not been treated as )\bvexatious\b",
    r"\bdisproportionate or unjustified\b",
    r"\b(?:decided|going) not to (?:deal with|answer|respond to) (?:this|your|it|either|any|them)\b",
    r"\bwill not be (?:answering|dealing with|responding to) (?:this|your|it|either|any|them)\b",
    r"\bmanifestly unreasonable\b[^.]{0,80}\b(?:burden|behaviour|tone|pattern|harass)",
)

REPEATED = Wording(
    r"\bnot (?:going to |be )?answer(?:ing)? (?:it|this|them|the (?:same )?questions?|your \w+) (?:again|a second time|twice)\b",
    r"\b(?:repeat(?:ed)?|substantially similar|identical) (?:request|or)\b",
)

ACCESSIBLE_UNDER_LAW = Wording(
    r"\b(?:section|s\.?) ?25\(1\)[^;]{0,100}\bexempt|\bexempt[^;]{0,100}\b(?:section|s\.?) ?25\(1\)",
    r"^\W*(?:section|s\.?) ?21\b(?! of)|\b(?:section|s\.?) ?21\b[^;]{0,60}\b(?:see|https?:|www)",
    r"\b(?:section|s\.?) ?21\b(?! notices?)(?! of the housing)[^;]{0,140}\b(?:appl(?:y|ies|ied)|exempts?|says|accessible|engaged|available|already)\b",
    r"\b(?:accessible|available|exempt\w*|can (?:already )?(?:get|obtain|find|reach|read))\b[^;]{0,140}\b(?:section|s\.?) ?21\b(?! notices?)(?! of the housing)",
    r"\b(?:accessible|available)\b[^.]{0,120}\b(?:exempt|section 21|s\.? ?21|6\(1\)\(b\)|section 25)\b",
    r"\bexempt\b[^.]{0,160}\b(?:accessible|available) (?:to|by|elsewhere|via|through)\b",
)

FUTURE = Wording(
    r"\b(?:is|are) (?:due )?to be published\b",
    r"\b(?:intend(?:ed|s)?|due|scheduled|plan(?:s|ned)?|going|expected) (?:for|to be|to|for future) (?:future )?publi(?:sh|cation)\w*",
    r"\b(?:future publication|will be published|publish(?:ed)? in due course|with a view to (?:its )?publication)\b",
)

WITHHELD = Wording(
    r"\b(?:is|are|was|were|be|being|been|therefore|it|information|data|details|names?)\b[^.\n]{0,60}\bexempt(?:ed|ion)?\b[^.\n]{0,40}\b(?:from|under|by|disclos|because|as|pursuant|in accordance)",
    r"\b(?:rely|relies|relying) (?:up)?on (?:the|this|an) (?:exemption|exception)\b",
    r"^\W*not (?:provided|disclosed|released|supplied|enclosed)\b",
    r"\b(?:is|are) (?:therefore |also |all )?exempt(?: and\b|\W*$)|\b(?:is|are) exempt information\b|\b(?:am|is|are|was|were) not going to (?:release|disclose|provide|supply|send|give|publish)\b",
    r"\bwill not be (?:releasing|disclosing|providing|supplying|sending|giving)\b|\bkeep (?:it|them|the \w+|these|this) back\b",
    r"\b(?:lines|words|names|passages|paragraphs|sections|details|parts|pages|columns)\b[^.\n]{0,60}\b(?:have|has) been (?:blacked|blanked|cut|taken|edited|left) out\b",
    r"\bexempt (?:from (?:disclosure|release)|under|by virtue)\b|\bexempted\b|^\W*(?:exempt|withheld|refused)\b",
    r"(?:\bnot|n't|n’t) (?:be )?(?:going to|prepared to|willing to|able to)? ?(?:giv(?:e|ing) (?:out|you|the|them)|hand(?:ing)? over|let(?:ting)? you have|send(?:ing)? (?:you|the|them)|mak(?:e|ing) (?:it|them|the \w+) available|shar(?:e|ing)|be provid\w+|provid\w+ (?:the|it|them|you))",
    r"\b(?:decision|decided|propose|intend\w*|chosen)(?: is)? not to (?:release|disclose|provide|publish|supply|send)",
    r"\bappl(?:y|ying|ied) (?:the )?(?:exemption|exception|section|ss?\.?|regulation|reg\.?)s? ?(?:at |in |under )?\(?\d[^.]{0,60}\b(?:to the whole|to (?:this|your|these|it|all))",
    r"\bexempts? (?:it|them|what|the|these|this|such)\b",
    r"\b(?:withheld|withholding|withhold)\b",
    r"\b(?:refus(?:e|es|ed|ing|al))\b(?! notice)",
    r"\b(?:not|unable to|cannot|can't|won't|decided not to) (?:be )?(?:disclos\w*|releas\w*|provid\w* (?:you with )?(?:this|the|that|a copy|names?|details))",
    r"\bcommercial(?:ly)?[- ]sensitive\b|\bcommercial in confidence\b",
    r"\b(?:exemption|exception|section \d+\w?(?:\(\w+\))*|regulation \d+(?:\(\w+\))*)(?: \([^)]{3,60}\))? (?:(?:is|are) (?:therefore |also )?(?:engaged|applied|relied)|appl(?:y|ies)|has been applied|is being applied)\b",
)

REDACTED = Wording(
    r"\bredact(?:ed|ing|ions?)\b",
    r"\b(?:some|part|parts|certain|remaining|remainder|rest|elements?|portion|limited|small amount)\b[^.\n]{0,50}\b(?:information|data|details|document|request|it|content)\b[^.\n]{0,60}\b(?:exempt|with(?:held|hold)|not|remov|redact)",
    r"\b(?:with the exception of|except for|apart from|other than|excluding)\b",
    r"\b(?:names?|details|identities|signatures|contact|scp|figures?|e-?mail addresses)\b[^.\n]{0,80}\b(?:withheld|removed|redacted|suppressed|omitted|excluded|blanked|obscured)",
    r"\b(?:suppressed|fewer than (?:five|5|ten|10|six|6)|less than (?:five|5|ten|10)|<\s?\d{1,2}\b|low numbers?|small numbers?)",
    r"\bsubject to (?:the )?redaction|\bpartial(?:ly)? (?:disclos|releas|withh)",
    r"\bcannot (?:be )?br(?:eak|oken) down\b",
)

DISCLOSED = Wording(
    r"\b(?:please )?(?:find|see)(?: our| the| a)?(?: \w+){0,4} (?:attached|enclosed|below|above|appended|herewith|table|spreadsheet|document|link)",
    r"\b(?:attached|enclosed|appended|provided (?:below|at|in|as|herewith)|set out (?:below|in|at)|shown (?:below|in)|listed below|detailed below|follows)\b",
    r"\b(?:is|are|has been|have been|being) (?:disclosed|released|provided|supplied)\b(?! by)",
    r"\b(?:can|able to|pleased to|happy to|decided to|will) (?:confirm|disclose|release|provide|supply|share|advise)\b(?! (?:the names|this|whether))",
    r"\b(?:attach|enclose|provide) (?:the|a|our|copies|herewith|an|all|some)\b",
    r"https?://|\bwww\.|\blinks?\b",
)

CLARIFY = Wording(
    r"\b(?:please|could you|can you) (?:please )?(?:clarify|specify)\b",
    r"\b(?:require|need|seek|request) (?:further |more |some )?clarification\b",
    r"\b(?:could|can|would|will) you (?:please )?(?:say|tell us|let us know|confirm) (?:which|what|whether|who)\b|\bnot (?:sure|clear) (?:which|what|who|whether) (?:\w+ ){0,3}you (?:mean|want|are|seek)\w*\b",
)

TRANSFERRED = Wording(
    r"\b(?:transferred|forwarded|passed|redirected) (?:your|this|the|that part of) (?:\w+ )?(?:request|question|enquiry|part)?[^.\n]{0,40}\bto\b",
    r"\btransfer(?:red)? (?:your|this|the) request\b",
    r"\b(?:this|it|request|question|point|part|quer(?:y|ies)|questions)\b[^.\n]{0,60}\b(?:has|have) (?:now )?(?:been (?:transferred|forwarded|passed|redirected|referred)|gone) to\b",
)

SIGNPOST = Wording(
    r"\b(?:you (?:may|might|should|will need to|can|could) (?:wish|want|need|like)?(?: to)? ?(?:contact|approach|direct|redirect|submit|re-?submit|address|ask|write|make)|(?:suggest|advise|recommend)(?: that)? you (?:contact|direct|approach|make|submit)|please (?:contact|direct your|redirect|re-?direct))\b",
    r"\b(?:should|needs? to|must|ought to) be (?:directed|addressed|put|sent|made) to\b|\b(?:suggests?|advises?|recommends?)(?: that)? you (?:re-?direct|ask|write|approach|try)\b|\b(?:is|are) the (?:people|person|body|authority|best place) to (?:ask|contact)\b",
)

NOT_A_REQUEST = Wording(
    r"(?:\bnot|n't|n’t) (?:been )?(?:dealt|deal|dealing|treated?|handled?|processed) (?:with )?(?:it|your \w+|this|them|as)?[^.;]{0,40}\bas (?:a )?requests?\b",
    r"\bnot (?:on the list|a public authority|subject to|covered by|bound by)\b[^.;]{0,60}\b(?:act|foia|freedom|authorit|eir)",
    r"\bdoes not (?:stretch|extend|reach) to\b[^.;]{0,40}\bopinion",
    r"\b(?:does not|do not) oblige us to (?:form|state|give|have|create|answer)",
)

OUTSIDE = Wording(
    r"\b(?:requests?|questions?) for (?:an? |your |our )?(?:opinions?|comments?|views?)\b|\bnot for recorded information\b",
    r"\bnot (?:a )?(?:valid )?(?:request|requests|question)s? for (?:recorded )?information\b",
    r"\boutside (?:of )?(?:the )?(?:scope of )?(?:the )?(?:act|foi|freedom|eir)\b",
    r"\b(?:business as usual|normal course of business|subject access request)\b[^.\n]{0,80}\b(?:handled|dealt|treated|processed|respond)",
    r"\b(?:does not|do not) (?:cover|extend to|require|oblige)[^.\n]{0,60}\b(?:opinion|explanation|create|comment)",
    r"\b(?:only (?:applies|provides a right|covers|extends)|right of access)\b[^.\n]{0,30}\bto (?:recorded )?information\b[^.\n]{0,20}\b(?:held|already)",
)

FEE = Wording(
    r"\bfees? notice\b|\b(?:require|ask for|need) (?:it|this|payment|the (?:fee|charge|money)) (?:in advance|before)\b|\breasonable charge\b[^.]{0,80}\badvance\b",
    r"\bcharges? (?:a fee |you )?for (?:this|the|providing|supplying)(?: \w+){0,2} information\b",
    r"\b(?:cheque|payment|fee)\b[^.]{0,80}\b(?:before we (?:begin|start|send|copy)|in advance|within three months)\b",
)

LAPSED = Wording(
    r"\bnot heard from you\b|\b(?:have|has)(?: now| therefore)? closed (?:the|your|this) (?:request|case|file)\b",
    r"\b(?:request|case)\b[^.]{0,30}\b(?:is|was|has been|have been)(?: now| therefore| treated as| being)? (?:closed|withdrawn|lapsed)\b",
    r"\btreat\w*\b[^.]{0,60}\bas (?:closed|withdrawn|lapsed)\b",
)

LATER = Wording(
    r"\b(?:to follow|will (?:be )?(?:sent|send|provided?|follow|forward|respond|reply)|we hope to (?:provide|send))\b[^.\n]{0,60}\b(?:follow|shortly|separately|tomorrow|soon|due course|later|next|by|when|you)?",
)

ATTACHES = Wording(
    r"\b(?:find|see|refer to)(?: \w+){0,5} (?:attached|enclosed|appended|herewith|attachment|enclosure|spreadsheet)\b",
    r"\b(?:is|are|as) (?:attached|enclosed|appended|provided (?:below|at|in|as|herewith)|set out (?:below|in|at)|shown (?:below|in)|listed below|detailed below|as follows)\b",
    r"\b(?:i|we) (?:attach|enclose|have (?:attached|enclosed))\b|^\W*(?:attached|enclosed)\b|\bsee (?:the )?(?:table|figures?|chart|attached)\b|\btable below\b",
    r"\b(?:is|are|has been|have been|being|been) (?:disclosed|released|provided|supplied)\b(?! (?:by|under|because|as (?:it|this)))",
    r"\b(?:able to|pleased to|happy to|decided to) (?:disclose|release|provide|supply|send)\b(?! (?:the names|this|whether))",
)

LINKS = Wording(
    r"https?://|\bwww\.|\b(?:following|this|the) (?:web ?)?(?:link|page|website|site)s?\b",
)

IN_WORDS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|hundred|thousand)\b|(?:[A-Z]\w+[^.;:]{0,40}, ){2,}",
)
"""Figures in words, and lists of names."""
REASON_GIVEN = re.compile(r"\b(?:reasons?|exemptions?|exceptions?|explanation|arguments?)\b", re.IGNORECASE)

REASONING = Wording(
    r"\b(?:would|could|should|might|likely|because|since|harm\w*|interests?|hours?|minutes?|estimat\w*|limit|search\w*|manual\w*|balance|weigh\w*|"
    r"favour\w*|against|outweigh\w*|holds?|held|exempt\w*|reasons?|if you|you (?:may|can)|we (?:think|consider|believe|judge)|cost of|in order to|so that)\b",
)

LABELLED = re.compile(r"[A-Z][\w’' ]{0,30}: (?!exempt|withheld|refused|not |section|s\.?\d)\S", re.IGNORECASE)

LEGAL = re.compile(
    r"\b(?:act|gdpr|sections?|articles?|regulations?|exempt\w*|exceptions?|public interest|prejudice|foisa|foia|eirs?)\b|"
    r"\b(?:ss?|regs?|r|sect?)\.? ?\d",
    re.IGNORECASE,
)

INTRO = Wording(
    r"^\W*thank you for (?:your|the)\b",
    r"^\W*(?:i|we) (?:am|are|write|refer)\b[^.]{0,20}\b(?:writ\w+|respond\w+|refer|contact\w+|in receipt)\b",
    r"^\W*(?:further|with reference|in response|in reply|following) to\b[^.]{0,160}\b(?:request|e-?mail|letter)\b[^.]{0,60}$",
    r"\b(?:find|see)(?: \w+){0,3} (?:below|our|the council|the trust|attached)?[^.]{0,60}\b(?:response|answers?|reply)\b[^.]{0,60}(?:below|request|follows|attached)?\W*$",
    r"^\W*(?:i|we) apologi[sz]e\b|^\W*(?:please accept )?(?:my|our) apologies\b|^\W*(?:i|we)(?: am| are)? sorry\b",
    r"\b(?:request|enquiry) (?:has been|was|is being) (?:handled|dealt with|considered|processed|received|answered)\b",
    r"^\W*(?:our |your )?ref(?:erence)?\b|^\W*(?:re|subject|date)\s?[:–-]|^\W*dear\b|^\W*freedom of information\b.{0,60}$",
    r"\byou (?:asked|requested|wrote)\b[^.]{0,200}$",
)

GENERAL_REFUSAL = Wording(
    r"\b(?:the information (?:that )?you (?:have )?(?:requested|asked for)|all (?:of )?the (?:requested )?information|your (?:entire |whole )?request|the (?:requested information|request as a whole|whole (?:of (?:your|the) )?request))\b",
    r"\bcomply with (?:your|the) request\b|\bprocess (?:your|this) request\b",
)

PART_GIVEN = Wording(
    r"\b(?:disclos\w+|releas\w+|provid\w+|suppl(?:y|ied|ying)|enclos\w+|attached|send(?:ing)?|sent)\b(?: you)?(?: is| are| it| them)?[^.;]{0,20}\b(?:in part\b|in (?:a )?redacted|with redactions?|partly|some of|most of|subject to redaction)",
)

STAMP = re.compile(r"\[[^\]\n]{0,40}\b(?:withheld|redacted|exempt|s\.? ?\d\d)[^\]\n]{0,40}\]", re.IGNORECASE)

REMOVED = Wording(
    r"\b(?:removed|taken out|left out|deleted|blacked out|blanked out|struck out|obscured|masked)\b(?! from (?:the )?(?:road|site|list|school))",
)

REDACTED_NAMES = Wording(
    r"\bredacted\b|\b(?:names?|details|identit\w+|signatures?)\b[^.\n]{0,60}\b(?:removed|blanked|blacked|obscured|masked|omitted|deleted|taken out|left out)\b",
)

REDACTION = Wording(
    r"\bredact(?:ed|ing|ions?)\b",
    r"\b(?:names?|details|identit\w+|signatures?|numbers?|figures?|scp|values?)\b[^.\n]{0,60}\b(?:removed|suppressed|blanked|blacked|obscured|masked|omitted)\b",
    r"\b(?:fewer than (?:five|5|ten|10|six|6)|less than (?:five|5|ten|10)|low numbers?|small numbers?|suppressed)",
    r"<\s?\d{1,2}\b",
    r"(?<=[\s:])[*^]{1,2}(?=[;,.]|$)",
)

SEE_ABOVE = re.compile(
    r"^\W*(?:\w+ )?(?:please )?(?:(?:see|refer to|as|same as|covered by)\b(?: (?:the|our|my|at|in|to|for|per|given|provided|stated|explained))*"
    r" ?(?:answer|response|reply|comments?|link|information)?s?\s?(?:(?:to|given|provided|at|in|for) )*(?:above|question|q|row|point|part|item|number|no|\d{1,2}[a-h]?\b)"
    r"|as above|see above|same as above|as per|ditto)",
    re.IGNORECASE,
)

SEE_NUMBER = re.compile(
    r"^\W*(?:\w+ )?(?:please )?(?:see|refer to|as|same as|covered by)\b[^.\d]{0,50}?(?:answers?|response|reply|at|in|to|no|number|as|question|item|row|point)?\.? ?(?:q\.? ?)?(\d{1,2}[a-h]?)\b",
    re.IGNORECASE,
)

SEE_BELOW = re.compile(
    r"^\W*(?:please )?see (?:the )?(?:response |answer |reply )?(?:to question \d+ )?below\W*$", re.IGNORECASE
)

NIL = re.compile(r"^\W*(?:none|nil|zero|0|n/?a|not applicable|no|yes|unknown)\b", re.IGNORECASE)

NARRATIVE = Wording(
    r"\b(?:depends? on|each case|on a case[- ]by[- ]case|as and when|in general|generally|typically|normally|usually|policy is|our approach|the process|"
    r"the procedure|is responsible for|we follow|we aim|we (?:are|will be) (?:working|developing|undertaking)|would be|would need|our understanding|in the process of)\b",
)

WHY_ASK = re.compile(
    r"\W*(?:please )?(?:(?:can|could) you )?(?:why\b|explain\b|(?:what (?:is|are) )?(?:the |your )?(?:reasons?|rationale|justification|views?|opinion)\b|"
    r"how (?:do|does|did|will|would) (?:the|you|your|they|it)\b|what (?:is|are) (?:the |your )?[\w ]{2,30} (?:doing|done)\b|"
    r"do you (?:think|believe|agree|accept|consider)\b|what do you (?:think|intend))",
    re.IGNORECASE,
)

NARRATIVE_ASK = re.compile(
    r"^\W*(?:please )?(?:why|how (?:do|does|did|is|are|will|would|can)|what (?:is|are|was|were) (?:the |your )?(?:process|policy|approach|reason|procedure|rationale|justification|view|opinion)|explain|describe|can you explain|in what way)\b",
    re.IGNORECASE,
)
