"""The wording of a refusal's last paragraphs: how to have it reviewed, and whom to apply to after that."""

from ..wording import Wording

__all__ = ["ELSEWHERE", "GUIDANCE", "OF_PERSONAL_DATA", "REGULATOR", "REVIEW", "TURNS_TO"]

_US = r"(?!(?:to |with )?(?:the )?(?:\w+ )?(?:information )?(?:commissioner|ico\b|tribunal))"

REVIEW = Wording(
    r"(?<!after )(?<!following )(?<!statistics on )\binternal (?:reviews?|appeals?|complaints?)\b",
    r"\brequirement for (?:a )?review\b|\brequire (?:us|the \w+|it|\w+)? ?(?:to )?(?:(?:carry out|conduct|undertake|hold) a )?review",
    r"\b(?:for|seek|request|want|wish|ask|to|have|require|of|get|apply|arrange|needs?|your|may|can|right to|for such) (?:for )?(?:an? |the |this |that |such |our |your |own )?(?:\[\d+\])?(?:\w+ )?(?:reviews?|reconsider\w*)\b",
    r"\breview of (?:this|the|our|that|how|my|your|its)\b|\breviews? (?:this|our|my|the|its|what) \w+\b|^\W*(?:\d\W+)?(?:your )?(?:right (?:of|to) (?:a )?)?reviews?\b",
    r"\b(?:be|(?:have|has|had|get) (?:this|it|(?:the|our|this) decision|the matter)) (?:reviewed|reconsidered|looked (?:at|into)(?: again| afresh)?)\b",
    r"\b(?:will|would|can|shall) (?:then |also |gladly )?(?:look into|look at|go over|re-?examine) (?:it|this|the matter|the decision|what)\b|\blooks? into complaints\b",
    r"\b(?:look|looks?|looked) (?:at (?:it|this|the \w+)|into (?:it|this))? ?(?:again|afresh)\b|\bsecond look\b|\bthink again\b",
    r"\b(?:complaints?|appeals?|review) (?:procedures?|process|polic(?:y|ies)|leaflet|form|team|officer|panel|route)\b",
    rf"\b(?:complain|complaints?|appeals?|objections?)\b[^.;]{{0,40}}\b(?:to|with|by|in writing|via|at|using|should be|may be|can be|about the handling)\b (?:writing |email\w* |sending )?{_US}",
    r"\b(?:wish|want|would like|like|right|entitled|free) to (?:complain|appeal|make (?:a )?(?:complaint|appeal|representations?)|object|challenge)\b(?![^.;]{0,100}\bcommissioner)(?:[^.;]{0,20}$|[^.;]{0,60}[,;:])(?![^.;]{0,60}\bcommissioner)",
    r"\bmake (?:\w+ )?representations?\b|\brepresentations? (?:may|can|should|must|to us|within|under|about|in writing)\b",
    r"\b(?:unhappy|dis-?satisfied|not (?:satisfied|happy|content)|disagree|wrong|concern\w*|complain\w*|does not|not happy|disappointed)\b[^.;]{0,120}\b(?:write|contact|e-?mail|tell|let|reply|respond|ring|telephone|get in touch|send|address)\b (?:to )?(?!(?:to )?(?:the )?(?:information )?(?:commissioner|ico\b))",
    r"\b(?:no|not have an?|not operate an?|does not (?:have|provide|offer))\b[^.;]{0,20}\b(?:internal|complaints?|review)\b[^.;]{0,20}\b(?:procedure|process|review|stage)\b|\bno right of internal review\b",
    r"\broute is first to us\b|\bfirst (?:complain |write |appeal |go )?to (?:us|the (?!information|commissioner))",
    r"\badolygiad mewnol\b",
)
"""A way to have the authority look at its decision again, or that there is none."""
REGULATOR = Wording(
    r"\b(?:information )?commissioner(?:['’]?s)?\b(?!(?-i: for [A-Z]))|\bICO\b|\bico\.org|\bOSIC\b|\bfoi\.scot\b|\bitspublicknowledge\b|\bComisiynydd Gwybodaeth\b"
)
TURNS_TO = Wording(
    r"\b(?:apply|applying|application|complain\w*|appeal\w*|contact\w*|write|writing|refer\w*|ask(?:ed)?|asking|turn|take|go|approach|seek|right|rights|decision whether|reach(?:ed)?|help|address|website|details|thereafter|then|after that|afterwards|next|further|section 50|s\.? ?50|section 47|s\.? ?47|regulation 1[78]|enforcement|investigat\w+|remain\w*|regulator|independent|dissatisfied|unhappy|powers)\b",
    r"\bwycliffe\b|\bSK9\b|\bKY16\b|\bdoubledykes\b|\bst andrews\b|\bcasework@|\bchurchill way\b|\bmake-a-complaint\b|\b0303 123\b|\bqueen street\b|\bcheylesmore\b",
)
OF_PERSONAL_DATA = Wording(
    r"\bpersonal data\b|\bdata protection (?:officer|complaint)|\bprivacy notice\b|\b(?:use|process|handle|hold|keep)s? your (?:details|data|information)\b"
)
"""The regulator of personal data is the same person, and a complaint about that another matter."""
GUIDANCE = Wording(
    r"\b(?:guidance|guide|advice|advises?|decision notices?|published by|view of|in the opinion of|held that|has (?:said|stated|found|ruled|held|advised|made clear)|according to|registered with|registration|code of practice|approach|upheld|past decisions?|case law|line of)\b[^.;]{0,80}\b(?:commissioner|ico)\b",
    r"\b(?:commissioner|ico)(?:['’]?s)?(?: office)?(?:['’]s)?(?: \(ico\))?(?: (?:has|have|published|own|also))? (?:guidance|guide|guidelines|advice|advises?|view|states?|says|considers?|decision notices?|decided|ruled|held|found|made clear|recogni[sz]e[sd]?|accept\w*|approach|position|website (?:says|explains)|puts)\b",
)
"""What the regulator said elsewhere; no way to it."""
ELSEWHERE = Wording(
    r"\b(?:rights?|complain\w*|appeals?|reviews?)\b[^.;]{0,80}\b(?:attached|enclosed|overleaf|appended|annex\w*|appendix|leaflet|sheet|on our website|at the (?:end|foot)|comes with)\b",
    r"\b(?:attached|enclosed|overleaf|appended|annex\w*|appendix|leaflet|sheet)\b[^.;]{0,80}\b(?:rights? (?:of|to)|your rights|complain\w*|appeal rights?|how to (?:complain|appeal|seek))\b",
)
"""The rights set out in another paper that comes with the letter."""
