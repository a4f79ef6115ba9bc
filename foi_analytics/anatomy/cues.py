"""The wording by which parts and kinds of letters are known: one pattern per purpose.

Patterns are matched against flattened text (white space runs are one space).
"""

import re

from ..wording import Wording

FURNITURE = Wording(
    r"[\w)] > \w[^\n]{1,80} > \w",
    r"^this website (?:stores|uses)\b",
    r"^was this page (?:useful|helpful)",
    r"(?:quickly )?(?:exit|leave) this (?:site|page)",
    r"(?:we|this (?:site|website)) uses? (?:some )?(?:essential )?cookies",
    r"you can (?:manage|change|update|review) your (?:preferences|cookie)",
    r"your cookie (?:preferences|settings)",
    r"(?:accept|reject|customise|manage|set) (?:all |additional |your )?cookie",
    r"cookies? (?:on|settings|preferences|policy|notice)\b",
    r"sorry, there was a technical problem",
    r"this (?:site|website|service|is a new service) (?:is a|is in|–)? ?beta\b",
    r"(?:^|\n)beta\b.{0,40}feedback",
    r"skip to (?:main )?(?:content|navigation)",
    r"^home\s*[>»/|›]",
    r"^(?:menu|search|main navigation|print(?: this page)?|share|you are here)$",
    r"^\d+ attachments?$",
    r"^(?:download|view as html|download file|open in new (?:tab|window))$",
    r"^\(?\d[\d,.]*\s?(?:kb|mb|k|m|bytes)\)?$",
    r"^[^\n]{1,90}\.(?:pdf|docx?|xlsx?|csv|png|jpe?g|gif|pptx?|odt|ods|zip|txt)(?:\s+\d[\d,.]*\s?[kKmM][bB]?)?$",
    r"^page \d+(?: of \d+)?$",
    r"^© ",
)
RIGHTS = Wording(
    r"\b(?:a|any|all) requests? for an? (?:internal )?review (?:should|must|can|may|needs?|has|have)\b",
    r"(?:if|should) you (?:are|be|feel|remain|were|have been) (?:still |at all |in any way )?"
    r"(?:unhappy|dis-?satisfied|not (?:satisfied|happy|content)|concerned)",
    r"if you(?: are|'re|’re) (?:not |un|dis-?|dis )(?:happy|satisfied|content)",
    r"if you (?:have|had) (?:any |a )?(?:complaint|concerns?)\b(?! about the information)",
    r"(?:you|applicants?) (?:also )?(?:have|has) (?:the|a|your) (?:legal |statutory )?rights? (?:to|of)"
    r" (?:ask|request|appeal|complain|complaint|an? (?:internal )?review|seek|apply|refer|require)",
    r"you (?:are entitled to|can|may|should) (?:also )?(?:ask|request|apply|seek|appeal|complain|require)[^.\n]{0,40}"
    r"(?:internal )?review",
    r"^(?:your )?(?:complaint|appeal|review)s?(?: and (?:complaint|review|appeal)s?)?"
    r"(?: (?:rights?|procedures?|process|information))?\s*:?$",
    r"^(?:(?:your|the) )?(?:rights?|right) (?:of|to) (?:appeal|review|complain|complaint|request|an? )",
    r"^(?:internal reviews?(?: procedures?| process)?\s*:?$|(?:requesting an? (?:internal )?review|how to (?:complain|appeal)|right to (?:complain|review))\b)",
    r"if you (?:wish|want|would like|are minded) to (?:request|ask for|complain|appeal|make a complaint|challenge|seek)",
    r"if you disagree with (?:this|our|the) ",
    r"^the information commissioner(?:'s|’s)? (?:office )?can be contacted",
    r"^os (?:ydych|nad ydych) (?:yn )?(?:an)?(?:hapus|fodlon)",
)
FOOTER = Wording(
    r"this e-?mail,? (?:and|including) (?:any|all|its) (?:files?|attach)",
    r"^(?:this (?:e-?mail|message|communication)(?: and any| may contain| is (?:intended|confidential)| contains))",
    r"^(?:disclaimer|confidentiality notice|privacy notice|unclassified|official)\b",
    r"^(?:references\s+)?visible links$",
    r"^the information (?:provided|supplied|contained) in this (?:response|letter|reply) is available for re-?use",
    r"^(?:re-?use of|copyright|re-use|use of this information)\b",
    r"^(?:most|some) of the information (?:we|that we) (?:provide|supply) .{0,60}copyright",
    r"^(?:data protection|privacy)(?: act| notice| statement)?\b.{0,60}$",
    r"^p ?please (?:don't|do not|consider)[^.\n]{0,40}print",
    r"^please consider the environment",
)
SIGNATURE = re.compile(
    r"^(?:yours? (?:sincerely|faithfully|truly|ever)|(?:kind(?:est)?|best|warm|many) (?:regards|wishes|thanks)|regards|"
    r"sincerely|cofion(?: cynnes)?|yn (?:gywir|ddiffuant))\b.{0,60}$",
    re.IGNORECASE,
)
REOPEN = re.compile(
    r"^(?:legal )?(?:annex|appendix|schedule|atodiad)\b|^legal annex|^(?:exemptions?|exceptions?) (?:explained|applied|used)|"
    r"^(?:our |the |full )?(?:response|reply|answers?|information requested|disclosure|questions?)(?: to (?:your )?request)?\s*:?$",
    re.IGNORECASE,
)
ANNEX = re.compile(
    r"(?:legal annex|(?:annex|appendix|schedule)\b.{0,20}\b(?:legislation|law|statut\w+|extracts?|provisions)|"
    r"(?:relevant|extracts? from|text of)(?: the)? (?:legislation|law|act|statut\w+|provisions|sections|regulations))\b.{0,60}$",
    re.IGNORECASE,
)
"""Statute quoted for the reader: it explains and applies nothing."""
REQUEST = Wording(
    r"^(?:(?:your|the|details of (?:your|the)|information|original|full|text of (?:your|the)) )?"
    r"(?:foi(?:a)? |eir )?requests?(?: details| for information| made| received| text|ed)?\s*:?-?$",
    r"^(?:you (?:asked|requested|wrote|said)|information (?:requested|sought|you requested)|requested information|"
    r"what you asked(?: for)?|your (?:questions?|enquiry|e-?mail))\s*:?-?$",
    r"\b(?:you (?:have |had |specifically )?(?:asked|requested|sought|wrote|stated)|your (?:e-?mail|request|letter|enquiry|questions?)|"
    r"request(?:ed|ing)?|seek(?:ing)? access to|asking(?: for)?|sought|wish(?:ed)? to know)\b[^?]{0,260}[:;]\s?-?$",
    r"\bconcerning:$",
)
ANSWERS = Wording(
    r"\b(?:our|my|the) (?:reply|replies|answers?|responses?)\b[^.]{0,30}\b(?:beneath|underneath|under each|after each|following each)\b",
    r"\bfind (?:below|attached|enclosed)\b",
    r"^(?:(?:our|the|full|my|council|trust|department(?:'s|’s)?|university|force|foi) )?"
    r"(?:response|reply|answers?|disclosure|findings|information disclosed|our answer|ymateb)(?: to (?:your|the) (?:request|questions?))?"
    r"\s*:?-?$",
    r"(?:find|see|set out)[^.\n]{0,80}(?:response|answers?|repl(?:y|ies)|information)[^.\n]{0,60}(?:below|follow|attached|enclosed)",
    r"(?:response|answers?|repl(?:y|ies)|findings)[^.\n]{0,60}(?:is|are|set out|as|can be found|detailed|provided|shown)?[^.\n]{0,20}"
    r"(?:below|follows?)\s?[:.-]{0,2}$",
    r"^(?:in (?:response|answer|reply) to your|(?:i|we) (?:will|shall) (?:answer|respond to|address) (?:each|your))",
    r"^(?:a|answer|response|reply|ateb)\s?[:\-–]\s",
)
DECISION = Wording(
    r"\b(?:have|has)(?: today| now| therefore| also)? (?:decided|determined)\b",
    r"^(?:decision|our decision|outcome|conclusion|decision notice|refusal notice)\s*:?$",
    r"\b(?:acts|serves|act|serve|constitutes|treat(?:ed)?) (?:this )?(?:letter )?as (?:a|our|the|an)? ?(?:formal |partial )?refusal notice",
    r"by virtue of the following (?:exemption|exception)s?",
    r"the following (?:exemption|exception)s? (?:apply|applies|are engaged|is engaged|have been|has been)",
    r"^(?:i|we) (?:can|am able to|are able to|write to|am writing to|hereby)? ?confirm that[^.\n]{0,120}\b(?:hold|held)\b",
    r"^(?:the )?[\w' ’]{2,60} (?:can confirm|has decided|(?:does not|do not|holds?) (?:hold )?(?:the|this|any|some|all|information)\b)",
    r"^(?:this|your) request (?:has been|was|is being) (?:handled|considered|processed|dealt with)",
)
REASONS = Wording(
    r"^(?:(?:our |the )?reasons?(?:ing)?(?: for(?: (?:the|this|our|my))? (?:decision|refusal|exemption|withholding|non-?disclosure)s?)?)\s*:?$",
    r"^(?:public interest(?: test)?|harm(?: test)?|evidence of harm|prejudice test|overall harm|"
    r"balanc(?:e|ing)(?: test| of the public interest)?|factors? (?:favouring|for|against|in favour)|explanation of exemptions?|"
    r"(?:the )?(?:exemptions?|exceptions?)(?: applied| explained)?)\b.{0,90}$",
    r"^(?:sections?|s\.?|regulation|reg\.?)\s?\d{1,2}[A-Z]?(?:\s?\([^)\n]{1,3}\)){0,5}\s?(?:[-–—:(]|of the )",
)
COMPLAINT_SECTION = re.compile(r"(?:sections?|s\.?|regulation|reg\.?)\s?(?:11|16|18|20|21|47|50|57)\b", re.IGNORECASE)
LAW = re.compile(
    r"\b(?:exempt\w*|exception|sections?|regulation|with(?:held|hold\w*)|refus\w+|disclos\w+|reasons?)\b", re.IGNORECASE
)
GREETING = re.compile(r"^(?:dear|hi|hello|good (?:morning|afternoon|evening)|annwyl)\b.{0,60}$", re.IGNORECASE)
PART = re.compile(r"(?:part|question|point|item|bullet)s? (?:\d{1,2}|[a-h]|one|two|three|four)\b[.:)]", re.IGNORECASE)
"""`Part a.` opens an answer."""

