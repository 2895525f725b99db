"""English promises and requests."""

from __future__ import annotations

from typing import Final

from extract.patterns.intents.ways import Cue, Ways

_SELF_EN = (
    r"(?:i|we|^(?:\w+ ){1,2}(?:and|or) i|one of us|somebody from my team|someone from (?:my|our) (?:team|office))"
)
_SOFTLY = (
    r"(?:(?:also|then|now|just|certainly|definitely|gladly|personally|happily|probably|try (?:and|to)|do (?:my|our) best to"
    r"|make sure (?:to|that (?:i|we))|be sure to|be happy to|be glad to|be able to|still|first|of course|again|always"
    r"|have to|need to|attempt to|endeavou?r to|go ahead and|most likely)\s+)*"
)
_VERB = r"(?P<verb>[a-z][a-z'-]+)"

# What puts the present tense into the future: "we ship on Thursday".
_WHEN: Final = (
    r"(?:today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|tues|wed|thu|thur|thurs|fri)\b|next (?:week|month)|(?:end of|this) (?:the |this |next )?(?:week|month|morning|afternoon|evening)"
    r"|week \d|in (?:an?|one|two|three|five|ten|\d+) (?:\w+ )?(?:minutes?|hours?|days?|weeks?)|(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)\.? \d"
    r"|\d(?:st|nd|rd|th)\b|\d{4}-\d\d|\d/\d|eod|cob|first thing|asap)"
)
_CUES: Final = (
    Cue("author", rf"\b{_SELF_EN}(?:'ll|’ll| will| shall) {_SOFTLY}{_VERB}", "We'll send the drawings over."),
    Cue("author", rf"\b{_SELF_EN}(?: am|'m|’m| are|'re|’re) (?:also |just |now )?going to {_SOFTLY}{_VERB}",
        "I'm going to ask our lawyer."),
    Cue("author", r"\b(?:i|we)(?: am|'m|’m| are|'re|’re) (?:also |just |now |currently )?(?P<verb>(?:send|forward|mail|email|ship|fax|arrang"
        r"|prepar|draft|schedul|sett|order|call|follow|contact|check|circulat|transferr|pull|chang|updat|revis|book|wir|correct|replac|cancel|releas|draw|redo|submitt|collect|deliver)ing)\b",
        "I'm preparing the figures for you."),
    Cue("author", rf"\b(?:i|we) (?:plan|intend|promise|undertake|commit|agree|aim|expect|hope) to {_SOFTLY}{_VERB}",
        "We intend to ship the rest."),
    Cue("author", rf"\b(?:let me|allow me to) {_SOFTLY}{_VERB}", "Let me ask our warehouse."),
    Cue("author", rf"\b(?:i|we) can (?:then |also |certainly |definitely |gladly )?{_VERB} (?:you|it|that|this|them|those|these|the|a|an|one|some|over)\b",
        "I can bring it along on Monday."),
    Cue("author", rf"\b(?:i|we)\b.{{3,80}}?\b(?:and|but) (?:will|shall) {_SOFTLY}{_VERB}", "We checked the lot and will replace it."),
    Cue("author", rf"\b(?:i|we) (?:just |still |also )?(?:need|have|ought) to {_VERB}", "I have to ask Mira first."),
    Cue("author", rf"\b(?:i|we)'d be (?:happy|glad) to {_VERB}|\b(?:i am|i'm|i’m|we are|we're|we’re) (?:happy|glad) to (?P<verb2>[a-z]+)",
        "I'd be happy to walk you through it."),
    Cue("author", rf"\b(?:i|we) (?:also |then |still |first )?(?P<present>[a-z]+) [^.;!?]{{0,80}}\b{_WHEN}", "We ship the rest on Thursday."),
    Cue("author", rf"\b(?:i am|i'm|i’m|we are|we're|we’re)(?: now| also| just)? (?P<verb>[a-z]+ing) [^.;!?]{{0,60}}\b{_WHEN}", "I'm bringing the samples tomorrow."),
    Cue("author", rf"^(?P<verb>[a-z]+ing) you [^.;!?]{{0,60}}\b{_WHEN}", "Sending you the figures tomorrow."),
    Cue("author", rf"\byou(?: also| then)? (?:receive|get) [^.;!?]{{0,60}}\b{_WHEN}", "You receive the papers on Friday."),
    Cue("author", r"\b(?:i am|i'm|i’m|we are|we're|we’re) (?:committed|committing) to [a-z]+", "I'm committed to fixing it."),
    Cue("author", rf"\b(?:i|we) can (?:also |then |certainly |definitely )?{_VERB} [^.;!?]{{0,60}}\b{_WHEN}", "I can ship the lot by next week."),
    Cue("author", rf"^(?:(?:ok|okay|sure|yes|great|thanks|perfect|right)[,.! ]+)?(?:will|shall) {_SOFTLY}{_VERB}",
        "Will forward it once it arrives."),
    Cue("author", r"\bwill be (?:also |then )?(?:(?:sent|forwarded|distributed|provided|mailed|emailed|e-mailed|faxed|delivered"
        r"|circulated|shipped|issued|posted|sent out|prepared|invoiced|corrected|fixed))\b", "The minutes will be circulated."),
    Cue("author", r"\b(?:will|'ll|’ll) (?:also |then |all |definitely |certainly )?(?:reach you|be (?:over )?(?:with|to) you|be (?:on|in|at) your (?:desk|inbox|in-tray|hands|door|site))\b", "A spare key will be with you tonight."),
    Cue("author", r"\byou(?:'ll|’ll| will| should)(?: also| then)? (?P<verb>(?:receive|get|have)) ", "You will get the samples."),
    Cue("author", r"\b(?:my|our) (?:to[- ]?do|action item|next step|job|part|task)s? (?:is|are|will be) to (?P<verb>[a-z]+)",
        "My next step is to compare both offers."),
    Cue("author", r"\b(?:i'll|i will|we'll|we will) (?:be) (?:also |then )?(?P<verb>[a-z]+ing)\b", "I'll be sending two invoices."),
    Cue("recipient", rf"\b(?:please|pls|plz|kindly)[,:]? (?:also |just |then |do |kindly |be sure to |make sure (?:to|you) |remember to |try to )*{_VERB}",
        "Please countersign both pages."),
    Cue("recipient", rf"\b(?:can|could|would|will|might|won't|couldn't|can't) (?:you|u|anyone|anybody|someone|somebody|one of you|y'all|you guys|you both|you all)(?: please| pls| kindly| also| possibly| perhaps| maybe| just| then)* {_VERB}",
        "Could you check the stock?"),
    Cue("recipient", r"\b(?:would|do) you mind (?P<verb>[a-z]+ing)\b", "Would you mind sending it again?"),
    Cue("recipient", rf"\b(?:i|we)(?:'d|’d| would)? (?:need|want|like|love|prefer|ask|expect|appreciate it if|be grateful if|appreciate if) (?:you|each of you|anyone|all of you|everyone|your team|somebody|someone)(?: all| both| also| guys)? (?:to |could |would |can )?(?:please )?{_VERB}",
        "I'd like you to confirm the quantities."),
    Cue("recipient", r"(?:^|\b(?:i|we)(?:'d|’d| would)? (?:still |also |just |really )*)(?P<verb>(?:need|require|want|like to (?:have|get|see|receive)|would like|'d like|request)) (?:to have |to get |to see |to know |from you )?(?:your|the following|more|further|an? (?:[a-z]+ )?(?:copy|update|answer|list|decision|response|reply|signed|quote|revised|complete)|copies|confirmation)",
        "We still need your bank details."),
    Cue("recipient", rf"\b(?:would|is|was) it (?:be )?possible (?:for you )?(?:to {_VERB})?|\bdo you think (?:it (?:is |would be )?possible|you (?:can|could))",
        "Would it be possible to move the pallet?"),
    Cue("recipient", r"\b(?:let|keep) (?:me|us) (?:know|posted|informed|updated)\b", "Let us know which colour you prefer."),
    Cue("recipient", rf"\byou(?:'ll|’ll| will)? (?:might want to|may want to|should|need to|must|have to|ought to|are (?:asked|requested|required|expected|invited) to|are to|might|may wish to|just have to) (?:also |please |then |just )*{_VERB}",
        "You need to renew the certificate."),
    Cue("author", r"\b(?:you|u) can expect (?P<verb>our|my|the|a|an|it|them|this|delivery|payment|shipment)\b", "You can expect the first crates in June."),
    Cue("author", rf"^(?:gonna|going to) {_SOFTLY}{_VERB}", "Going to order the missing gaskets."),
    Cue("recipient", rf"\breminder to {_VERB}", "A reminder to renew the permit."),
    Cue("recipient", rf"\bany (?:way|chance) (?:you|u) (?:can|could|might|would) {_VERB}", "Any chance you could post the keys?"),
    Cue("recipient", r"\b(?:is|are) due (?:back |in )?to (?P<verb>me|us)\b", "Time sheets are due back to us at noon."),
    Cue("recipient", r"^(?:and |then |so |just |please )*(?P<verb>have) (?:somebody|someone|your|him|her|them|it|a (?:word|look|chat) with|a look at)\b",
        "Have your broker stamp it."),
    Cue("recipient", r"^(?:and |then |so |just |please )*(?P<verb>look) (?:at|into|up|over|through)\b", "Look into the missing crate."),
    Cue("recipient", rf"\b(?:don't|don’t|do not) forget to {_VERB}|^(?:and |also |please )*(?:be sure|make sure|remember|try) (?:to|that you|you) (?P<verb2>[a-z]+)",
        "Don't forget to attach the form."),
    Cue("recipient", rf"\b(?:i|we) (?:ask|request|urge|encourage|remind|invite|advise)(?: that)? (?:you|all|everyone|each)(?: all| both)?(?: to)? {_VERB}",
        "We ask you to return the keys."),
    Cue("recipient", r"\b(?:needs?|has|have|must|ought) (?:to )?(?:be|reach|arrive|get|come)\b[^.;!?]{0,60}\b(?:by|before|until|no later than)\b", "The bid must reach us before noon."),
    Cue("recipient", r"\b(?:i|we) (?:must have|have to have|need|require|want|expect|await) (?:the |your |an? |all |this |that |it )[^.;!?]{0,60}\b(?:by|before|until|no later than|asap|on|today|tomorrow)\b", "We require the drawings before Monday."),
    Cue("recipient", r"\b(?:can|could|may) (?:i|we) (?:please )?(?:have|get|ask|borrow|see)\b", "Can I have your answer today?"),
    Cue("recipient", rf"\b(?:would|will) you be (?:so|as) (?:kind|good|nice)(?: as)? to {_VERB}", "Will you be so good as to lock up?"),
    Cue("recipient", r"\byou (?P<verb>send|provide|return|sign|deliver|bring|confirm|check|prepare|pay)\b[^.;!?]{0,60}\b(?:by|before|until|on|no later than)\b", "You return the crates by noon."),
    Cue("recipient", r"^(?:and |just |so |then )?(?:have|get|let) (?:me|us|someone|somebody|him|her|them|your|the|it|this|that|all|a) ", "Get me the keys."),
    Cue("recipient", r"\bit(?:'d|’d| would) be (?:\w+ )?(?:great|nice|helpful|good|best|appreciated|wonderful|ideal|perfect|useful) if (?:you|someone|your team) (?:could |can )?(?P<verb>[a-z]+)",
        "It would be great if you could test the sample."),
    Cue("recipient", r"\b(?:i|we)(?:'d|’d| would)? (?:need|want|like|appreciate) (?:this|it|that|these|those|them|(?:the|your) [\w ]{2,40}) (?:done|finished|signed|back|by|completed|sent|fixed|returned|before|asap)\b",
        "We need the forms back on Monday."),
    Cue("recipient", r"\b(?:i|we)(?:'d|’d| would|'ll| will)? (?:greatly |really |very much )?appreciate (?:it if |if )?(?:you|your (?:help|feedback|comments|input|reply|response|confirmation|thoughts))",
        "We'd appreciate your comments on clause 4."),
    Cue("recipient", r"\b(?:has|have) asked (?:us|you|[a-z]+) to (?P<verb>[a-z]+)", "The auditor has asked us to supply the ledger."),
)  # fmt: skip

