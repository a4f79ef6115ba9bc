"""The wording by which information is said not to be held."""

from ..wording import Wording

__all__ = ["NOT_HELD", "NOT_HELD_CONDITION"]

_THING = r"(?:information|data|records?|documents?|figures?|details?|breakdown|statistics|e-?mails?|correspondence|minutes|reports?|copies|material|list|register|that level of detail)"

_NEGATED = r"(?<!\byou )\b(?:does|do|did|has|have)(?: not|n't|n’t) (?:currently |routinely |centrally |actually |itself |already |separately |specifically |at this time |at present )?"

NOT_HELD = Wording(
    rf"{_NEGATED}(?:hold|held)\b(?! (?:the view|an? (?:view|licen[cs]e|brief|contract|position|stock|post)|auctions?|meetings?|events?|elections?|classes|courses|sessions|interviews|hearings|keys?|cash|animals|up\b))",
    rf"{_NEGATED}(?:recorded|record|collate|capture|retain|log)\b(?! (?:on|in|off|sound|audio|video|calls|conversations|meetings)\b)",
    rf"{_NEGATED}(?:collect|keep|kept|maintain|monitor|store)\b(?:(?: \w+)? (?:centrally|separately)\b|\W*(?:$|[.,;:]|(?:because|as|since|so|and|or)\b)| (?:it|them|these|those|this|that|such)(?:\W*$|[.,;:]| (?:as|in|for|because|or|and|by|at|on|centrally|separately|{_THING})\b)| (?:(?:a|an|any|the|such|this|that|these|those|its|of)\s)?(?:\w+\s)?{_THING}\b| (?:how|whether|which|what|why|who|when)\b)",
    rf"(?<!\byou )\b(?:does|do|did)(?: not|n't|n’t) (?:currently )?have (?:this|that|the|any|such|a record of|recorded|access to)(?: \w+)? {_THING}",
    rf"\b(?:{_THING}|this|that|these|it)(?: you (?:have )?(?:requested|asked for|seek))?[^.;\n]{{0,60}}?\b(?:is|are|was|were)(?: not|n['’]t) (?:currently |routinely |centrally |itself |something (?:that )?(?:is |we ))?(?:held|recorded(?! information)|collected|collated|kept|captured|stored|available (?:in|within) (?:a|an|our)? ?report)",
    r"(?:\bnot|n['’]t) (?:held(?! (?:up|back|over|open|to|liable|responsible)\b)|recorded(?! information)|collected|collated)\b|\bnothing (?:is |was )?held\b(?! back)|(?:does|do)n['’]t exist\b|\bdoes not calculate\b",
    rf"\b(?:no|nil) (?:recorded |relevant |such |further |responsive )?{_THING} (?:is|are|was|were|has been|have been|being)? ?(?:held|recorded|located|found|identified|collected|kept|sent|exists?)",
    rf"\b(?:holds?|held|have|has) no (?:recorded |relevant |such )?{_THING}\b",
    rf"\bthere (?:are|is|were|was|have been|has been) no (?:recorded |relevant |such )?{_THING}\b",
    r"(?:\bnot|n't|n’t)(?: \w+){0,2} (?:information|something|anything|data|a figure) (?:that )?(?:we|the \w+|i) (?:hold|held|holds|have|keep|record)",
    rf"\b(?:have|has|holds?|keeps?|possess(?:es)?) no (?:\w+ ){{0,2}}(?:{_THING}|note|count|list)\b|\bno {_THING} about\b",
    r"\b(?:none|nothing) held\b|\b(?:none|nothing) (?:was|were|is|are|has been|have been) (?:found|held(?! back)|located|identified|recorded|kept(?! back))\b|\bneither exists\b",
    r"\bhold(?:s)? (?:neither|nothing|none)\b|\b(?:does|do) not hold (?:either|any)\b|(?<!or )\bdoes not exist\b|\bnot held\b|\bneither [^.;]{1,80} (?:is|are) held\b",
    r"\bnot something (?:we|that we|that could be|the \w+) (?:keep|record|hold|told|note|collect)|\bkeep no (?:note|record|count)\b",
    r"\bwould have to be (?:created|worked out)\b|\bno record (?:of (?:this|it|that|them) )?(?:is|was|exists?|has)\b",
    r"\bno (?:recorded )?information held\b|\binformation not held\b|\bno data\b(?! protection)|\bdata not held\b|\bno record is kept\b",
    r"\bnot (?:able to|available)[^.\n]{0,40}\bin (?:a|the|any) (?:reportable|retrievable|requested|centrally) (?:format|form|held)",
    r"\bis not (?:the responsibility|a function) of\b",
    r"\b(?:unable|not able) to (?:locate|find|trace|identify) any\b",
    r"\b(?:searches?|search)[^.\n]{0,60} (?:found|located|identified|returned|revealed) (?:no|nothing|nil)\b",
    r"\bnid yw[^.\n]{0,60} yn (?:dal|cadw)\b",
    rf"\b(?:do|does|did)(?: not|n['’]t) (?:have|possess) (?:a |an |any |the |such )?(?:(?:central|single|separate|written|complete|full|further|recorded|relevant|such) )?(?:{_THING}|copy|log|note|count|tally)\b",
    r"(?<!\byou )\b(?:have|has|had|was|were|is|are) never (?:been )?(?:kept|held|recorded|collected|collated|counted|compiled|produced|written|drawn up|logged|measured)\b|\bnever (?:kept|recorded|counted|collected)\b",
    r"\b(?:nothing|none)\b[^.;]{0,60}\b(?:be found|was found|were found|turned up|came to light|come to light|could be (?:found|traced|identified)|exists?|is on (?:file|record))\b",
    rf"\b(?:holds?|have|has|had|keeps?|kept|there (?:is|are|was|were)) no (?:\w+ )?(?:central|single|separate|written|formal|overall|running|full|complete) (?:{_THING}|log|count|tally|note|copy|policy)\b",
    r"\bno (?:such )?(?:document|report|policy|record|list|log|plan|assessment|review|study|paper|minutes?|note|agreement|strategy|guidance|correspondence)s?(?: of (?:this|that|the) (?:kind|sort|type))? (?:(?:was|were|has been|have been) (?:ever )?(?:produced|written|made|kept|drawn up|compiled|taken|prepared|commissioned|created)|exists?|existed)\b",
    r"\b(?:destroyed|deleted|disposed of|shredded|wiped|discarded|weeded)\b[^.;]{0,80}\b(?:retention|polic(?:y|ies)|schedule|no longer|years|routine\w*)\b|\b(?:retention|schedule)\b[^.;]{0,60}\b(?:destroyed|deleted|disposed|shredded|discarded)\b",
    rf"\bno longer (?:hold|holds|held|have|has|keep|keeps|exists?|available)(?: (?:it|them|this|these|that|any|the|a))?(?: {_THING})?\b",
    r"\b(?:empty-handed|drew a blank|drawn a blank)\b|\b(?:has|have) nothing (?:to (?:give|send|offer|supply|provide)|on (?:this|that|file|record))\b",
    r"\bon its own behalf\b|\bnot (?:held )?(?:by or )?(?:for|on behalf of) (?:us|the \w+)\b|\bnot on our behalf\b",
    r"\bnot (?:a thing|something|data|information|an? (?:figure|statistic|field|category)) (?:that |which )?(?:we|the \w+|our \w+)\b",
    r"\b(?:systems?|software|database|register|spreadsheet|forms?|records?)\b (?:(?:do|does|did)(?: not|n['’]t)|cannot|can't|(?:is|are)(?: not|n['’]t) (?:able|set up|designed) to) (?:break|allow|separate|distinguish|record|permit|show|split|capture|tell|identify|say|note|differentiate|carry)\b",
    r"\bnot known to (?:us|the \w+)\b|\b(?:we|the \w+) (?:do|does)(?: not|n['’]t) (?:know|count|track|measure|note|keep (?:it|this|that|them|count|track|such))\b",
    r"\bno requirement (?:for|on) (?:us|the \w+) to (?:keep|record|hold|collect)\b|\bnot required to (?:keep|record|collect) (?:it|this|that|such|these)\b|\bwould not (?:hold|have|keep) (?:this|that|it|these|them|such)\b",
    r"\bno (?:figures?|data|statistics|breakdown|numbers?) (?:is|are) (?:available|kept|to be had)\b",
)

NOT_HELD_CONDITION = Wording(
    r"\bif (?:the |this |any )?(?:information|it|we|data)[^.\n]{0,30}(?:is |are )?not (?:held|hold)",
    r"\bwhether (?:or not )?(?:the |we |it )",
    r"\bmay not hold\b|\bmight not hold\b",
    r"reply [\"“']?unknown",
)
