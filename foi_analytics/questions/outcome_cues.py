"""The wording by which information is given, withheld, not held or refused."""

import re

from ..wording import Wording

__all__ = [
    "ACCESSIBLE_UNDER_LAW",
    "ATTACHES",
    "COST",
    "DATE",
    "DISCLOSED",
    "ELSEWHERE",
    "FUTURE",
    "FUTURE_GROUND",
    "GENERAL_REFUSAL",
    "INTRO",
    "IN_WORDS",
    "LABELLED",
    "LEGAL",
    "LINKS",
    "MIXED",
    "NARRATIVE",
    "NARRATIVE_ASK",
    "NCND",
    "NCND_OTHER",
    "NCND_RHETORIC",
    "NIL",
    "NOT_APPLIED",
    "PART_GIVEN",
    "REASONING",
    "REASON_GIVEN",
    "REDACTED",
    "REDACTED_NAMES",
    "REDACTION",
    "REMOVED",
    "REPEATED",
    "SAME_REASON",
    "SEE_ABOVE",
    "SEE_BELOW",
    "SEE_NUMBER",
    "SENTENCE_END",
    "STAMP",
    "VEXATIOUS",
    "WHY_ASK",
    "WITHHELD",
]

SENTENCE_END = re.compile(
    r"(?<=[.?!;])(?<!\b[A-Za-z]\.)(?<!\breg\.)(?<!\bno\.)\s+(?-i:(?=[A-Z•\"“‘(\[\d]))|(?<=;)\s+|\n{2,}|(?<=[:;])\s*\n|\n(?=\s*[•\-–*]\s)|\n(?=\s*(?:exempt|withheld|refused|not held|none|nil|yes|no)\b\W*(?:\n|$|[.,;:(–-]))",
    re.IGNORECASE,
)
DATE = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?)?(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.? ?(?:\d{1,2},? )?(?:19|20)?\d{0,2}\b|"
    r"\b(?:in|since|until|from|by|before|after|of|for) (?:19|20)\d\d\b|"
    r"\b(?:section|page|chapter|paragraph|annex|part|question|point|item|clause|appendix|articles?|stage|at) ?\d+(?:\.\d+)?\b|\d+ working days|\b\d{1,2}/\d{1,2}/\d{2,4}\b",
    re.IGNORECASE,
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
    r"\b(?:cost|costing|take|taking|need|require)\b[^.]{0,40}\b(?:more|over|in excess|longer|upwards|beyond)\b[^.]{0,20}(?:£ ?(?:450|600)\b|\b(?:18|eighteen|24|twenty-four) hours\b)",
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
    r"\b(?:is|are) required (?:by|under) the\b[^.]{0,60}\bto say\b|\bwhere the (?:law|act) allows\b|\bin (?:some|certain) (?:circumstances|cases)\b",
    r"\bmay neither\b|\bin some (?:replies|letters|responses)\b|\b(?:usual|normal|general) practice\b|\busual for (?:us|the \w+)\b|\bnot (?:found it )?necessary\b",
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
    r"\b(?:am|are|will) not (?:now |therefore )?(?:be )?answer(?:ing)? (?:it|them|these|those|this|that)\b",
    r"\bnot (?:going to |be )?answer(?:ing)? (?:it|this|them|the (?:same )?questions?|your \w+) (?:again|a second time|twice)\b",
    r"\b(?:repeat(?:ed)?|substantially similar|identical) (?:request|or)\b",
)