BOUNCE = Wording(
    r"undeliver(?:able|ed)",
    r"\bwas not delivered\b|\buser unknown\b|\bi am away (?:until|from|till)\b|\bmailbox is no longer\b",
    r"delivery (?:has )?failed",
    r"delivery status notification",
    r"could(?: not|n't) be delivered",
    r"mail(?:er)?[- ]daemon",
    r"returned to sender",
    r"mailbox (?:is )?(?:full|unavailable|not monitored|no longer)",
    r"address (?:was |is )?(?:rejected|not found)",
    r"out of (?:the )?office",
    r"auto(?:matic)?[- ]?(?:reply|response)",
    r"(?:i am|i'm|i will be) (?:currently )?(?:on (?:annual |maternity |sick )?leave|away from)",
)
AUTOMATIC = re.compile(r"auto(?:matic|mated)?[- ]?(?:reply|response|generated)", re.IGNORECASE)
SUBSTANCE = Wording(
    r"\btransferred your (?:request|enquiry)|\bnormal course of business\b|\bnot (?:been )?dealt with (?:it|your \w+|this) as a request",
    r"\bno longer rel(?:y|ies) on\b|\boverturned\b|\b(?:is|are|comes?) (?:attached|enclosed|with this letter)\b",
    r"\bexempt(?:ed)? (?:from|under|by|information)",
    r"\bwith(?:held|holding)\b",
    r"\b(?:refus(?:e|es|al|ing) (?:to|your|of|notice|under|this)|have refused)",
    r"\b(?:does|do|did) not (?:hold|have|record|collect)\b",
    r"\b(?:not|no(?: recorded| relevant| such)? information(?: is)?) held\b",
    r"\bholds no (?:recorded )?information",
    r"\bneither confirms? (?:n|)or den",
    r"exceeds? the (?:appropriate |cost |fees )?(?:cost )?limit",
    r"(?:find|see|provided?|set out|enclosed?|attach\w*)\b[^.\n]{0,70}\b(?:respon[sd]\w*|answers?|information|reply|documents?|data)"
    r"[^.\n]{0,60}(?:below|attached|enclosed|follows)",
    r"(?:find|see) (?:the |our )?(?:below|attached|enclosed)",
    r"\battach(?:ing|ed)? (?:the|our|a|my) (?:[\w’']+ ){0,3}(?:reply|response|answer)",
    r"(?:below|attached|enclosed)[^.\n]{0,20} (?:is|are|please find) (?:our|the|a|my) ",
    r"\b(?:our|the|my) (?:response|answers?|reply)[^.\n]{0,40} (?:is|are) (?:as follows|set out|below|attached|shown|provided)",
    r"\bhere (?:is|are) (?:our|the|my) (?:response|answers?|reply)",
    r"\bthis is (?:the|our|my|a) (?:[\w’']+ ){0,4}(?:response|reply|answer)\b",
    r"\b(?:has|have) been (?:considered|handled|dealt with|processed|answered) (?:under|in accordance with) the\b",
    r"\b(?:have|has) (?:today |now |therefore |also )?decided\b",
    r"\bcan (?:now )?confirm that (?:the|we|it|this|our)\b",
    r"\bvexatious\b|\bmanifestly unreasonable\b",
    r"\bis disclosed\b|\b(?:am|are|is) (?:able to|pleased to|happy to)? ?(?:disclos|releas|provid|supply|respond)",
)
REVIEW = Wording(
    r"internal review",
    r"\breview of (?:your|the|our|this|how|that)\b",
    r"requirement for review",
    r"adolygiad mewnol",
)
OFFERS = re.compile(
    r"(?:^|(?<=[.:;] ))(?:if|should|where|any ?one|any person|whoever|a person|an applicant|applicants|requesters|requests for|you (?:may|can|are entitled|have (?:a|the) right))\b[^.]{0,300}\.",
    re.IGNORECASE,
)
"""A review that may be asked for later, which does not make this letter one."""
ANOTHER_LOOK = Wording(
    r"\b(?<!shall )(?<!will )(?<!would )(?<!can )(?<!may )(?:look(?:ed)?|think|thought|consider(?:ed)?|go|gone|went|examined?)(?: at| over| through| about| into)? (?:it|this|that|them|the (?:matter|request|decision|file|papers|case|answer|reply)|your (?:request|case))(?: all)? (?:again|afresh|anew|once more|a second time)\b|\b(?:looked at|considered|examined) (?:again|afresh|anew)\b",
    r"\b(?:not|n['’]t) (?:accept|agree with|like|happy with|satisfied with|content with) (?:our|the|my) (?:\w+ )?(?:answer|reply|response|decision|refusal)\b|\bsecond (?:opinion|look|view)\b|\b(?:i|we) (?:did not|didn['’]t|took no part|had nothing to do)\b[^.]{0,30}\b(?:first|original|initial|answer|decision|reply)\b",
    r"\b(?:my|our|the|this) (?:re-?consideration|re-?examination|second decision|decision on (?:your )?(?:review|appeal|complaint))\b|\bthe (?:decision|reply|answer|refusal|response) (?:that )?(?:you (?:complain|challenge|question|dispute)|complained of|under (?:review|challenge|appeal))\b",
    r"\byour (?:dissatisfaction|challenge|grounds|letter of complaint|request to (?:look|think) again)\b|\breviewing officer\b|\bappeals? (?:panel|officer)\b|\b(?:i|we) (?:have|was|were) (?:now |been )?(?:asked to review|reviewed (?:your|the|our|that|this|how))\b",
    r"\b(?:reassess|re-assess|revisit|re-examin|reconsider)(?:ed|ing|ment|ation)?\b|\bfresh (?:decision|eyes|consideration)\b|\b(?:took no|had no|played no|no) part in (?:the|that|our|dealing|answering|handling)\b|\bindependent(?:ly)? of the\b",
    r"\b(?:challeng|contest|disput|complain|unhappy|dissatisf|disappoint|not content)\w*\b[^.]{0,60}\b(?:decision|refusal|reply|response|answer|way|redaction|exemption)s?\b(?<!if you)",
    r"\byou (?:were|are|wrote|said|say|told us)\b(?<!\bif you are)(?<!\bif you were)[^.]{0,50}\b(?:unhappy|dissatisfied|not (?:happy|satisfied|content))\b|\bsaying that you (?:were|are) (?:unhappy|dissatisfied)",
    r"\byour (?:complaint|appeal|objections?) (?:about|of|against|that|dated|has|is|was|concerned|concerning)\b|\bdismiss(?:ed|es)? your (?:complaint|appeal)\b|\boutcome of your (?:appeal|complaint)\b|\bre:? review\b",
    r"\basked (?:us|me|for)\b[^.]{0,60}\b(?:again|to look into (?:it|this))\b|\bhad no part in\b|\bnot involved in the (?:first|original|initial)\b",
    r"\breconsider(?:ation|ed)\b|\basked (?:us|me) to reconsider\b|\b(?:foi|eir|formal|stage (?:one|two|1|2)) review\b|\byour (?:\w+ )?representations\b[^.]{0,60}\bregulation 11\b",
    r"\b(?:look(?:ed|ing)? again at|take another look at|fresh look at|second look at)\b|\breview (?:decision|outcome|reference|panel|officer)\b",
)
"""It may be a review; that something was decided a second time must be said as well."""
SECOND_DECISION = Wording(
    r"\bi (?:have )?(?:now |also |therefore )?(?:find|found|conclude|concluded|agree|disagree|accept|reject|allow|dismiss|confirm the)\b|\bi (?:am|was) (?:not )?(?:satisfied|persuaded|convinced)\b",
    r"\b(?:my|our|the (?:panel|reviewer|board)['’]s) (?:findings?|conclusions?)\b|\b(?:i|we|panel|reviewer) (?:\w+ )?(?:agrees?|disagrees?) with (?:you|the|my|our|that)\b|\b(?:was|were) (?:right|wrong|entitled|correct|justified) (?:to|in|not to)\b|\b(?:decision|refusal|answer|reply) (?:therefore |now )?stands\b",
    r"\b(?:complaint|appeal|refusal|decision|objection|reliance)\b[^.]{0,40}\b(?:is|are|was|has been) (?:therefore |partly |now |not )*(?:upheld|overturned|withdrawn|reversed|dismissed|allowed|varied|set aside|substituted|unchanged|changed)",
    r"\boverturn|\bno longer rel(?:y|ies)\b|\b(?:first|original|initial|earlier) (?:reply|decision|response|refusal)\b|\bdecided (?:at first|now)\b|\bwithdraw (?:our|the|its)\b|\bi uphold\b|\bwe uphold\b",
    r"\b(?:answer|decision|reply|refusal|search)\b[^.]{0,20}\b(?:was|were) (?:right|correct|thorough|wrong|properly|correctly)|\bsame (?:end|conclusion|view|result)\b|\bshould (?:not )?have been\b|\b(?:properly|correctly|rightly|wrongly) (?:used|applied|withheld|refused)\b|\bagrees? with you\b|\bhave looked into your complaint\b|\bi (?:have )?(?:now )?f(?:i|ou)nd that\b",
)
REVIEW_DONE = Wording(
    r"\b(?:accept|uphold)(?:ed|ing)? your complaint",
    r"\b(?:i|we) have (?:now |also |therefore |carefully )?(?:conducted|carried out|completed|undertaken|reviewed|reconsidered|considered)",
    r"\b(?:outcome|result|findings?|conclusions?) of (?:the|your|our|my|this|that) (?:internal )?review",
    r"\breview (?:has )?(?:now )?(?:been )?(?:concluded|completed|carried out|found|upholds?|upheld)",
    r"\b(?:partially |partly |therefore |not )?uph(?:old|eld|olding)\b",
    r"\boverturn",
    r"has now been (?:carried out|completed|concluded)|\bhas carried out\b|\bis decided now\b",
    r"\b(?:decision|refusal) is (?:confirmed|changed|substituted|varied)\b|\bchanges the first decision\b|\bi have (?:spoken|re-?read|looked)\b",
    r"\bno longer rel(?:y|ies)\b|\bwithdraw\w*\b",
    r"\b(?:in|my|this|following) (?:conducting |an |the |my )?(?:this )?(?:internal )?review\b[^.\n]{0,60}\b(?:i|we)\b",
    r"apolog\w+[^.\n]{0,80}(?:respond with|our) (?:our )?internal review",
    r"your request for an internal review[^.\n]{0,200}(?:our|the) (?:response|reply|answer|decision)",
)
ACKNOWLEDGES = Wording(
    r"\b(?:came|arrived|reached (?:us|the))\b[^.]{0,30}\b(?:today|yesterday|on \d|team|office)\b|\bgot it\b|\bconfirm receipt\b|\bhas reached\b|\b(?:request|case)\b[^.]{0,20}\b(?:has been|is now) opened\b",
    r"\b(?:you(?:['’]ll| will) have|can expect) (?:an|our|the|your) (?:answer|reply|response|decision)\b[^.]{0,20}\b(?:by|within|before|no later)\b|\bwill (?:look at it and )?write to you\b[^.]{0,20}\b(?:by|within|no later)\b|\bwe['’]ve (?:20|twenty) working days\b|\bwe reply to requests within\b",
    r"\bwe(?: have|['’]ve) (?:got|received|had) your\b|\bshould have our (?:answer|reply|response)\b|\bmust respond promptly\b|\bexpect to hear from us\b",
    r"\b(?:given|allocated|assigned) the (?:reference|number)\b|\b(?:gives? us|within|have) (?:20|twenty) working days\b",
    r"\backnowledg",
    r"\b(?:request|enquiry|query|e-?mail|letter|correspondence|message|complaint|case|it|this|which)\b[^.,]{0,60}\b(?:has|have) (?:now )?been (?:logged|registered|received|recorded|passed|allocated|forwarded|assigned)",
    r"\b(?:will|shall) (?:now )?be (?:dealt with|processed|handled|considered|carried out|answered)",
    r"\b(?:is|are) (?:being|currently being|now being) (?:dealt with|processed|handled|considered|looked into)",
    r"thank you for your (?:recent )?(?:foi |eir )?(?:request|e-?mail|letter|enquiry)[^.\n]{0,80}(?:receiv|dated)",
)
HOLDING = Wording(
    r"\b(?:not be able|unable|cannot) to? ?(?:reply|answer|respond|give (?:you )?(?:a|our) (?:full )?(?:reply|answer|response))\b[^.]{0,20}\bby\b|\b(?:answer|reply|response) is (?:going to be|likely to be|delayed and will be) late\b",
    r"\b(?:still|yet) (?:has|have|needs?|to) (?:to )?be (?:weighed|considered|decided|reached)\b|\bstill (?:weighing|considering)\b|\bhas to be considered\b[^.]{0,60}\breasonable time\b",
    r"\btak(?:e|ing) (?:up to )?(?:40|forty) working days\b|\bexpect our decision by\b|\b(?:hope|aim|intend|expect) to (?:write|decide)\b[^.]{0,30}\bby \d",
    r"\b(?:allowed|entitled to|take|taking|given) (?:extra|more|further|additional) time\b",
    r"\b(?:wait|take)\b[^.]{0,30}\blonger\b(?! than (?:\d|the (?:appropriate|cost)))|\bfurther time as is reasonable\b|\bcannot do it by\b|\byet to (?:make up|decide|reach|come)\b",
    r"\bhope to (?:let you have|send|give|provide)[^.]{0,40}(?:reply|response|answer)[^.]{0,30}\bby\b",
    r"\bexten(?:d|ding|sion|ded)\b[^.]{0,120}(?:deadline|time|working days|20|40|public interest|limit)",
    r"(?:deadline|time ?(?:limit|scale)|working days)[^.]{0,120}\bexten(?:d|ding|sion|ded)\b",
    r"\b(?:need|require|requires|needs)s? (?:more|further|additional|extra) time\b",
    r"\bfurther (?:time|extension)\b[^.]{0,60}public interest",
    r"not yet (?:reached|made|come to) a (?:final )?decision",
)
DECIDES = re.compile(
    r"\b(?:request|it|part|question|information)\b[^.;]{0,40}\b(?:is|are|has been|have been) (?:accordingly |therefore |hereby |being )?(?:refused|withheld)\b[^.;]{0,30}\b(?:under|by|section|regulation)\b|"
    r"\b(?:we|i) (?:are|am|have|must|hereby|therefore)\b[^.;]{0,20}\b(?:refus(?:e|ed|ing)|withh(?:eld|olding|old)) (?:your|the|this|part|it)\b",
    re.IGNORECASE,
)
"""A refusal in so many words; what else the letter puts off, it has answered that much."""
EXEMPTS = re.compile(
    r"\b(?:is|are)\b[^.;]{0,30}\bexempt(?:ed)?\b[^.;]{0,20}\b(?:under|by|in terms of)\b[^.;]{0,20}\b(?:section|regulation|s\.?) ?\d|"
    r"\b(?:section|regulation|s\.?) ?\d{1,2}\S{0,12} applies\b|\bwithheld[.:]",
    re.IGNORECASE,
)
"""A ground applied to something: no letter that does so only asks back."""
AWAITS = Wording(
    r"\b(?:clock|20 working days?|request)\b[^.]{0,80}\b(?:stopped|paused|put on hold|on hold|suspended)\b",
    r"\b(?:is|are) (?:not clear|unclear|too vague)\b[^.]{0,120}\b(?:require|need)s? (?:some |further |more )?(?:information|detail)",
    r"\b(?:until|before|if) (?:we|i) (?:do not |don['’]t )?hear (?:back )?from you\b|\buntil you (?:get back|reply|respond|answer|tell)\b",
    r"\b(?:section|s\.?) ?1\(3\)",
)
"""The answer waits for the requester."""
WEIGHING = Wording(r"\b10\(3\)|\b7\(1\)|\bbalance of the public interest|\bpublic interest (?:lies|test)")
CLARIFIES = Wording(
    r"\bplease (?:can|could|would|will) you (?:please )?(?:advise|clarify|confirm|specify|explain|indicate|say|tell)\b",
    r"\b(?:not (?:sure|certain|clear)|unsure|unclear) (?:what|which|whether)\b|\b(?:would|could|can|will) you (?:be willing|be able|be prepared|like|care) to (?:limit|narrow|say|tell|reduce|choose)\b",
    r"\b(?:must|need to) have your (?:real|full|true)? ?(?:name|address)\b|\b(?:start|begin)\b[^.]{0,20}\b(?:when|once|until|before|as soon as) (?:we|i) (?:hear|have heard|know)\b|\bwait for your (?:reply|answer)\b|\bbefore we can (?:begin|start)\b",
    r"\b(?:which|what) (?:\w+ ){1,3}(?:is it|do you mean|did you mean|are you (?:after|asking|interested)|have you in mind|you have in mind)\b",
    r"\b(?:could|can|would|will) you (?:please )?(?:say|tell me|tell us|state|indicate) (?:\(a\) )?(?:which|what|whether|when)\b",
    r"\bneed to know (?:which|what|whether|when|a few|some|more)\b|\bwhich of these you mean\b|\buntil you (?:get back|reply|respond|answer)\b",
    r"\b(?:could|would|will|can) you (?:please )?let (?:us|me) know\b|\bcannot tell (?:which|what|whether)\b|\bwill not begin until\b",
    r"\b(?:please|could you|can you|need you to|ask(?:ing)? you to|would you) (?:please )?(?:clarify|specify|confirm (?:what|which|whether|if)|"
    r"let (?:us|me) know (?:what|which|whether)|be more specific|provide (?:further|more) (?:detail|information|clarif))",
    r"(?:require|need|seek|seeking|request(?:ing)?|await) (?:some |further |more |additional |the following )?(?:clarification|clarity)",
    r"(?:further|more|additional) (?:information|details?)[^.]{0,80}(?:to identify|to locate|in order to)",
    r"(?:clock|20 working days?)[^.]{0,80}(?:stopped|paused|on hold|suspended|until we)",
    r"if (?:we|i) do not (?:hear|receive)[^.]{0,100}(?:clos|lapse|withdrawn)",
    r"clarif\w+ (?:of|on|about|regarding) (?:your|the|part|what|which)",
    r"\b(?:is|are) (?:unclear|not clear|ambiguous)\b",
)