# Acts that an English sentence may order by beginning with them.
_IMPERATIVES: Final = frozenset(
    """
    send call use give check forward review sign make take ask tell email e-mail mail fax confirm provide contact advise
    complete fill reply respond keep remember bring submit ensure schedule prepare arrange add remove change update print
    read return circulate verify correct approve include attach copy cc book order ship order cancel move delete put drop
    remit fetch pick grab ring turn reset leave wire deposit settle fix deliver collect drop swap redo resend post return
    keep courier fax type initial countersign pass help plan coordinate follow hold stop start join log download install upload set talk speak discuss share
    disregard ignore replace revise rsvp finish compare explain clarify execute draft
    pick leave wear put tell make clear lock unlock count test swap switch close turn choose
    freeze fix clean book enter post bill charge load unload pull push raise lower measure mind watch cover bear bring
    notify inform pay transfer invoice process reserve register vote highlight describe summarize summarise
    """.split()
)  # fmt: skip
# Words of state or feeling: "I will need", "we shall see" promise nothing.
_STATES: Final = frozenset(
    """
    be been being need want like love hope know see think understand appreciate miss believe assume expect wait prefer
    guess enjoy agree suppose feel seem remain stay become depend exist wish doubt fear regret hate owe own possess
    before after until in on at by with for to from as if
    not never no you only ever admit say add mention never-mind assure warn
    remember forget recall recognize recognise realize realise notice hear learn live die win lose grow benefit
    apologize apologise volunteering playing play hear return returning talk
    working going coming looking leaving traveling travelling hoping thinking waiting meeting having wondering trying
    planning expecting attending flying
    look-forward begin continue go come leave arrive travel fly return
    """.split()
)  # fmt: skip
# Acts that are none when somebody asks for them in these words: "please find", "please note".
_FORMULAS: Final = frozenset(
    """
    find note see accept meet excuse forgive bear be feel hesitate understand rest imagine forgive pardon enjoy
    join-me believe allow consider know realize see refer stop unsubscribe visit click
    """.split()
)  # fmt: skip
# Whole turns of phrase that ask nothing definite.
_EMPTY: Final = (
    r"\blet (?:me|us) know if (?:you|there|anyone)(?: guys| all| should| do| still| ever)? ?(?:have|has|need|are|is|require|want|would like)? ?(?:any|anything|some|further|more|additional|other|questions|concerns)",
    r"\b(?:call|contact|e-?mail|reach|ask|ring|write|let|notify|get in touch with|get back to|see|page|holler)\b.{0,40}\b(?:if|should|with|for) (?:you (?:have|need|require)|there are|any|further|additional|questions|other)\b",
    r"\bif (?:you|there|anyone)\b.{0,30}\b(?:questions?|concerns?|comments|problems?|trouble|further (?:information|assistance|help))\b.{0,60}\b(?:call|contact|let|e-?mail|reach|hesitate|feel free|give|ask|write|ring)\b",
    r"\b(?:feel free|hesitate to|don't be shy|do not be shy)\b",
    r"\bplease (?:find|see|note|be (?:advised|aware|informed|assured)|refer to the attached|do not reply|don't reply|do not hesitate)",
    r"\bkeep in touch\b|\bstay tuned\b|\bhave a (?:great|good|nice|safe)\b|\btake care\b|\bkeep up the\b|\bkeep in mind\b",
    r"\bsee (?:the )?(?:attached|below|above|enclosed)\b",
    r"\b(?:consider the environment|delete (?:this|the|all)|unsubscribe|opt[- ]out|click here|to be removed|notify the sender)\b",
    r"\bleave (?:it|this|that) (?:with|to) (?:me|us)\b",
    r"\bplease let me know if i can\b|\blet me know if (?:i|we) can (?:help|be|do|assist)\b",
)  # fmt: skip