ACCESSIBLE_UNDER_LAW = Wording(
    r"\b(?:section|s\.?) ?25\(1\)[^;]{0,100}\bexempt|\bexempt[^;]{0,100}\b(?:section|s\.?) ?25\(1\)",
    r"^\W*(?:section|s\.?) ?21\b(?! of)(?! notices?)|\b(?:section|s\.?) ?21\b[^;]{0,60}\b(?:see|https?:|www)",
    r"\b(?:section|s\.?) ?21\b(?! notices?)(?! of the housing)[^;]{0,140}\b(?:appl(?:y|ies|ied)|exempts?|says|accessible|engaged|available|already)\b",
    r"\b(?:accessible|available|exempt\w*|can (?:already )?(?:get|obtain|find|reach|read))\b[^;]{0,140}\b(?:section|s\.?) ?21\b(?! notices?)(?! of the housing)",
    r"\b(?:accessible|available) (?:to you )?by other means\b",
    r"\b(?:accessible|available)\b[^.]{0,120}\b(?:exempt|section 21|s\.? ?21|6\(1\)\(b\)|section 25)\b",
    r"\bexempt\b[^.]{0,160}\b(?:accessible|available) (?:to|by|elsewhere|via|through)\b",
)

FUTURE = Wording(
    r"\b(?:is|are) (?:due )?to be published\b",
    r"\b(?:intend(?:ed|s)?|due|scheduled|plan(?:s|ned)?|going|expected) (?:for|to be|to|for future) (?:future )?publi(?:sh|cation)\w*",
    r"\b(?:intends?|plans?|proposes?|due|going) to publish\b|\bwill (?:go|be put|be placed|appear) on (?:our|the) (?:web ?site|web ?pages?)\b|\bto be laid before\b",
    r"\b(?:future publication|will be published|publish(?:ed)? in due course|with a view to (?:its )?publication)\b",
)

FUTURE_GROUND = re.compile(
    r"\b(?:section|s\.?) ?22A?\b|\b27\(1\)|\b(?:exempt|withheld|refused?|withhold\w*)\b", re.IGNORECASE
)
"""With words on publication to come, a refusal until then."""

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
    r"\bexempts? (?:it|them|what|the|these|this|such|their|its|his|her|names?)\b",
    r"\b(?:withheld|withholding|withhold)\b",
    r"\b(?:refus(?:e|es|ed|ing|al))\b(?! notice)",
    r"\b(?:not|unable to|cannot|can't|won't|decided not to) (?:going to )?(?:be )?(?:disclos\w*|releas\w*|(?:provid\w*|suppl(?:y|ied|ying)) (?:you with )?(?:this|the|that|it\b|them\b|a copy|names?|details))",
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

ATTACHES = Wording(
    r"\b(?:find|see|refer to)(?: \w+){0,5} (?:attached|enclosed|appended|herewith|attachment|enclosure|spreadsheet)\b",
    r"\b(?:is|are|as) (?:attached|enclosed|appended|provided (?:below|at|in|as|herewith)|set out (?:below|in|at)|shown (?:below|in)|listed below|detailed below|as follows)\b",
    r"\b(?:i|we) (?:attach|enclose|have (?:attached|enclosed))\b|^\W*(?:attached|enclosed)\b|\bsee (?:the )?(?:table|figures?|chart|attached)\b|\btable below\b",
    r"\b(?:is|are|has been|have been|being|been) (?:disclosed|released|provided|supplied)\b(?! (?:by|under|because|as (?:it|this)))",
    r"\b(?:able to|pleased to|happy to|decided to) (?:disclose|release|provide|supply|send)\b(?! (?:the names|this|whether))",
    r"^\W*here (?:it|they) (?:is|are)\b|\bin the (?:attached|enclosed|accompanying)\b|\b(?:comes?|goes|sent|is|are) with this (?:letter|reply|e-?mail|response)\b|\baccompan(?:y|ies) this (?:letter|reply|e-?mail|response)\b",
    r"\b(?:is|are|copy is|can be found|will find (?:it|them)) (?:at|in) (?:annex|appendix|document|attachment|tab|sheet) ?[a-z\d]\b",
)

LINKS = Wording(
    r"https?://|\bwww\.|\b(?:following|this|the) (?:web ?)?(?:link|page|website|site)s?\b|\b(?:on|from|at) (?:our|its|the \w{2,20}['’]s) (?:web ?)?(?:sites?|pages?)\b",
)