ABOUT_ONE_ASK = re.compile(
    r"(?:^|(?<=[.;:?!] ))[^.;?!]{0,40}\b(?:your (?:first|second|third|fourth|fifth|final|last|remaining|other) (?:query|question|point|request)|(?:question|point|part|item|request) \(?(?:\d{1,2}|[a-h])\b)[^.;?!]{0,200}[.;?!]",
    re.IGNORECASE,
)
"""A sentence that opens by naming one of several asks: what is unclear there leaves the others answered."""

CONDITIONAL = re.compile(
    r"(?:^|(?<=[.:;] ))(?:if|in some (?:circumstances|cases)|should|where|unless|occasionally|sometimes|please note that if)\b[^.]{0,400}\."
    r"|\bif (?:anything|something|any (?:of|part))\b[^.]{0,120}",
    re.IGNORECASE,
)
"""What may happen later; it says nothing of what this letter does."""
LOGGED = Wording(
    r"\b(?:will|shall) (?:now )?be (?:carried out|conducted|undertaken|completed)",
    r"\b(?:request|review|complaint|appeal|case|enquiry|query|e-?mail|letter|message|it|this|which) (?:\w+ ){0,6}?(?:has|have) (?:\w+ )?been (?:logged|registered)\b",
)
"""Something that has only been taken in: what it announces is still to come."""

