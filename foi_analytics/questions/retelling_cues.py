"""The wording in which a reply tells what it was asked."""

import re

__all__ = [
    "ANSWERING",
    "ANSWER_SEPARATOR",
    "ASKED",
    "ASKS",
    "FINITE",
    "FIRST_STOP",
    "FOOTNOTE",
    "HYPOTHETICAL",
    "INTRODUCTION",
    "LABEL_WITHIN",
    "MAIL_HEADER",
    "NO_OBJECT",
    "OURS",
    "OWN_BUSINESS",
    "PLAIN_ASK",
    "PLAIN_QUESTION",
    "RETOLD",
    "RETOLD_END",
    "SENTENCE_STOP",
    "VERB_AFTER",
]

ASKED = r"(?:ask(?:ed|ing)?|request(?:ed|ing)?|want(?:ed)?|wish(?:ed)?|sought|seek(?:ing)?|wrote|enquired?|inquired?|would like)"

_WHAT = r"(?:how|what|which|who|whom|when|where|whether|why)"

PLAIN_ASK = re.compile(
    rf"\W*(?:(?:and |or |also |lastly |finally |then |please )*)?(?:{_WHAT}\b|(?:can|could|would|will) you\b|(?:do|does|did|is|are|was|were|has|have) (?:you|the|any|there|your|a)\b|"
    r"(?:please )?(?:provide|send|supply|list|state|confirm|give)\b|(?:a |an |the |any |all |total |average )*(?:numbers?|hours|amounts?|costs?|totals?|list|cop(?:y|ies)|details|breakdown|names?|dates?|"
    r"values?|percentage|minutes|outcomes?|reasons?|reports?|results?|prices?|rates?|length|weight|age|income|spend\w*|budget)\b)[^:]{0,200}[^:.]$|"
    rf"\W*(?:and |lastly )*(?:{_WHAT}\b|(?:can|could) you\b|do you\b)[^:.]{0, 200}\.$",
    re.IGNORECASE,
)
"""A line of the requester's own, without a mark: `Number of vans`, `How many vans have you`."""

RETOLD = re.compile(
    rf"\b(?:your|the|a) (?:\w+ )?request (?:(?:of|dated) [^.;:?\n]{{3,30}} )?(?:was |is )?(?:made )?for (?!information\b|an? (?:internal )?review|review)"
    rf"|\b(?:you(?: have|['’]ve| had)?(?: also| then| now| specifically| recently)? {ASKED}"
    rf"|your (?:\w+ )?(?:request|e-?mail|letter|enquiry|message|question)s?\b[^.;:?\n]{{0,90}}?\b(?:is|was|were|ask(?:s|ed|ing)?|request(?:s|ed|ing)|for|of|where|you)"
    rf"|(?:a |the |your )?request (?:was |is )?(?:made )?for)\b"
    rf"(?:[^.;?\n]{{0,110}}?)(?:\bfor\b(?: information| details)?(?: (?:on|about|regarding|concerning|relating to|in relation to|as to)\b)?"
    rf"|\bto (?:know|see|be told|be sent|have|receive|be given)\b|\b(?:us|it) to (?:provide|send|supply|tell you|confirm)\b|(?=\b{_WHAT}\b)"
    rf"|(?:following|limbs|parts|things|questions|points|information|details?)\s?:|:)"
    rf"|\byour (?:\w+ )?request (?:had|has|contained|consisted of|comprised|fell into) [^.;:?\n]{{3,40}}:"
    rf"|\byou(?: have|['’]ve| had)? (?:requested|sought|asked about)\b(?! (?:that|the information|this|an? (?:internal )?review))",
    re.IGNORECASE,
)

HYPOTHETICAL = re.compile(
    r"\b(?:if|were|should|suggest(?:ed)? (?:that )?|recommend (?:that )?|whether|unless) ?you\b|\byou (?:could|may|might|can|would) (?:ask|request|want|wish)\b|\bhad you\b",
    re.IGNORECASE,
)
"""Where a request is advised or imagined, not retold."""

OURS = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)

