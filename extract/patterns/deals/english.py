"""English. An "offer" may be a job's or a seat's, so what is offered is named, and "order" is an order only as a noun."""

from __future__ import annotations

from typing import Final

from extract.patterns.deals.form import Dealing, Way

_PAPER: Final = r"(?:quote|quotation|proposal|estimate|offer|bid)"
_CONTRACT: Final = (
    r"(?:(?:[a-z-]+ ){0,2}(?:contract|agreement|order form|statement of work|sow|licen[cs]e|subscription|renewal))"
)
_WELL: Final = r"(?:(?:hereby|herewith|now|just|today|finally|internally|therefore|gladly|happily|also|already) )*"
_HERE: Final = r"\b(?:attached|enclosed|please find|you(?:'ll| will)? find|here(?:'s| is| are|with)?|below)\b"
_WE: Final = r"\b(?:we|i)"
_HAVE: Final = rf"{_WE}(?:'ve|’ve| have| had)? {_WELL}"
_WAYS: Final = (
    Way("asked", "seller", rf"\bthank(?:s| you)\b[^.;?!]{{0,30}}\b(?:your|the) request for (?:a |an |our )?{_PAPER}\b",
        "Thanks for the request for a quote."),
    Way("asked", "buyer", rf"\b(?:please|could you|can you|would you|kindly)\b[^.;?!]{{0,40}}\b(?:send|provide|give|submit|prepare|make|draw up|let)\b[^.;?!]{{0,30}}\b(?:an?|your|another)\b[^.;?!]{{0,25}}\b{_PAPER}\b",
        "Could you send us a quote for forty pumps?", is_plain=True),
    Way("asked", "buyer", rf"{_WE}(?:'d|’d| would)? (?:also )?(?:like|need|want|request|ask for|are asking for)\b(?: to (?:request|have|get|receive|ask for|see))? (?:an?|your|another) (?:[a-z-]+ ){{0,2}}{_PAPER}\b",
        "We would like to request a quotation.", is_plain=True),
    Way("asked", "buyer", r"\b(?:please|could you|can you|would you) (?:please )?quote (?:us|me|for|your|the|\d)", "Please quote for 12 pumps.", is_plain=True),
    Way("agreed", "seller", r"\b(?:thanks?|thank you)\b(?: (?:a lot|again|very much|so much|kindly))? for (?:your|the) (?:[a-z-]+ )?(?:purchase )?order\b",
        "Thanks a lot for the order."),
    Way("agreed", "seller", rf"{_WE} {_WELL}(?:are pleased to |are happy to |can )?confirm (?:receipt of )?your (?:[a-z-]+ )?(?:purchase )?order\b", "We hereby confirm your order.", is_plain=True),
    Way("agreed", "seller", rf"{_HERE}[^.;?!]{{0,40}}\b(?:our|the|your) order (?:confirmation|acknowledg[e]?ment)\b", "Please find attached our order confirmation."),
    Way("signed", "buyer", rf"\b(?:counter-?)?signed {_PAPER}\b[^.;?!]{{0,30}}\b(?:is |are )?(?:attached|enclosed|below)\b|{_HERE}[^.;?!]{{0,50}}\b(?:counter-?)?signed (?:[a-z-]+ )?(?:{_PAPER}|order form)\b",
        "Attached is the signed quote."),
    Way("signed", None, rf"{_HERE}[^.;?!]{{0,50}}\b(?:counter-?)?signed {_CONTRACT}\b|\b(?:counter-?)?signed {_CONTRACT}\b[^.;?!]{{0,30}}\b(?:is |are )?(?:attached|enclosed)\b",
        "Please find attached the signed contract."),
    Way("signed", "buyer", rf"{_HAVE}(?:counter-?)?signed (?:the|your) (?:{_PAPER}|order form)\b", "We have signed your offer."),
    Way("signed", None, rf"{_HAVE}(?:counter-?)?signed (?:the|your|our) {_CONTRACT}\b|\b(?:the|our|your) {_CONTRACT} (?:is|has|was) {_WELL}(?:been )?(?:fully )?(?:counter-?)?signed\b",
        "The contract has now been signed."),
    Way("declined", "buyer", rf"{_HAVE}(?:decided|opted|chosen|voted) (?:against (?:you|your)|not to (?:accept|pursue|proceed with|go (?:ahead )?with|take up) (?:you|your|the {_PAPER}))\b",
        "We have decided against your offer.", is_plain=True),
    Way("declined", "buyer", rf"{_HAVE}(?:decided|opted|chosen|chose|gone|awarded)\b[^.;?!]{{0,40}}\b(?:another|a different|an alternative|one of your) (?:supplier|vendor|provider|company|bidder|partner|solution|product|competitors?|{_PAPER})\b",
        "We have chosen another supplier."),
    Way("declined", "buyer", rf"{_WE}(?: will not| won't| won’t| cannot| can't| can’t| are not| do not| don't| are unable to| are not able to| shall not) (?:be able to |be )?(?:accept|pursue|proceed(?:ing)? with|go(?:ing)? ahead with|mov(?:e|ing) forward with|take up) your (?:[a-z-]+ )?{_PAPER}\b|{_WE} (?:must |have to |regret to |regretfully |therefore )*(?:decline|reject) your (?:[a-z-]+ )?{_PAPER}\b",
        "We will not proceed with your proposal.", is_plain=True),
    Way("declined", "buyer", r"\b(?:we|i)(?: must| have to| need to| would like to| want to|'d like to)? (?:unfortunately |hereby )?cancel (?:our|the|my) (?:purchase )?order\b", "We have to cancel our order.", is_plain=True),
    Way("cancelled", "buyer", rf"{_WE}(?:'d like to|’d like to| would like to| want to| wish to| must| have to| have decided to| are writing to)? {_WELL}(?:cancel|terminate|end|give notice (?:of|to terminate|on)) (?:our|the|this|my|your) {_CONTRACT}\b",
        "We would like to cancel our maintenance contract.", is_plain=True),
    Way("cancelled", "buyer", rf"{_WE} (?:do not|don't|don’t|will not|won't|won’t|have decided not to|are not going to) (?:wish to |want to |intend to )?(?:renew|extend|prolong) (?:our|the|this|my|your) {_CONTRACT}\b",
        "We will not renew our licence.", is_plain=True),
    Way("cancelled", "seller", rf"{_WE} {_WELL}confirm (?:receipt of )?(?:the |your )(?:cancellation|termination|notice)(?: of (?:your|the) {_CONTRACT})?\b", "We confirm the termination of your contract."),
    Way("agreed", "buyer", rf"{_WE}(?:'d like to|’d like to| would like to| want to| are pleased to| are happy to|'re happy to| am pleased to)? {_WELL}(?:place|placed|are placing|submit|issue|release)(?: (?:the|our|an|a|this|following|purchase|firm|first|second|further|repeat))* order\b",
        "We would like to place the following order.", is_plain=True),
    Way("agreed", "buyer", rf"{_WE} {_WELL}order (?:the following|from you|as (?:per|offered|quoted)|(?:the )?(?:\d+|one|two|three|four|five|six|eight|ten|twelve)\b)", "We hereby order 12 pumps as offered."),
    Way("agreed", "buyer", rf"{_HERE}[^.;?!]{{0,40}}\b(?:our|the|a|my) (?:signed )?(?:purchase order|po|order)(?: (?:no|number|nr|for|over|as|in|#)\b| ?[#\d(:]|[.,;!]|$)", "Please find attached our purchase order."),
    Way("agreed", "buyer", r"\b(?:our )?(?:purchase order|po)\b(?: (?:no\.?|number|nr\.?))? ?[\w/-]{0,15} (?:is )?(?:attached|enclosed|below)\b", "Purchase order 4711 is attached."),
    Way("agreed", "buyer", rf"{_HAVE}(?:decided|opted|chosen|settled)\b[^.;?!]{{0,30}}\b(?:for|to go (?:ahead )?with|in favou?r of|on|to accept|to work with|to buy from|to order from) (?:you(?:[ ,.;!]|$)|your (?:[a-z-]+ )?(?:{_PAPER}|solution|product|system|company|team|platform))",
        "We have decided for you."),
    Way("agreed", "buyer", rf"{_WE} {_WELL}(?:accept|approve) (?:your|the) (?:[a-z-]+ )?{_PAPER}\b", "We accept your offer."),
    Way("agreed", "buyer", rf"{_WE}(?:'d like to|’d like to| would like to| want to|'ll|’ll| will|'re going to| are going to| are happy to)? {_WELL}(?:go|proceed|move) (?:ahead |forward )?with (?:your|the) (?:[a-z-]+ )?{_PAPER}\b",
        "We would like to go ahead with your offer.", is_plain=True),
    Way("agreed", "buyer", r"\byou have (?:our|my) (?:purchase )?order\b|\b(?:treat|consider|take) this (?:e-?mail |mail |message )?(?:as|to be) our (?:firm |binding |official |purchase )*order\b|\b(?:the|our) (?:order|contract) is yours\b|\bwe (?:are )?award(?:ed|ing)? you the (?:contract|order)\b",
        "Please take this mail as our order.", is_plain=True),
    Way("offered", "seller", rf"{_HERE}[^.;?!]{{0,40}}\b(?:our|my|the|an?) (?:[a-z-]+ ){{0,3}}{_PAPER}\b", "Please find attached our revised quote."),
    Way("offered", "seller", rf"\b(?:our|my|the) (?:[a-z-]+ ){{0,2}}{_PAPER} (?:for [^.;?!]{{1,40}} )?is (?:attached|enclosed)\b", "The renewal offer is attached."),
    Way("offered", "seller", rf"{_HAVE}sent (?:you |over )?(?:our|my|the|an?) (?:[a-z-]+ ){{0,2}}{_PAPER}\b", "I have just sent you our quote."),
    Way("offered", "seller", rf"\b(?:our|my|the) (?:[a-z-]+ ){{0,2}}(?:{_PAPER}|price) (?:for [^.;?!]{{1,60}} )?(?:is|are|comes to|amounts to|totals|stands at|now stands at)\b", "Our price for both lines is 8,400 EUR.", needs="amount"),
    Way("offered", "seller", rf"{_WE} (?:can |could |are pleased to |are happy to |hereby |gladly )*(?:offer|quote)(?: you)?\b", "We can offer you the lot for 8,400 EUR.", is_plain=True, needs="amount"),
    Way("expected", "buyer", r"\b(?:we|i|our (?:[a-z-]+ )?(?:board|management|committee|team))(?:'ll| will| want to| plan to| expect to| hope to| should| intend to| are going to)?\b[^.;?!]{0,30}\b(?:decide|(?:make|take|reach|come to) (?:a|our|the) (?:final )?decision)\b",
        "We will decide by 12 December.", is_plain=True, needs="day"),
    Way("expected", "buyer", r"\b(?:our|the) (?:final )?decision (?:will|is|should)\b|\b(?:we|i) (?:will|plan to|intend to|expect to|aim to|want to) (?:place (?:the|our|an) order|sign|order)\b", "We plan to sign on 4 December.", is_plain=True, needs="day"),
)  # fmt: skip
_NEVER: Final = (
    r"\b(?:if|unless|provided that|providing|subject to|in case|assuming|suppose|supposing|whether|as soon as|once|when|whenever"
    r"|were to|for example|e\.g|hypothetically|pending|in the event|depending on|job offer|offer letter|offer (?:of an?|to)|on condition|template|specimen)\b"
)
_NOT_YET: Final = (
    r"\b(?:not|never|cannot|no|without|before|until|will|shall|would|could|might|may|should|must|hope|hoping|expect|expecting|await|awaiting"
    r"|wait|waiting|plan|want|to be|be|going to|need|ready to|going|prefer|reminder|still|unable|yet|who|their|his|her|they|she|he|competitor)\b|n't\b|n’t\b|\b'(?:ll|d)\b"
    r"|\bplease (?:f[^i]|[^f])|\bkindly\b|\b(?:can|do|did|have) you\b"
)
DEALING: Final = Dealing(
    words=r"quot|proposal|estimate|offer|\bbid\b|order|\bpo\b|contract|agreement|subscription|licen[cs]e|statement of work|\bsow\b|decid|decision|opted|chosen|renew|\bprice|\bsign",
    ways=_WAYS,
    never=_NEVER,
    not_yet=_NOT_YET,
    total=r"\b(?:total|totals|sum|amounts? to|comes to|altogether|overall|all in|grand total|order value|contract value|net price|price)\b",
    besides=r"\b(?:discount|rebate|shipping|freight|postage|deposit|down payment|saving|savings|vat|tax|instead of|was|from|budget)\b[^\d]{0,20}$",
    each=r"^ ?(?:/|per\b|each\b|a (?:piece|month|day|year|head|user|seat|unit|metre|meter)\b|p\.?[am]\.|monthly|hourly|an hour|apiece|discount|off\b|vat|shipping)",
)