AUTHORITY_VOICE = re.compile(
    r"\W*(?:and |but |so )?(?:we|our|us|(?:the|this) (?:council|trust|force|constabulary|department|university|board|authority|agency|commission|college|"
    r"school|company|service|police|ministry|office|information|letter|response|decision)|this is (?:to|our)|(?:my|the) (?:decision|answer|response)|"
    r"i (?:can|confirm|attach|enclose|refuse|find|am (?:able|writing to|refusing|withholding|satisfied|pleased|sorry)|"
    r"have (?:today|now|decided|considered|searched|applied|attached|enclosed|provided|set out|reviewed|concluded|asked))|"
    r"some (?:of (?:it|this) )?(?:is|has)|all of (?:it|this)|please (?:find|note that|see)|following (?:receipt|a|our)|having|unfortunately|"
    r"it follows|refused|provided|withheld|disclosed|granted|held|in (?:accordance|relation|respect|regard)|under (?:the|section|regulation)|"
    r"sections? \d|regulations? \d|your request|there is no right)\b",
    re.IGNORECASE,
)
WE = re.compile(
    r"\W*(?:we|our) (?!would|want|wish|request|need|seek|are (?:seeking|asking|requesting)|understand)\w", re.IGNORECASE
)
STILL_ASKING = re.compile(
    r"\?\W*$|\b(?:please|could you|can you|would you|grateful|i (?:would|want|wish|seek|also|am|look)|in particular|specifically)\b",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\?|\b(?:please|could you|can you|would you|i (?:would|want|wish|seek|request)|how (?:many|much)|what|when|which|who|copies|copy|number of|details of)\b",
    re.IGNORECASE,
)

