"""The wording of a refusal's last paragraphs: how to have it reviewed, and whom to apply to after that."""

import re

from ..wording import Wording

__all__ = [
    "AFTER",
    "BEFORE",
    "ELSEWHERE",
    "GUIDANCE",
    "OF_PERSONAL_DATA",
    "OF_THE_UNION",
    "PRIVACY",
    "REGULATOR",
    "REVIEW",
    "TELL",
    "TROUBLE",
    "TURNS_TO",
]

_DECISION = (
    r"(?:decisions?|respons\w+|repl(?:y|ies)|answers?|refusals?|handling|outcomes?|requests?|matters?|cases?|way|actions?|conclusions?"
    r"|determination|it|this|things?|what)"
)
_UNHAPPY = (
    r"(?:unhappy|unsatisfied|dis-?satisf\w+|discontent\w*|aggrieved|disappointed|disagree\w*|not (?:\w+ )?(?:satisfied|happy|content|pleased|agree|accept)"
    r"|(?:don['’]t|do not|cannot|can['’]t) (?:agree|accept)|(?:got|gone|get|is|are|was|were|we) (?:this |it |that |something )?wrong(?:ly)?|wrongly|mistaken|misapplied|improperly|incorrectly"
    r"|not (?:been )?(?:handled|dealt with|answered|processed|treated) (?:\w+ )?(?:properly|correctly|well|fairly|as)|grievances?"
    r"|(?:any|a|your|have|has|of|the) (?:cause for )?(?:complaints?|concerns?|objections?)(?! (?:is |are )?about (?!th|how|our (?:hand|dec|resp|repl)))"
    r"|(?:take|pursue) (?:this|it|the matter|things|matters) further|not (?:be )?(?:the answer|what you)"
    r"|(?:wish|want|like|prefer|intend|entitled|free|right) to (?:complain|appeal|object|challenge|contest|dispute|query))"
)
_TELL = (
    r"(?:write|writing|contact\w*|e-?mail\w*|tell|let (?:us|me|\w+ \w+) know|inform|notify|reply|respond|ring|phone|telephone|call|get in touch"
    r"|send|sending|sent|address(?:ed)?|direct(?:ed)?|put|raised?|refer(?:red)?|report(?:ed)?|submit(?:ted)?|lodged?|use (?:the|our)|using|fill in|complete (?:the|our|a)"
    r"|speak|talk|drop (?:us|me)|apply|ask|approach|made to|taken up|take (?:it|this|them) up)"
)
_AGAIN = (
    r"(?:re-?consider\w*|re-?examin\w+|re-?assess\w*|re-?visit\w*|re-?think\w*|re-?evaluat\w+|re-?determin\w+|re-?open\w*"
    r"|look\w* (?:\w+ ){0,4}(?:again|afresh|anew)|(?:another|second|fresh|further) look|think (?:again|afresh)|considered? (?:\w+ )?(?:again|afresh|anew)"
    r"|(?:go|goes|gone|went) (?:over|through)|check(?:ed)? (?:the|our|this|that) decision)"
)
_ANYONE = r"(?:you|your|anyone|anybody|requesters?|applicants?|on request|decision|refusal|response|reply|complaints?|officers?|managers?|colleagues?)"
_US = r"(?!(?:to |with )?(?:the )?(?:\w+ )?(?:information )?(?:commissioner|ico\b|tribunal))"

