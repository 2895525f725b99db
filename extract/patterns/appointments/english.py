"""English ways to arrange a meeting."""

from __future__ import annotations

from typing import Final

from extract.patterns.appointments.form import Arranging

WAYS: Final = Arranging(
    # "the budget meeting", "a quick call", "happy hour": a noun that makes a day an appointment
    named=(
        r"\b(?:meetings?|mtg|conferences?|con(?:f(?:erence)?)?[- ]?calls?|(?:phone|video|zoom|teams|skype|intro|kick-?off|follow-?up|quick|short|brief|weekly|pricing|status|project|team|our|the|a|this|your|planning|budget|review|sales|board) calls?"
        r"|lunch(?:eon)?|breakfast|dinner|brunch|coffee|drinks|happy hour|party|reception|appointments?|visit|demo|demonstration|interviews?"
        r"|dial-?in|webinar|workshop|seminar|kick-?off|stand-?up|sync(?:-up)?|catch-?up|check-?in|walk-?through|site (?:visit|walk)|luncheon|gathering"
        r"|get-together|retreat|off-?site|round-?table|hearing|tasting|rehearsal|run-through|open house|town hall|one-on-one|1:1|1-on-1|tour|event|inspection|training|session|presentation|rendezvous|outing|banquet|gala|ceremony)\b"
        r"|^(?:when|date|time|date and time|date & time|what|where) ?:"
    ),
    # "let's meet", "does Tuesday work", "are you free", "see you"
    meets=(
        r"\bmeet(?: up)?\b|\bmeeting (?:up|with|you|him|her|them)\b|\bsee(?:ing)? (?:you|u|everyone|everybody|y'all)\b|\bcatch(?:ing)? up\b|\bget(?:ting)? together\b|\bsit(?:ting)? down (?:with|together|and)\b"
        r"|\b(?:let's|let us|shall we|can we|could we|should we|might we|may we|we could|we can|we should) (?:\w+ )?(?:talk|speak|chat|meet|do|walk|grab|have|get|discuss|connect|touch base|schedule|plan|say|try|aim|set|go|hop|jump|look|come|visit|stop|drop|swing|start|begin|reconvene|regroup)\b"
        r"|\b(?:can|could|would|might|shall|may) (?:you|he|she|they|i|we)(?: all| both| maybe| perhaps| please)? (?:\w+ )?(?:do|make|come|meet|join|talk|chat|speak|see|hop|attend|spare|fit|manage|bring|drop|swing|shift|call|prepone|push|move)\b|^(?:please )?(?:talk|speak|chat|coffee|hold|brief|briefing) |\bsee (?:each other|one another)\b"
        r"|\b(?:are|is|will|would) (?:you|he|she|they|anyone|everyone|you both|you all|you guys) (?:\w+ )?(?:free|available|around|open|in the office|in town|able to (?:meet|join|attend|make))\b"
        r"|\b(?:does|do|would|will|could|is|might) .{1,60}\b(?:work|works|suit|suits|fit|do you|ok|okay|good|convenient|possible|be better)\b|\bworks? (?:best |well |fine |better |great )?(?:for|on) (?:me|us|my|our|you)\b"
        r"|\b(?:how|what) about\b|\bjoin (?:us|me|him|her|them)\b|\bcome (?:by|over|to|in|along|round|and)\b|\b(?:drop|stop|swing|pop) (?:by|in|over)\b"
        r"|\bpencil(?:led|ed)?\b|\bblock(?:ed)? (?:off|out)\b|\b(?:is|are|been|be|was|it's|you're|we're|you are) (?:now |all |tentatively |currently |still )?(?:set|scheduled|booked|confirmed|planned|arranged|on)\b"
        r"|\bscheduled (?:for|to|on)\b|\blook(?:ing)? forward to (?:seeing|meeting|talking|speaking|having|our|the|welcoming|it)\b|\b(?:hold|save|keep) (?:the|that|this) (?:date|day|time|afternoon|morning|slot)\b"
        r"|\b(?:i'm|i am|we're|we are|he's|she's|he is|she is|i could|we could|i can|we can|he could|she could) (?:\w+ )?(?:free|available|do|make it|make|there|around|meet|host)\b"
        r"|\b(?:take|takes|taking) place\b|\b(?:be|is|are) held\b|\bon for\b|\bget you (?:in|on)\b|\blocked in\b|\battend(?:ing)?\b|\binvit(?:e|ed|ation|ing)\b|\bit is[.!]?$|\bremind(?:er|ing)\b|\bhave (?:it|you|you over)\b|\breschedul|\bwanna come\b"
    ),
    proposes=(
        r"\?|\b(?:could|can|shall|should|may|might) (?:we|i|he|she|they|you)\b|\b(?:we|i|he|she|they) (?:could|might|can|would)\b|\bhow about\b|\bwhat about\b|\b(?:propos|suggest|invit|wonder|recommend)"
        r"|\blet's\b|\blet us\b|\b(?:would|'d) (?:like|love|be happy|be glad|prefer)\b|\bwant(?:ed)? (?:you )?to\b|\bwanna\b|\bhop(?:e|ing)\b|\bjoin (?:us|me)\b|\bcome (?:by|over|to|in|along|join)\b"
        r"|\bwelcome to\b|\b(?:free|available|open)\b|\bpossib|\bif (?:that|this|it|you)\b|\bmaybe\b|\bperhaps\b|\btentativ|\boption|\bpencil|\beither\b|\bplease (?:plan|join|come|attend)\b|\bany chance\b|\bwould\b"
    ),
    confirms=(
        r"\bconfirm|\bas (?:planned|agreed|discussed|scheduled)\b|\bsee you\b|\b(?:is|are|been|'re|'s) (?:now |all |still )?(?:set|scheduled|booked|on for|locked)\b|\blook(?:ing)? forward\b|\bremind|\bbe held\b"
        r"|\btak(?:e|es|ing) place\b|\bit is[.!]?$|\blocked in\b|\bworks for me\b|\bcount me in\b|\bi'll be there\b"
    ),
    cancels=(
        r"\bcancel|\bcalled off\b|\bcall off\b|\b(?:is|are|'s) off\b|\bnot be (?:able|a)\b|\bunable to (?:make|attend|join|meet)\b|\b(?:can'?t|cannot|can not|won't be able to|couldn't) (?:make|attend|join|meet|come)\b"
        r"|\bthere (?:will be no|will not be|won't be|is no)\b|\bnot (?:take place|happen|be held|meet)\b|\bwon't (?:take place|happen|be held|meet)\b|\bno longer (?:happening|taking place|meeting|possible|able)\b|\bhave to (?:skip|miss|drop)\b|\bscrap"
    ),
    moves=(
        r"\bmov(?:e|es|ed|ing)\b|\breschedul|\bprepon|\bpush(?:ed|ing)?\b|\bpostpon|\bshift(?:ed|ing)?\b|\bput (?:back|off)\b|\bbring (?:it |this )?forward\b|\bbrought forward\b|\bbump(?:ed|ing)?\b|\binstead\b|\bchang(?:e|ed|ing)\b.{0,40}\b(?:to|from)\b|\bslid(?:e|ing)?\b|\brather than\b"
    ),
    before=r"\b(?:from|instead of|rather than|not|was|of|our|the|original(?:ly)?|your|that)(?: (?:on|at|the|for))* *$",
    # things happen at an hour without anybody meeting
    others=(
        r"\b(?:deadline|due|expir|ship|shipp|arriv|depart|flight|lands?|landing|release[ds]?|launch|outage|downtime|maintenance|backup|posted|wrote|sent|received|published|price[ds]?|trading|staffed|opens?|closes?|temperature"
        r"|(?:is|are|'re) open|opening hours|office hours|hours are|available until|sale|offer|out of (?:the )?office|vacation|back (?:in|on)|return(?:ing)? (?:to|on)|http|www|episode|broadcast|airs|flow|gas day|nominat)\b"
    ),
    past=r"\b(?:met|had|held|attended|discussed|talked|spoke|saw|was|were|visited|called|came|went|did|enjoyed|reported|apologi[sz]e|recap|missed|missing|took place|happened|yesterday|last (?:week|month|night|year|time))\b",
    spans=r"^[ ,]*(?:through|thru|to|until|till|-|and)[ ,]*$",
    chooses=r"^[ ,]*(?:or|and|or else|/|,|or maybe|or even|or on|and on|or alternatively)[ ,]*(?:on |at )?$",
    wishes=(
        r"\b(?:can|could|shall|should|may|might) (?:we|you and i) (?:\w+ )?(?:meet|set up|schedule|arrange|get together|sit down|catch up|find (?:a|some) time)\b"
        r"|\b(?:would|'d|be|am|are|'m|'re) (?:\w+ )?(?:like|love|happy|glad|delighted|pleased|keen|eager) (?:to|if we could) (?:meet|visit|get together|sit down|catch up|host|receive|welcome|set up|schedule|arrange|have (?:a |some |another )?(?:\w+ )?(?:call|chat|meeting|lunch|dinner|visit|discussions?))\b"
        r"|\blet'?s (?:\w+ )?(?:meet|get together|regroup|reconvene|catch up|sit down|do (?:lunch|dinner|coffee)|have (?:lunch|dinner|coffee|drinks)|grab (?:lunch|dinner|coffee|a (?:coffee|beer|bite))|find a time|set up|schedule)\b"
        r"|\bpossible (?:for us )?to (?:meet|schedule|arrange|set up)\b|\bwelcome to (?:visit|come|join|stop by|drop by)\b|\b(?:a |the )?(?:dates?|times?) for (?:the|a|our|your) (?:\w+ ){0,2}(?:meeting|call|visit|lunch|dinner|session|interview|demo)\b"
        r"|\b(?:lunch|coffee|dinner|drinks|a beer) (?:one of (?:these|those) days|some ?time|soon|when you|next time)\b|\b(?:when|what time|which day)\b.{0,30}\b(?:free|available|suits? you|works? for you|(?:can|could|shall) we (?:meet|talk|speak))\b"
    ),
    same=r"\b(?:same|usual) (?:time|hour|slot)\b|\bas before\b",
)  # fmt: skip
