"""The wording by which an ask is put back, passed on, put off or said not to be a request for information."""

from ..wording import Wording

__all__ = [
    "CLARIFY",
    "FEE",
    "LAPSED",
    "LATER",
    "NOT_A_REQUEST",
    "OUTSIDE",
    "SIGNPOST",
    "TRANSFERRED",
]

CLARIFY = Wording(
    r"\b(?:please|could you|can you) (?:please )?(?:clarify|specify)\b",
    r"\b(?:require|need|seek|request) (?:further |more |some )?clarification\b",
    r"\blet (?:us|me) (?:have|know) (?:which|what (?:you|period|dates|years?)|the (?:period|dates?|years?|names? of))\b|\bonce you (?:tell|have told|let) us\b|\bwhen we hear from you\b",
    r"\b(?:it|this|that|(?:question|part|point|request|bullet|quer(?:y|ies))s?) (?:is|are|was) (?:unclear|ambiguous|not clear|too (?:vague|wide|broad|general))\b|\b(?:be|is|something) (?:a little )?more (?:precise|specific)\b",
    r"\bneed more (?:detail|information|particulars) (?:before|to|in order|from you)\b|\bcannot (?:identify|tell|make out|work out) what you (?:want|mean|seek|are)\b",
    r"\b(?:which|what)\b[^.?]{0,60}\b(?:do|did) you (?:mean|want|have in mind)\b|\byou (?:chiefly |mainly )?(?:have|had) in mind\b|\bwould you (?:please )?(?:tell us|say|let us know|specify)\b|\b(?:which|what) \w+ (?:are|is) (?:these|this|that|those),? please\b",
    r"\b(?:could|can|would|will) you (?:please )?(?:say|tell us|let us know|confirm) (?:which|what|whether|who)\b|\bnot (?:sure|clear) (?:which|what|who|whether) (?:\w+ ){0,3}you (?:mean|want|are|seek)\w*\b",
)

TRANSFERRED = Wording(
    r"\b(?:transferred|forwarded|passed|redirected) (?:(?:your|this|that part of) (?:\w+ )?(?:request|question|enquiry|part)?|the (?:\w+ )?(?:request|question|enquiry|part))[^.\n]{0,40}\bto\b",
    r"\btransfer(?:red)? (?:your|this|the) request\b",
    r"\b(?:sent|handed|passed|forwarded|referred|transferred|redirected) (?:this|that|your|the|it)(?: \w+){0,2} ?(?:question|part|point|request|query|limb|item|bullet|one)s?\b[^.\n]{0,30}\bto\b",
    r"\b(?:question|part|point|request|query|limb|item|bullet)s?\b[^.\n]{0,40}\b(?:went|(?:was|were|has been|have been) (?:sent|passed|handed|forwarded|referred)) (?:on |over )?to\b",
    r"\b(?:forward|pass|send|transfer) (?:this|that|the|your)(?: \w+)? (?:question|part|point|request|query|item|bullet)s? (?:on )?to\b[^.\n]{0,80}\b(?:we have done so|have been forwarded|have now)\b",
    r"\b(?:this|it|request|question|point|part|quer(?:y|ies)|questions)\b[^.\n]{0,60}\b(?:has|have) (?:now )?(?:been (?:transferred|forwarded|passed|redirected|referred)|gone) to\b",
)

SIGNPOST = Wording(
    r"\byou (?:would |will |['’]d |['’]ll )(?:need|have|want) to (?:ask|contact|write|approach|apply|speak)\b|\b(?:may|might|should|will|would) be (?:able|better placed|best placed) to (?:help|assist|answer|tell you|advise)\b",
    r"\b(?:is|are) (?:one|ones|(?:a )?(?:questions?|matters?)) for (?:the |NHS|HM|[A-Z])|\bto whom you (?:should|may|might|can|could)\b|\byou should (?:turn|go|apply|look|write) to\b|\bthe (?:place|people|body) to (?:go|turn|ask)\b",
    r"\byou (?:may|might|could|should) (?:like to |wish to )?try (?:the|asking)\b|\bthat you try\b",
    r"\b(?:you (?:may|might|should|will need to|can|could) (?:wish|want|need|like)?(?: to)? ?(?:contact|approach|direct|redirect|submit|re-?submit|address|ask|write|make)|(?:suggest|advise|recommend)(?: that)? you (?:contact|direct|approach|make|submit)|please (?:contact|direct your|redirect|re-?direct))\b",
    r"\b(?:should|needs? to|must|ought to) be (?:directed|addressed|put|sent|made) to\b|\b(?:suggests?|advises?|recommends?)(?: that)? you (?:re-?direct|ask|write|approach|try)\b|\b(?:is|are) the (?:people|person|body|authority|best place) to (?:ask|contact)\b",
)

NOT_A_REQUEST = Wording(
    r"\bno (?:right|entitlement) to (?:an? )?(?:opinions?|explanations?|views?|comments?|reasons?)\b|\b(?:opinions?|views?|thoughts?)\b[^.;]{0,40}\b(?:is|are) not (?:recorded )?information\b",
    r"\basks? (?:us )?(?:for|to give) (?:a |an |our |your |some )?(?:comments?|opinions?|views?)\b|\bnot (?:been )?(?:dealt with|answered|treated|considered|handled)[^.;]{0,20}\bunder the (?:act|freedom|foia|eir)",
    r"\b(?:not|n['’]t) (?:for|come within|fall within|within) the (?:act|freedom of information|scope of the act)\b|\b(?:does|do)(?: not|n['’]t) (?:come|fall) within the (?:act|freedom)",
    r"\b(?:does|do)(?: not|n['’]t) (?:require|oblige|ask|need) (?:us|the \w+|an authority|a public authority) to (?:form|state|give|have|offer|express|set out)\b|\bcreate information by asking\b|\bright\b[^.;]{0,60}\bdoes not reach\b",
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
    r"\b(?:to follow|will (?:be )?(?:(?:sent|provided|forwarded)(?! to (?!you))|send|provide|follow|forward|respond|reply|write to you|writing to you)|we hope to (?:provide|send))\b[^.\n]{0,60}\b(?:follow|shortly|separately|tomorrow|soon|due course|later|next|by|when|you)?",
)