IN_WORDS = re.compile(
    r"\b(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|hundred|thousand)\b|(?:[A-Z]\w+[^.;:]{0,40}, ){2,}",
)
"""Figures in words, and lists of names."""
REASON_GIVEN = re.compile(r"\b(?:reasons?|exemptions?|exceptions?|explanation|arguments?)\b", re.IGNORECASE)

MIXED = Wording(
    r"\b(?:attach\w*|enclos\w*|supplied|sent|given|provided|give|supply|provide|send|releas\w+|disclos\w+|follows?)\b[^.;]{0,90}\b(?:but (?:not|with|without|the|its|their|we)|less (?:the|paragraphs?|pages?|names?|items?)|except|other than|apart from|save (?:for|that)|minus|without|leaving out|with the (?:names?|exception)|with (?:the )?\w+ (?:blacked|blanked|taken|removed|redacted))\b",
)
"""Something given and something kept back in one breath."""

ELSEWHERE = Wording(
    r"\b(?:applications?|applicants?|permissions?|licen[cs]es?|grants?|claims?|appeals?|consents?|visas?|bail|entry|admissions?|penalt\w+|payments?|offers?|treatment|tenders?|complaints?|drivers?|patients?|tenants?|pupils|children|people|persons)\b[^.;]{0,60}\b(?:refus\w+|with(?:held|hold\w*)|exempt\w*)\b",
    r"\b(?:refus\w+|with(?:held|hold\w*)|exempt\w*)\b[^.;]{0,40}\b(?:applications?|planning|permissions?|licen[cs]es?|grants?|consents?|entry|admissions?|leave|bail|payments?|treatment|from (?:the |all |such |these )?(?:charges?|fees?|vat|tax|council tax|rates))\b",
    r"\b(?:staff|officers|employees|councillors|members|drivers|contractors|polic(?:y|ies)|rules|code|guidance)\b[^.;]{0,40}\b(?:must|should|may|can|do|does)(?: not|n['’]t)\b",
    r"\b(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|none|most|half|few) (?:of (?:them|these|those) )?(?:was|were|had been|have been) (?:refused|withheld|exempt\w*)\b",
)
"""Refusals of other things than information, as the subject of an answer."""

REASONING = Wording(
    r"\b(?:would|could|should|might|likely|because|since|harm\w*|interests?|hours?|minutes?|estimat\w*|limit|search\w*|manual\w*|balance|weigh\w*|hold|"
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
    r"|as above|see above|same as above|as per|ditto|the same\W*$|as (?:for |at |in |with )?\(?(?:\d{1,2}[a-h]?|[a-h])\)?(?=\W|$)"
    r"|(?:the )?same (?:(?:answer|exemption|exception|reason\w*|response|section|ground)s? ?)+(?:and \w+ )?(?:as|applies|apply)\b)",
    re.IGNORECASE,
)

SAME_REASON = Wording(
    r"\b(?:for|on|under|by) (?:the |exactly the |much the )?same (?:reasons?|exemptions?|exceptions?|sections?|grounds?|basis|regulations?|provisions?)\b",
    r"\b(?:for|on) (?:the reasons?|the grounds?|the basis) (?:given|explained|stated|set out)\b|\b(?:exempt|withheld|refused)\b[^.;]{0,20}\bas (?:above|before|in|at|for)\b|\bthe same (?:exemption|exception|section|reasoning|ground)\b",
)

SEE_NUMBER = re.compile(
    r"^\W*(?:\w+ )?(?:please )?(?:see|refer to|as|same as|covered by|(?:the )?same)\b[^.\d]{0,60}?(?:answers?|response|reply|at|in|to|for|no|number|as|question|item|row|point)?\.? ?\(?(?:q\.? ?)?(\d{1,2}[a-h]?)\b",
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