OVERDUE = Wording(
    r"\b(?:response|reply|answer) is (?:now |long )?overdue\b",
    r"\b(?:apologi[sz]e|apologies|sorry)\b[^.]{0,60}\b(?:miss(?:ed|ing)|not (?:meeting|met)|passed|exceed\w+)\b[^.]{0,40}\b(?:deadline|time ?(?:limit|scale))",
    r"\b(?:apologi[sz]e|apologies|sorry)\b[^.]{0,60}\bnot (?:answer|respond|reply)\w*\b[^.]{0,60}\b(?:deadline|time ?(?:limit|scale))",
)
"""The authority speaks of an answer that is still owed."""

CHATTER = Wording(
    r"\bfor withdrawing\b|\b(?:link|file|attachment|spreadsheet) (?:does )?(?:works?|opens?)\b|\b(?:passed|forwarded|sent) your (?:message|e-?mail|comments|letter) (?:on )?to\b|\b(?:corrected|updated|amended) (?:the|your)\b[^.]{0,40}\b(?:on|in) our (?:system|records?|files?)\b",
    r"\b(?:chas(?:ing|ed)|waiting (?:for|on))\b|\btaking longer\b|\bnot been able to (?:answer|respond|reply)[^.]{0,40}\bby today\b|\bbearing with us\b",
    r"\b(?:expect|hope)\b[^.]{0,30}\b(?:able|position) to (?:send|reply|respond|answer|provide)\b",
    r"\b(?:apologi[sz]e|apologies|sorry)\b[^.]{0,120}\b(?:delay|not complete|wait|late|patience|yet|inconvenience)",
    r"\b(?:is|are) (?:still )?(?:actively )?working on\b|\bwill (?:be in touch|get back|chase|look into|reply|respond|send)\b",
    r"\bthank you for (?:your )?(?:patience|confirming|letting|the clarification|getting|your (?:e-?mail|message|reply|payment|call))",
    r"\bbear with us\b|\b(?:if )?you (?:would )?still (?:want|wish|need|require)\b",
    r"\b(?:please )?(?:ignore|disregard)\b|\bas discussed\b|\bhope (?:this|that) helps\b|\bhas been (?:passed|forwarded)\b",
)
"""A message that neither decides nor acknowledges: chasers answered, apologies, thanks."""