FOOTNOTE = re.compile(r"\W*(?:amendments?|gdpr|article|section|regulation|https?:|www\.)", re.IGNORECASE)
NO_OBJECT = re.compile(
    r"(?:is|are|was|were|has|have|had|which\s+(?:we|was|were|is|you|has)|on \d|that (?:we|it|is|was)|(?:that )?(?:an? |the |our )?(?:internal )?review|"
    r"(?:us|me) to (?:review|look again)|under (?:the|section)|to (?:be )?(?:review|look))\b",
    re.IGNORECASE,
)
"""What follows "you requested" without being what was requested."""
RETOLD_END = re.compile(
    r",? (?:which|and) (?:was|we|i|has been|is) (?:received|acknowledged|replied|dealt|handled|considered)\b|"
    r"\b(?:under|in accordance with|pursuant to) the (?:freedom|environmental|act|foi|eir)\b|[”\"](?=\s|$)",
    re.IGNORECASE,
)

INTRODUCTION = re.compile(
    r"\W*(?:(?:introduction|background|(?:your|the) request|summary|what you (?:asked|requested|wanted)|decision)\W*$|"
    r"you (?:wrote|asked|requested|have asked|have requested|contacted)\b|(?:i|we) (?:refer|write|am writing|are writing|received)\b|"
    r"your (?:request|letter|e-?mail|complaint|previous|further|message)\b|thank you\b|this (?:letter|response) (?:is|responds|sets)|further to)",
    re.IGNORECASE,
)
OWN_BUSINESS = re.compile(
    r"\W*(?:(?:introduction|background|(?:your|the|our|my) (?:request|response|decision|findings?|reasons?|rights?)|what you (?:asked|requested)|"
    r"decision|reasons?|outcome|conclusion|summary|next steps|the (?:public interest|exemptions?))\W*$|"
    r"(?:i|we) (?:refer|write|am writing|are writing|hold|have|can|wrote|received|neither|confirm|do not|did not|am|are|would|should)\b|"
    r"you (?:wrote|asked|requested|have asked|may|can|refer|also asked)\b|your (?:request|letter|e-?mail|complaint|previous|further|message)\b|"
    r"thank you\b|(?:in|as) (?:accordance|reply|response|answer)\b|this (?:letter|response|request|is)\b|both of these|"
    r"the (?:information|first|second|sums|whereabouts|department|ministry|council|trust|force)\b[^?:]{0,60}\b(?:is|are|was|were|does|has|holds?|can)\b|"
    r"(?:complaints?|representations) about|should you|if you|following|under the)",
    re.IGNORECASE,
)

LABEL_WITHIN = re.compile(
    r"(?<=[.;:?!])\s+(?=(?:for |on |as (?:for|to) |in relation to |and (?:for )?)?(?:questions?|q|points?|parts?|items?)\.?\s?\d)",
    re.IGNORECASE,
)

ANSWERING = re.compile(
    r"\W*(?:yes|no|none|nil|zero|n/a|not|we|our|withheld|refused|exempt\w*|disclosed|enclosed|attached|provided|please (?:see|find|refer)|see|as above|"
    r"information|there (?:is|are|was|were)|this|these|it|[£$€]?\d[\d,.]*(?:%|k|m)?)(?=\W|$)",
    re.IGNORECASE,
)

FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|will|would|can|cannot|could|may|shall|should|must|appl(?:y|ies)|holds?)\b",
    re.IGNORECASE,
)

PLAIN_QUESTION = re.compile(
    rf"\W*(?:please )?(?:{_WHAT}\b|(?:is|are|was|were|do|does|did|has|have|can|could|will|would)\b)", re.IGNORECASE
)
VERB_AFTER = re.compile(
    r"\s+(?:is|are|was|were|has|have|will|would|can|cannot|may|falls?|comes?|came|went|goes|amounts?|cost|ran|runs)\b"
)
SENTENCE_STOP = re.compile(r"[.?](?=\s|$)")

FIRST_STOP = re.compile(r"[.?](?=\s)")

ASKS = re.compile(r"\W*(?:please|could you|can you|give me|send me)\b", re.IGNORECASE)

ANSWER_SEPARATOR = re.compile(r"(?:\s(?:\.{2,}|…|[-–—])|:)\s+(?=\S)")

MAIL_HEADER = re.compile(
    r"[> \t*_]*(?:(?:from|sent|to|cc|subject|date|importance|attachments)\s?:|-{2,}|on [^\n]{4,120}wrote:|show quoted|hide quoted)",
    re.IGNORECASE,
)
