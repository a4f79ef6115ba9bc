"""The wording of help with a request that costs too much."""

from ..wording import Wording

__all__ = ["ADVICE", "DUTY_ONLY"]

ADVICE = Wording(
    r"\b(?:narrow\w*|refin\w+|reduc\w+|limited|limiting|(?:to|you|could|can|may|please|and|or|wish to) limit"
    r"|restrict\w*|revis\w+|confin\w+|rephras\w+|focus\w*|modif\w+|amend\w*|scal\w+)\b[^.;]{0,80}\b(?:your|the"
    r"|this|that|a|it|any|its|to|yourself|them)\b[^.;]{0,80}\b(?:requests?|scope|questions?|search|period"
    r"|years?|months?|terms|one|single|smaller|shorter|specific|sample|ward|area|part|enquiry|department|team"
    r"|only|officers?|range|to|down|\d{4})\b",
    r"\b(?:narrower|smaller|shorter|reduced|revised|refined|limited|more (?:focused|specific"
    r"|limited)) (?:\w+ )?(?:requests?|period|scope|sample|time ?frame|version|search|date range|question)\b",
    r"\b(?:a request|one|if you|requests?|questions?|searche?s?)\b[^.;]{0,80}\b(?:limited|confined|restricted"
    r"|narrowed|for (?:one|a single|a shorter|fewer)|covering)\b",
    r"\b(?:could|can|would|may|might|will|able to|willing to"
    r"|happy to)\b[^.;]{0,80}\b(?:within the (?:\w+ ){0,2}limit|offer|be (?:done|met|supplied|provided"
    r"|answered)|look at an? |a sample|sample of)\b",
    r"\b(?:we|you|i) (?:would |can |could |may |might |do )?(?:also |therefore |wish to )?(?:suggest|recommend"
    r"|propose|invite you)\b|\bmay we suggest\b|\bcould suggest\b",
    r"\b(?:you (?:may|might|could|can)) (?:wish|like|want|care|prefer|consider|choose|try|ask|contact|submit"
    r"|resubmit)\b[^.;]{0,120}\b(?:request|narrow\w*|limit\w*|refin\w+|reduc\w+|years?|months?|sample|question"
    r"|part|period|instead)\b",
    r"\bif you (?:would like to |wish to |want to |were to |are (?:willing|able|prepared) to |could |can |drop"
    r"|choose|ask|pick|name|limit|confine|narrow|reduce|refine)[^.;]{0,160}\b(?:we|limit|help|request|within"
    r"|try|narrow\w*|period|gladly)\b",
    r"\b(?:not possible|impossible|unable|cannot|can't|no way|not able|not see|do not think|no(?:t)? \w+ way"
    r"|nothing)\b[^.;]{0,120}\b(?:narrow\w*|refin\w+|reduc\w+|suggest|advise|(?:bring"
    r"|brought)\w*[^.;]{0,40}(?:within|under))\b",
    r"\b(?:happy|glad|pleased|willing|gladly) to (?:discuss|help|advise|assist|talk|work with|consider)\b",
    r"\b(?:pick|choose|name|try) (?:a |one |two |any |some )[^.;]{0,40}\b(?:month|year|street|town|ward|week"
    r"|area|team|quarter|department)s?\b",
    r"\b(?:to be of help|by way of (?:advice|help|assistance)|to help you|how we can help|what could help"
    r"|tell us (?:whether|if|which))\b",
    r"\badvice and assistance\b[^.;]{0,20}:",
    r"\bif you (?:told|tell|gave|give|let|chose|choose|picked|pick|can tell|could tell|could say"
    r"|would say) (?:me|us|one|a|the|which)\b",
    r"\b(?:we|i) (?:could|can) (?:do|manage|get through|look at|answer|send|copy"
    r"|give)\b[^.;]{0,120}\b(?:in the time|within|instead|one|of your choice|month|year|part|quickly)\b",
    r"\b(?:is|are) (?:already )?(?:published|available)\b[^.;]{0,80}\b(?:totals?|figures?|instead|summary|similar)\b",
    r"\b(?:think of|consider|try) (?:asking|narrowing|limiting|cutting|choosing|reducing|selecting|dropping|splitting)\b|\b(?:cut|cutting|pare|paring|trim\w*|whittl\w+|bring\w*) (?:\w+ ){1,3}down\b",
    r"\b(?:we|i|council|trust|department|university|board|force|college|agency|authority|service|commission) (?:could|can|would|is able to|are able to)"
    r" (?:also |however |instead |still |probably |then )?(?:give|offer|send|provide|supply|answer|search|manage) (?:\w+ ){0,3}?(?:you\b|totals?|numbers?|figures?|summary|by\b|it\b|that\b|parts?\b|questions?\b|points?\b)",
    r"\b(?:possible|able) to (?:answer|provide|supply|deal with|give|send|meet) (?:\w+ ){0,4}?(?:on its own|alone|separately|parts?|questions?|points?|items?|figures?|totals?)\b",
    r"\b(?:had|were|should) you (?:to )?(?:ask\w*|limit\w*|narrow\w*|confin\w+|drop\w*|choos\w+|nam\w+|restrict\w*|reduc\w+|wish to (?:re-?submit|narrow|ask|limit|refine|submit))\b",
    r"\b(?:a|any|your|new|fresh|further|such a) (?:\w+ )?request (?:that|which|for|limited|confined|naming|covering|framed)\b[^.;]{0,80}\b(?:would|could|might|may|can|should)\b",
    r"\b(?:come back|return|write again|ask again|try again|apply again) (?:to us )?with (?:a |an )?(?:shorter|narrower|smaller|new|fresh|more)\b",
    r"\bunder (?:regulation 9|section 1[56])\b[^.;]{0,60}\b(?:draw|point|suggest|offer|advise)\b",
)
DUTY_ONLY = Wording(r"\b(?:duty|obligation|obliged|required)\b[^.;]{0,60}\b(?:advi[cs]e|assist)\w*[^.;]{0,60}\W*$")
"""The duty recited, which helps nobody."""
