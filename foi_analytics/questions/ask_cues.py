"""The wording of requests: what asks, what only announces, thanks or arranges."""

import re

from ..wording import Wording

__all__ = [
    "ANNOUNCEMENT",
    "ASKING",
    "ASKING_FIELD",
    "ASKS_FOLLOW",
    "CLOSING",
    "DETAIL",
    "FIELDS_INTRO",
    "FOLLOWING",
    "FOLLOW_UP",
    "GREETING",
    "LINK",
    "POLITE",
    "PROCESS",
]

GREETING = re.compile(r"\s*(?:dear|hi|hello|good (?:morning|afternoon|evening)|to whom|fao|annwyl)\b", re.IGNORECASE)

CLOSING = re.compile(
    r"\s*(?:yours? (?:sincerely|faithfully|truly)|(?:kind(?:est)?|best|warm|many) (?:regards|wishes|thanks)|regards|thanks|"
    r"thank you(?: (?:for|in) (?:your|advance)| very much)?|cofion)\b[^?\n]{0,160}$",
    re.IGNORECASE,
)

LINK = re.compile(r"\s*(?:https?:|www\.|mailto:|\[)", re.IGNORECASE)

POLITE = re.compile(
    r"\s*(?:(?:please )?(?:can|could|would|will) (?:you|i)(?: please| kindly)? (?:provide|send|supply|give|forward|let)(?: me| us)?"
    r"(?: with| have)?|please (?:can|could) (?:you|i) (?:provide|send|supply|give|have)(?: me| us)?(?: with)?|"
    r"please (?:provide|send|supply|forward|give)(?: me| us)?(?: with)?|i (?:would like|wish|want)(?: to (?:know|request|receive|see|have))?)"
    r"(?: copies of| a copy of)?\s+",
    re.IGNORECASE,
)

ASKING = Wording(
    r"\b(?:please|kindly) (?:also )?(?:can|could|provide|send|supply|state|list|give|tell|advise|indicate|detail|specify|confirm|include|outline|"
    r"break|explain|set out|share|disclose|forward|describe|identify|let (?:me|us)|email|answer)",
    r"\b(?:can|could|would|will) (?:you|i) (?:please |kindly |also )?(?:provide|send|supply|state|tell|advise|confirm|give|have|let|list|share|see|get|also)",
    r"\bi(?:'d| would| am| wish| want| request| seek| require| need)?(?: like| writing| to)*\b[^.?\n]{0,30}\b(?:request|know|receive|see|obtain|ask|seek|requesting|seeking)\b",
    r"\bi (?:should|would|['’]d)(?: also)? (?:like|love|wish|be (?:grateful|glad|interested|obliged))\b|\bi (?:also )?(?:want|need|seek|request|ask)\b|\bi(?:['’]m| am)(?: also)? (?:asking|requesting|seeking|after|looking) for\b|\b(?:perhaps|maybe) (?:some(?:one|body)|you) (?:can|could|would)\b",
    r"^\W*(?:and |then |also |lastly |finally |last(?:ly)?(?: of all)? |separately )?,?(?:how|what|when|where|which|who|whom|whose|why|is|are|was|were|do|does|did|has|have|had|can|could|if (?:so|yes|not|no))\b",
    r"^\W*(?:the |a |an |any |all |total |average |copies of |copy of |details of |list of )*(?:number|total|amount|cost|copy|copies|list|details|breakdown|names?|dates?|value|percentage|average|minutes|correspondence|emails?|records?|reports?)\b",
    r"^\W*(?:provide|send|supply|state|confirm|list|give|detail|specify|disclose)\b",
    r"\bunder the (?:freedom of information|environmental information|foi)",
)

ASKING_FIELD = Wording(
    r"\b(?:please|could you|can you|would you)\b|\?\W*$|^\W*(?:how|what|when|where|which|who|why|whether)\b",
)

ASKS_FOLLOW = re.compile(
    r"\b(?:provide|send|supply|give|know|tell|see|have|receive|request|like|ask|want|disclose|confirm|answer|copies)"
    r"(?: (?:me|us|you|with|to|have|know|see|for|receive|copies|copy|of|a|details|information|on|about|the following(?: \w+){0,3}|please))*"
    r"\s*[:–-]{0,2}\s*$",
    re.IGNORECASE,
)

FOLLOW_UP = re.compile(r"\W*(?:and )?if (?:so|yes|not|no|any|they|it|there)\b", re.IGNORECASE)

FOLLOWING = Wording(
    r"\b(?:following|below|these questions|as follows|information (?:required|requested|sought|needed)|required information|"
    r"(?:questions|information) (?:is|are)|like (?:to (?:know|request|see)|the following)|i would like)\b",
)

ANNOUNCEMENT = re.compile(
    r"[^.?]{0,60}\b(?:provide|send|supply|request|like|answer)\b[^.?]{0,30}\bthe following(?: information| questions| data)?\.?\s*$",
    re.IGNORECASE,
)

FIELDS_INTRO = Wording(
    r"\b(?:please (?:also )?include|includ(?:e|ing)|broken down|break(?:down| it down| this down)|split by|such as|for each\b|"
    r"following (?:details|fields|columns|categories|headings|format|years|periods|time|financial)|"
    r"(?:the )?information i (?:need|require) is|job titles|categories|with the (?:following|columns))\b[^?]{0,120}[:;]?\s?-?\s*$",
)

DETAIL = Wording(
    r"^\W*(?:please|kindly)? ?(?:provide|include|supply|send|give|present|break|split)\b[^.?]{0,40}\b(?:this|these|their|its|the (?:information|data|response|answer|figures)|it)\b",
    r"^\W*(?:this|these|it|that) (?:includes?|may|should|would|could|will|is|are|also)\b",
    r"^\W*(?:the information i (?:need|require)|i understand|for (?:clarity|the avoidance))\b",
)

PROCESS = Wording(
    r"\bplease (?:let me know|contact|respond|reply|acknowledge|do not hesitate|don't hesitate|treat|note|be aware|accept|email|feel free|"
    r"ensure|use|refer|only|confirm (?:that )?(?:you|receipt|the receipt))",
    r"\b(?:look forward|thank you|many thanks|grateful for your (?:help|assistance)|within (?:the )?(?:statutory|20|twenty)|20 working days|twenty working days)\b",
    r"\b(?:in|as) (?:an? )?(?:electronic|excel|spreadsheet|csv|machine|digital|word|pdf|email)\b[^.?]{0,30}\b(?:format|form|file|if|document)",
    r"\b(?:if|where|should) (?:any|some|part|you|it|this|the|my|it's)\b[^.?]{0,120}\b(?:unclear|clarif|exceed|cost|time limit|refine|advi[sc]e|too (?:wide|broad)|refus|redact|withh?eld|section|exempt|assist|transfer|questions|queries|further|contact|feasible|require)",
    r"\bi am (?:making|writing|requesting the same|conducting|a |an |doing)\b[^?]{0,120}\b(?:request under|foi|because|student|journalist|research|individual)",
    r"^\W*(?:under|in accordance with|pursuant to) the\b[^?]{0,140}\b(?:request(?:ing)?|foi)\b[^:?]{0,40}$",
    r"\b(?:this is|i (?:am|would like to) (?:mak|submit)(?:e|ing)) (?:a|an) (?:freedom|foi|eir|request)",
    r"\bthe act requires\b|\bthis request (?:is|for information|relates|falls)\b|\bi hope (?:you|your|this)\b|\bi (?:understand|appreciate|believe) that\b",
    r"\breference number\b|\bmy (?:preferred|address|email|details)\b",
)