REVIEW = Wording(
    r"(?<!after )(?<!following )(?<!statistics on )(?<!outcome of )(?<!result of )(?<!outcome of the )(?<!result of the )(?<!outcome of an )(?<!result of an )\binternal (?:reviews?|appeals?|complaints?)\b(?! (?:was|were|had|has been|have been|which|into|by the)\b)",
    r"\b(?:can|may|could) (?:also |always )?be (?:asked|invited|requested|required) (?:in writing )?(?:to|for) (?:\w+ )?(?:reconsider\w*|review|re-?examine|re-?visit|re-?think|look|think|a (?:review|second|fresh))\b",
    r"\brequirement for (?:a )?review\b|\brequire (?:us|the \w+|it|\w+)? ?(?:to )?(?:(?:carry out|conduct|undertake|hold) a )?review",
    r"\b(?:for|seek|request|want|wish|ask|to|have|require|get|apply|arrange|needs?|your|may|can|right (?:to|of)|such|out|conduct|undertake|hold|offer|provide) (?:for )?(?:an? |the |this |that |such |our |your |own )(?:\[\d+\])?(?:\w+ )?(?:reviews?|reconsider\w*)\b(?! of (?!this|the (?:dec|resp|hand|reply|ref)|our (?:dec|resp|hand|reply|ref)|that|how|my|your|its|it))",
    r"\b(?:seek|request(?:s|ing)?|ask(?:ing)?|appl(?:y|ying)|rights? (?:of|to)|requirements?|for) (?:for )?reviews?\b|\b(?:ask|invite|request|want|require) (?:us|it|me|the (?:\w+ ){1,4}|our (?:\w+ ){1,4}|an? (?:\w+ ){1,4}?)(?:to )?(?:review|reconsider)\b|\brequested to review\b",
    rf"\breviews? (?:of )?(?:this|our|my|the|its|that|your|how) {_DECISION}\b|\breview of (?:this|that|it|how)\b|\breviews? (?:it|this|what we)\b",
    r"^\W*(?:\d\W+)?(?:your )?(?:rights? (?:of|to) (?:an? )?)?(?:internal )?reviews?\s*(?:[:.,–—(-]|$|(?:may|can|should|must|will|is|are (?:carried|conducted|available|free))\b)",
    r"\b(?:be|(?:have|has|had|get) (?:this|it|(?:the|our|this|that) \w+|the matter)) (?:\w+ly )?(?:reviewed|looked (?:at (?:again|afresh|anew|by)|into))\b",
    rf"\b{_ANYONE}\b[^.;]{{0,140}}\b{_AGAIN}\b|\b{_AGAIN}\b[^.;]{{0,140}}\b{_ANYONE}\b",
    r"\b(?:will|would|can|shall) (?:then |also |gladly )?(?:look into|look at|re-?examine) (?:it|this|the matter|the decision|what)\b|\blooks? into complaints\b",
    r"\b(?:complaints?|appeals?|review) (?:procedures?|process(?:es)?|polic(?:y|ies)|leaflet|form|team|officer|panel|route|stage)\b",
    rf"\b(?:may|can|should|could|must|might|please|to) (?:also |then |first |always )?(?:complain|appeal|object|challenge|contest|dispute)\b(?:[^.;]{{0,60}}\b(?:to|with|by|in writing|via|at|using|within|this|our|the)\b (?:writing |email\w* |sending )?{_US}|[^.;]{{0,20}}$|[^.;]{{0,60}}[,;:])",
    r"\b(?:complaints?|appeals?|objections?|challenges?) (?:\w+ ){0,8}?(?:should|may|can|must|will|is to|are to|ought to) (?:be |reach )(?:made|sent|addressed|directed|submitted|lodged|put|raised|considered|dealt|heard|in writing|us)?",
    r"\b(?:make|lodge|submit|raise|register|bring) (?:an? |any |your )?(?:formal |written )?(?:complaint|appeal|objection)s?\b",
    r"\bmake (?:\w+ )?representations?\b|\brepresentations? (?:may|can|should|must|to us|within|under|about|in writing)\b",
    rf"\b{_UNHAPPY}\b[^.;]{{0,160}}\b{_TELL}\b (?:to )?{_US}",
    rf"\b{_TELL}\b[^.;]{{0,60}}\b(?:you\b|your\b|anyone\b|requesters?\b|applicants?\b|(?=(?:any|your) ))[^.;]{{0,60}}\b{_UNHAPPY}\b",
    r"\b(?:no|not have an?|not operate an?|does not (?:have|provide|offer)|offers? no|without an?)\b[^.;]{0,20}\b(?:internal|complaints?|review)\b[^.;]{0,20}\b(?:procedure|process|review|stage)\b|\bno right of internal review\b",
    r"\broute is first to us\b|\bfirst (?:complain |write |appeal |go )?to (?:us\b|the (?!information|commissioner))",
    r"\b(?:regulation|reg\.?) (?:11|16)(?:\(\d\))?\b[^.;]{0,60}\b(?:days|weeks|months|writ\w+|represent\w+)\b|\b(?:tell|write|ask|within|days)\b[^.;]{0,60}\b(?:regulation|reg\.?) (?:11|16)\b",
    r"\badolygiad mewnol\b",
)
"""A way to have the authority look at its decision again, or that there is none."""
TROUBLE = Wording(
    rf"\b{_UNHAPPY}\b",
    r"^\W*(?:\w{1,2}[.)] )?(?:how to |making an? |your )?(?:rights? (?:of|to) (?:an? )?)?(?:complain(?:ts?|ing)?|appeal(?:s|ing)?|reviews?|objections?|challenges?)(?: (?:procedure|process|about|and|or)[^.;]{0,40})?\W*$",
)
"""The occasion to complain, named in a heading or a question."""
TELL = Wording(rf"\b{_TELL}\b")
"""What is then to be done."""
BEFORE = re.compile(r"[,;:(]|\b(?:and|or|then|but|before|after|once|followed)\b", re.IGNORECASE)
"""Where what is said of the regulator may begin."""
AFTER = re.compile(r"\b(?:unless|until|before|once|but|provided|only (?:if|when|after))\b", re.IGNORECASE)
"""Where what is said of the regulator may end."""
REGULATOR = Wording(
    r"\binformation commissioner(?:['’]?s)?\b",
    r"(?:\b(?:the|that|this|scottish|uk|to|or|and|by|of) |^\W*)commissioner(?:['’]?s)?\b(?! for (?!an?\b|the decision|help|advice|information))",
    r"\b(?:appeals?|apply|complain\w*|rights?|enforcement|decision)\b[^.;]{0,40}\b(?:regulations? 1[78]|section 50|section 47|s\.? ?50|s\.? ?47)\b",
    r"\bICO\b|\bico\.org|\bOSIC\b|\bfoi\.scot\b|\bitspublicknowledge\b|\bComisiynydd Gwybodaeth\b",
)
OF_THE_UNION = Wording(
    r"(?<!scottish )\binformation commissioner\b|\bICO\b|\bico\.org|\bwilmslow\b|\bwycliffe\b|\bfirst-tier\b"
)
"""The Commissioner for the United Kingdom, who has no power over Scottish authorities."""
TURNS_TO = Wording(
    r"\b(?:apply|applying|application|complain\w*|appeal\w*|contact\w*|write|writing|refer\w*|ask(?:ed)?|asking|turn|take|go|approach|seek|right|rights|decision whether|reach(?:ed)?|help|address|website|details|thereafter|then|after that|afterwards|next|further|section 50|s\.? ?50|section 47|s\.? ?47|regulation 1[78]|enforcement|investigat\w+|remain\w*|regulator|independent|dissatisfied|unhappy|powers)\b",
    r"\bwycliffe\b|\bSK9\b|\bKY16\b|\bdoubledykes\b|\bst andrews\b|\bcasework@|\bchurchill way\b|\bmake-a-complaint\b|\b0303 123\b|\bqueen street\b|\bcheylesmore\b",
)
OF_PERSONAL_DATA = Wording(
    r"\bpersonal data\b|\bdata protection (?:officer|complaint)|\bprivacy notice\b|\b(?:use|process|handle|hold|keep)s? your (?:details|data|information)\b"
)
"""The regulator of personal data is the same person, and a complaint about that another matter."""
PRIVACY = Wording(
    r"\bprivacy (?:notice|statement|polic(?:y|ies))\b|\bhow we (?:use|handle|process|hold|keep|treat) your\b",
    r"\b(?:use|process|handle|hold|keep|store|retain|destroy)(?:s|es|ing|ed)? your (?:personal |own )?(?:details|data|information|names?|address\w*|particulars)\b|\byour (?:personal )?(?:details|data) (?:is|are|will be) (?:\w+ )?(?:used|processed|handled|held|kept|stored|retained)\b",
    r"\bdata protection rights?\b|\byour rights under data protection\b",
)
"""What is done with the requester's own data: a paragraph of another matter."""
GUIDANCE = Wording(
    r"\bico\.org\.uk/(?!make|foicomplaints|foi-?complain|concerns|global|your|complain)\w",
    r"\b(?:complaint|case|response|reply|letter|referral) (?:that )?(?:you|we) (?:have |had )?(?:made|sent|wrote|raised|submitted|brought)?[^.;]{0,20}\bto the (?:ico|information commissioner)\b|\bresponse to the (?:ico|information commissioner)\b",
    r"\b(?:guidance|guide|advice|advises?|decision notices?|published by|view of|in the opinion of|held that|has (?:said|stated|found|ruled|held|advised|made clear)|according to|registered with|registration|code of practice|approach|upheld|past decisions?|case law|line of)\b[^.;]{0,80}\b(?:commissioner|ico)\b",
    r"\b(?:commissioner|ico)(?:['’]?s)?(?: office)?(?:['’]s)?(?: \(ico\))?(?: (?:has|have|published|own|also))? (?:guidance|guide|guidelines|advice|advises?|view|states?|says|considers?|decision notices?|decided|ruled|held|found|made clear|recogni[sz]e[sd]?|accept\w*|approach|position|website (?:says|explains)|puts)\b",
)
"""What the regulator said elsewhere; no way to it."""
ELSEWHERE = Wording(
    r"\b(?:rights?|complain|right of complaint|complaints? (?:procedures?|process|polic\w+|leaflet|form)|appeals?|reviews?)\b[^.;]{0,80}\b(?:attached|enclosed|overleaf|appended|annex\w*|appendix|leaflet|sheet|on our website|on the website|web ?page|at the (?:end|foot)|comes with)\b",
    r"\b(?:attached|enclosed|overleaf|appended|annex\w*|appendix|leaflet|sheet)\b[^.;]{0,80}\b(?:rights? (?:of|to)|your rights|complain\w*|appeal rights?|about reviews|how to (?:complain|appeal|seek))\b",
)
"""The rights set out in another paper that comes with the letter."""