_DECISIONS: Final = (
    r"\b(?:i|we)(?:'ve|’ve| have|'d|’d| had)? (?:now |also |all |just |finally )*(?:decided|agreed|concluded|settled on|opted|chosen|chose|approved|signed off)\b",
    r"\b(?:we|i)(?:'ll|’ll| will|'re going to| are going to|'d like to| would like to|'re| are) (?:now |therefore |then )*(?:go(?:ing)? (?:ahead|with|for)|proceed(?:ing)?|move (?:ahead|forward)|moving (?:ahead|forward)|sign(?:ing)? (?:the|with)|stick(?:ing)? with)\b",
    r"\b(?:has|have) (?:now |just |been |all )*(?:approved|signed off|agreed|given (?:us )?(?:the )?(?:green light|go-ahead)|accepted)\b",
    r"\b(?:the|our|final|my) (?:\w+ )?decision (?:is|was)\b|\bit (?:is|was|has been) (?:decided|agreed)\b|\bas (?:agreed|decided)\b",
    r"\blet's (?:go with|go for|proceed with|stick with|do it)\b|\bi hereby (?:accept|confirm|approve)\b|\byou have our (?:go-ahead|approval|order)\b",
)  # fmt: skip
_NEXT_STEPS: Final = (
    r"\b(?:the |our |as )?next steps?(?:\b.{0,40})?(?: is| are| would be| will be|:|,)",
    r"\b(?:the )?plan is (?:to|that|for)\b|\baction (?:items?|points?)\b|\bway forward\b|\bto move (?:this|things) forward\b",
)  # fmt: skip

# Before a participle or another verb, and in the past.
_AUXILIARIES: Final = frozenset(
    """
    am are is was were be been can could will would shall should might may must do does did have has had ll not
    met went sent got had was were did saw spoke told gave came made took left wrote said heard thought knew found kept paid
    bought brought held led felt lost sold stood understood won built spent taught caught drew drove ran sat got been done
    """.split()
)  # fmt: skip

WAYS: Final = Ways(_CUES, _IMPERATIVES, _STATES, _FORMULAS, _EMPTY, _DECISIONS, _NEXT_STEPS, _AUXILIARIES)