PUTS_OFF = Wording(
    r"\b(?:may|might|could|will|is likely to) be (?:a |an |some )?(?:\w+ )?delays?\b(?! of\b)",
    r"\b(?:response|reply|answer) is (?:now |long )?(?:overdue|late|delayed)\b|\btaking (?:us )?longer than\b",
    r"\b(?:need|needs|have|has) to (?:be )?(?:review|check|read|redact|look|go)(?:ed)?(?: through)?\b[^.]{0,80}\bbefore (?:we|i|they)\b[^.]{0,40}\b(?:issue|send|reply|respond|release|answer|disclose)",
    r"\b(?:is|are|being) (?:still |currently |now )?(?:being )?(?:reviewed|checked|redacted|prepared|finalised|processed|worked on)\b[^.]{0,60}\bbefore (?:we|i|it|they)\b",
    r"\b(?:is|are|am) (?:still |currently |now |actively )*(?:working on|preparing|finali[sz]ing|drafting)\b[^.]{0,40}\b(?:response|reply|answer|request)",
    r"\b(?:hope|aim|expect|intend|endeavour) to (?:provide|send|give|issue|let you have|respond|reply|answer)\b[^.]{0,60}\b(?:soon|shortly|within|by|week|when we can|possible)\b",
    r"\bwill (?:aim to |try to |endeavour to |now )?(?:supply|provide|issue|send|respond|reply|answer|let you have)\b[^.]{0,60}\b(?:soon|shortly|within|by (?:the|\d|mon|tue|wed|thu|fri)|(?:this|next) (?:week|month)|tomorrow|in due course)\b",
)
"""The answer is still to come; what else the sentence says of it (`we have the papers, but …`) gives nothing."""
STOP = re.compile(r"(?<=[.!?])\s")
