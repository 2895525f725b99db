"""English days, hours and deadlines, as Americans and as the British say them."""

from __future__ import annotations

from typing import Final

from extract.patterns.times.form import Rule, Times, group, named

_WEEKDAYS: Final = named(
    "monday mon", "tuesday teusday tuseday tues tue", "wednesday weds wed wednsday wensday wendesday", "thursday thurdsay thrusday thurs thur thu", "friday firday fri", "saturday sat", "sunday sun"
)  # fmt: skip
_FULL: Final = {name: day for name, day in _WEEKDAYS.items() if name.endswith(("day", "dsay"))}
_MONTHS: Final = named(
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sept sep", "october oct", "november nov", "december dec", first=1,
)  # fmt: skip
_COUNT: Final = named(
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", first=1,
)  # fmt: skip
_ORDINALS: Final = named(
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second",
    "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth",
    "thirty-first", first=1,
)  # fmt: skip
_NUMBERS: Final = _COUNT | _ORDINALS | {
    "a": 1, "an": 1, "fourteen": 14, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30, "forty-five": 45, "forty": 40,
    "sixty": 60, "ninety": 90, "last": -1,
}  # fmt: skip

_WD: Final = rf"{group('wd', _FULL)}(?:'?s)?"
_SHORT: Final = rf"{group('wd', _WEEKDAYS)}\.?(?:'s)?"
_M: Final = rf"{group('m', _MONTHS)}\.?"
_D: Final = r"(?P<d>[0-3]?\d)"
_TH: Final = r"(?: ?(?:st|nd|rd|th)\b)"
_Y: Final = r"(?P<y>(?:19|20)\d\d|'\d\d)"
_N: Final = group(
    "n",
    {word: 0 for word in _NUMBERS if _NUMBERS[word] > 0 and word not in _ORDINALS},
    r"\d{1,3}",
)
_H: Final = r"(?P<h>[0-2]?\d)"
_HW: Final = group("h", _COUNT, r"[0-2]?\d")
_AP: Final = r"(?P<ap>a\.?m\b\.?|p\.?m\b\.?)"
_AP2: Final = r"(?P<ap2>a\.?m\b\.?|p\.?m\b\.?)"
_MIN: Final = r"(?P<min>[0-5]\d)"
_TO: Final = r" ?(?:-|to|till|til|until|thru|through|and) ?"

_RULES: Final = (
    # What only looks like a time
    Rule("nothing", rf"(?:every|each|most|any|alternate) (?:other )?{_SHORT}|(?:good|black|ash|easter|cyber|palm) {_WD.replace('wd', 'wd2')}|24/7|9/11|50/50|someday", "every Friday"),
    Rule("nothing", r"(?:good|best|enjoy(?: the rest of)?|have a \w+) (?:your )?(?:morning|afternoon|evening|night|day|weekend|week)", "good morning"),
    # The calendar
    Rule("date", rf"(?:the )?{_D}{_TH}?(?:(?: ?(?:-|to|until|through|and|&) ?)(?:the )?[0-3]?\d{_TH}?)?(?: of)?[ -]{_M}(?:,?[ -]{_Y})?", "the 3rd of June, 2027; 5-6 October"),
    Rule("date", rf"(?:the )?{group('d', _ORDINALS)} of {_M}(?:,? {_Y})?", "the first of June"),
    Rule("feast", r"(?:christmas|xmas) eve", "by Christmas Eve", 1224),
    Rule("feast", r"christmas(?: day)?|xmas(?: day)?", "before Christmas", 1225),
    Rule("feast", r"boxing day", "on Boxing Day", 1226),
    Rule("feast", r"new years? eve|new year's eve", "New Year's Eve", 1231),
    Rule("feast", r"new years? day|new year's day", "New Year's Day", 101),
    Rule("date", rf"{_M}[ -](?:the )?{_D}{_TH}?(?: ?(?:-|to|thru|through|and|&) ?[0-3]?\d\b{_TH}?)?(?:,? {_Y})?", "October 5-6, 2027", unless=r":\d|\d| ?(?:am|pm|%)"),
    Rule("iso", r"(?P<y>20\d\d|19\d\d)-(?P<mn>[01]\d)-(?P<d>[0-3]\d)", "2027-03-09"),
    Rule("numeric", r"(?P<a>[0-3]?\d)(?:/|-)(?P<b>[0-3]?\d)(?:/|-)(?P<y>(?:19|20)?\d\d)", "3/14/2027"),
    Rule("numeric", r"(?P<a>[0-3]?\d)/(?P<b>[0-3]?\d)", "(11/16)", weak=True),
    Rule("date", r"(?P<d>[0-3]?\d)\.(?P<mn>[01]?\d)\.(?P<y>(?:19|20)?\d\d)", "14.3.2027"),
    Rule("ordinal", rf"(?:the )?{_D}{_TH}(?: (?:of )?(?:this|the) month| inst(?:ant|\.)?)?", "by the 15th", weak=True),
    Rule("numeric", r"(?:on|dated) (?P<a>[0-3]\d)\.(?P<b>0\d|1[0-2])", "on 05.02"),
    Rule("ordinal", rf"the {group('d', _ORDINALS)}", "by the eighteenth", weak=True, unless=rf" (?:{'|'.join(_WEEKDAYS)}|of|and|or|to|time|is|was|one|half|week|day|month|quarter)\b"),
    Rule("ordinal", rf"{_WD} (?P<d>1[3-9]|2\d|3[01])", "Monday 14", unless=r"[:/\d%-]|\.\d| ?(?:am|pm|hrs|h|people|units|minutes|hours|days)\b"),
    Rule("ordinal of month", rf"(?:the )?{_D}{_TH} of next month", "the 5th of next month", 1),
    Rule("ordinal of month", rf"(?:the )?{_D}{_TH} of (?:this|the) month", "the 5th of this month"),
    # Weekdays
    Rule("ordinal", rf"{_WD} {_D}", "Friday 12 at 14:30", unless=r"$|[^ ]| [^a@]| a[^t]"),
    Rule("nothing", rf"(?:the )?(?:1st|2nd|3rd|4th|first|second|third|fourth|last)(?: and (?:1st|2nd|3rd|4th|first|second|third|fourth|last))? {_SHORT} (?:of|in) (?:each|every|the) month", "the 1st and 3rd Monday of each month"),
    Rule("weekday", _WD, "Friday"),
    Rule("weekday", _SHORT, "by Fri.", weak=True, unless=" (?:next to|down|in on|through|with)\\b"),
    Rule("weekday", rf"(?:(?:this|the) )?(?:coming|upcoming) {_SHORT}", "this coming Monday"),
    Rule("this weekday", rf"this {_SHORT}", "this Friday"),
    Rule("next weekday", rf"next {_SHORT}|{_WD.replace('wd', 'wd2')} next", "next Tuesday", unless=" (?:week|month|to|door)"),
    Rule("last weekday", rf"(?:last|past|previous) {_SHORT}|{_SHORT.replace('wd', 'wd2')} last", "last Tuesday"),
    Rule("weekday of week", rf"{_SHORT},?(?: of| in)? next (?:week|wk)", "Wednesday of next week", 1),
    Rule("weekday of week", rf"next (?:week|wk)(?:'s)?,? ?(?:on |-|\()? ?{_SHORT}", "next week on Wednesday", 1),
    Rule("weekday of week", rf"{_SHORT},?(?: of| in)? (?:this|the current) week", "Thursday of this week"),
    Rule("weekday of week", rf"this week,? (?:on )?{_SHORT}", "this week on Thursday"),
    Rule("weekday of week", rf"{_SHORT},?(?: of| in)? the (?:following week|week after next)", "Monday the week after next", 2),
    Rule("last weekday", rf"{_SHORT} (?:of )?last week", "Monday of last week"),
    Rule("weekday and weeks", rf"{_WD} week|a week (?:from|on|this|after)(?: this| next)? {group('wd2', _WEEKDAYS)}|{_SHORT.replace('wd', 'wd3')} in a week", "Friday week", 1),
    Rule("weekday of week", rf"{_SHORT} after next", "the Friday after next", 2),
    Rule("vague", rf"(?:a )?(?:few|couple of|several) (?:days|weeks) (?:from|after) {_SHORT}", "a few days from Monday"),
    Rule("day", r"(?:two weeks|2 weeks|a fortnight) from tomorrow", "six weeks from tomorrow", 15),
    Rule("weekday and weeks", rf"(?:two weeks|2 weeks|a fortnight) (?:from|on|this) {_SHORT}|{_WD.replace('wd', 'wd2')} (?:fortnight|in (?:two|2) weeks)", "two weeks from Monday", 2),
    Rule("nth weekday", rf"(?:the )?(?P<n>first|second|third|fourth|last|1st|2nd|3rd|4th) {_SHORT} (?:of|in) {_M}(?: {_Y})?", "the first Monday in March"),
    Rule("nth weekday", rf"(?:the )?(?P<n>first|second|third|fourth|last|1st|2nd|3rd|4th) {_SHORT} (?:of|in) next month", "the first Monday of next month", 1),
    Rule("nth weekday", rf"(?:the )?(?P<n>first|second|third|fourth|last|1st|2nd|3rd|4th) {_SHORT} (?:of|in) this month", "the last Friday of this month"),
    # From today on
    Rule("day", r"(?:later |sometime |by )?(?:today|2day)(?:'s)?|right now|(?:right|straight) away|a (?:little|bit) later|in a (?:little while|moment|minute)|this (?:very )?day", "later today"),
    Rule("day", r"(?:tonight|tonite|this evening)(?:'s)?|later this evening", "tonight", 0),
    Rule("day", r"(?:later )?this (?:morning|afternoon|arvo|noon)(?:'s)?", "this afternoon"),
    Rule("day", r"(?:tomorrow|tomorow|tommorow|tommorrow|tomorrrow|2morrow|tmrw|tmw|tmr)(?:'s)?", "tomorrow", 1),
    Rule("day", r"(?:the )?day after (?:tomorrow|tommorow|tommorrow)|(?:the )?overmorrow", "the day after tomorrow", 2),
    Rule("day", r"yesterday(?:'s)?|last night", "yesterday", -1),
    Rule("day", r"the day before yesterday", "the day before yesterday", -2),
    Rule("day", r"a week (?:from|after) (?:today|now)|today week|in (?:a|one|1) week(?:'s time)?|within (?:a|one|1|the next) week|one week from (?:today|now)|this time next week", "a week from today", 7),
    Rule("day", r"(?:a|one|1) week (?:from|after) tomorrow|tomorrow week", "a week from tomorrow", 8),
    Rule("day", r"(?:two|2) weeks (?:from|after) tomorrow", "six weeks from tomorrow", 15),
    Rule("day", r"(?:in|within) (?:a|one) fortnight(?:'s time)?|a fortnight (?:from )?(?:today|now|hence)|today fortnight", "in a fortnight", 14),
    Rule("days", rf"(?:in|within|inside(?: of)?|over|not more than|no more than)(?: the next| about| the following)? {_N} (?:calendar )?days?(?:'? time)?", "in ten days", 1),
    Rule("days", rf"{_N} (?:calendar )?days? (?:from (?:now|today|the date of this)|hence|time)", "ten days from now", 1),
    Rule("days", rf"{_N} days? ago", "three days ago", -1),
    Rule("days", rf"(?:in|within|inside(?: of)?|over)(?: the next| about| the following)? {_N} (?:weeks?|wks?)(?:'? time)?", "in two weeks' time", 7),
    Rule("days", rf"{_N} (?:weeks?|wks?) (?:from (?:now|today)|hence|time)", "three weeks from today", 7),
    Rule("days", rf"{_N} (?:weeks?|wks?) ago", "two weeks ago", -7),
    Rule("working days", rf"(?:in|within|inside(?: of)?)(?: the next| about)? {_N} (?:business|working|work) days?(?:'? time)?|{_N.replace('<n>', '<n2>')} (?:business|working|work) days (?:from (?:now|today)|hence)", "within four working days", 1),
    Rule("working days", r"(?:by |on )?(?:the )?next (?:business|working) day", "the next working day", 1),
    Rule("months", rf"(?:in|within)(?: the next| about)? {_N} months?(?:'? time)?|{_N.replace('<n>', '<n2>')} months? from (?:now|today)", "in two months", 1),
    Rule("hours", rf"(?:in|within)(?: the next| about)? {_N} (?:hours?|hrs?)(?:'? time)?", "within 24 hours", 1),
    Rule("day", r"(?:in|within) (?:the next |about )?(?:an? |the |half an |few |couple (?:of )?|a few |a couple (?:of )?)*(?:hours?|minutes?|mins?)|within the hour", "in the next hour"),
    Rule("day", rf"(?:in|within)(?: the next| about)? {_N} (?:minutes?|mins?)(?:'? time)?", "in 20 minutes"),
    # Weeks, months, quarters, years
    Rule("week", r"(?:during |in |the |sometime )*(?:next|following) (?:week|wk)", "next week", 1),
    Rule("week", r"(?:during |in |later |sometime |early |earlier )*this (?:week|wk)", "later this week"),
    Rule("calendar week", r"(?:calendar week|cw|week|wk) ?(?:no\.? ?|number )?(?P<n>[0-5]?\d)", "week 49", unless=r"[\d:/-]| ?(?:of|days|hours|am|pm)"),
    Rule("end of week", r"(?:the )?(?:end|close) of (?:the |this |that |business )?(?:the )?(?:week|wk)|(?:this )?week'?s end|\beow\b|end of wk|this week's end", "by the end of the week"),
    Rule("end of week", r"(?:the )?(?:end|close) of (?:the )?(?:next|following|coming) (?:week|wk)|late next week", "the end of next week", 1),
    Rule("end of month", r"(?:the )?end of (?:the |this |that |current )*(?:calendar )?month|month[- ]end|\beom\b", "the end of the month"),
    Rule("end of month", r"(?:the )?end of (?:the )?(?:next|following|coming) month", "end of next month", 1),
    Rule("end of named month", rf"(?:the )?end[- ]?(?:of )?{_M}(?:,? {_Y})?|(?:the )?last day (?:of|in) {_M.replace('<m>', '<m2>')}", "the end of August"),
    Rule("middle of month", rf"(?:the )?(?:mid|middle)[- ]?(?:of )?{_M}(?: {_Y})?", "mid-November"),
    Rule("middle of month", r"mid[- ]month|(?:the )?middle of (?:the |this )month", "mid-month"),
    Rule("end of calendar week", r"(?:the )?end of (?:calendar week|cw|week|wk) ?(?P<n>[0-5]?\d)", "the end of week 50", unless=r"[\d:/-]"),
    Rule("middle of month", r"(?:the )?(?:middle of|mid[- ]?) ?next month", "the middle of next month", 1),
    Rule("end of quarter", r"(?:the )?end of (?:the |this |that |current )+quarter|quarter[- ]end|\beoq\b", "the end of the quarter"),
    Rule("end of quarter", r"(?:the )?end of (?:the )?next quarter", "the end of next quarter", 1),
    Rule("end of named quarter", rf"(?:the )?end of q(?P<n>[1-4])(?:,? {_Y})?", "the end of Q2"),
    Rule("end of year", r"(?:the )?end of (?:the |this |that |calendar )*year|year[- ]?end|\beoy\b", "the end of the year"),
    Rule("vague", r"asap|a\.s\.a\.p\.?|as soon as (?:possible|you can|i can|we can)|at (?:your|the) earliest (?:convenience|opportunity)|soon|shortly|in due course|at some point|some ?time", "asap"),
    Rule("vague", r"(?:in|over|within|during) (?:the )?(?:next|coming|following|a)? ?(?:few|couple(?: of)?|several|some) (?:of )?(?:days|weeks|months)|(?:in|over) the coming (?:days|weeks|months)", "in a few days"),
    Rule("vague", rf"(?:early|late|later|later in|beginning of|start of|the week of|week of|w/c|week commencing|first week (?:of|in)|second week (?:of|in)) (?:the )?(?:next week|next month|{_M}(?: {_D}{_TH}?)?|this month|the month|{_WD})", "early next week"),
    Rule("vague", r"(?:next|this|the coming) (?:month|quarter|year|weekend|spring|summer|autumn|fall|winter)|over the weekend|q[1-4]", "next month", unless=r"'s end"),
    # Hours
    Rule("clock", rf"{_H}(?:[:.]?{_MIN})? ?{_AP}", "10:30 a.m."),
    Rule("clock", rf"{_H}:{_MIN}(?::\d\d)?", "at 14:30", unless=r"[\d:]"),
    Rule("clock", rf"(?:at|around|about|approx\.?|circa|from|until|till|starting|by|before) ?{_HW}\.{_MIN}", "at 2.30", unless=r"[\d%.]\d"),
    Rule("clock", rf"{_H}\.{_MIN}", "Thursday 14.00", weak=True, unless=r"[\d%.]\d| ?(?:%|m|k|eur|usd|per)"),
    Rule("clock", rf"(?:at|around|about|approx\.?|circa|from|until|till|after|by|before|say|starting|for) ?{_HW}(?: ?-?ish)?", "at 2", weak=True, unless=r"[.,:/-]?\d| ?%| ?(?:hours?|hrs?|days?|weeks?|months?|years?|minutes?|mins?)\b"),
    Rule("clock", rf"@ ?{_HW}(?::{_MIN})?(?: ?{_AP})?", "@ 3pm"),
    Rule("clock", rf"@ ?(?P<h>[0-2]\d){_MIN}", "@ 1400"),
    Rule("clock", rf"{_H}(?::{_MIN})?(?P<ap>[ap])", "Friday 3p", weak=True),
    Rule("clock", rf"{_HW}(?: ?o'? ?clock|-?ish)", "two o'clock"),
    Rule("clock", rf"half[- ]past {_HW}", "half past nine", 30),
    Rule("clock", rf"half {_HW}", "half three", 30, weak=True, unless=r" (?:days?|hours?|weeks?)"),
    Rule("clock", rf"(?:a )?quarter (?:past|after) {_HW}", "quarter past one", 15),
    Rule("clock", rf"(?:a )?quarter (?:to|of|before|till|til) {_HW}", "quarter to five", -15, unless=r" ?(?:%|months?|years?|people)"),
    Rule("clock", rf"(?P<off>five|ten|twenty|twenty-five|5|10|20|25) (?:minutes )?past {_HW}", "ten past four", 1),
    Rule("clock", rf"(?P<off>five|ten|twenty|twenty-five|5|10|20|25) (?:minutes )?(?:to|before) {_HW}", "ten to four", -1, weak=True),
    Rule("clock", rf"(?P<h>[0-2]\d){_MIN} ?(?:hrs?|hours?|h|z)\b", "1400 hrs"),
    Rule("clock", rf"{_H}h{_MIN}", "14h30"),
    Rule("clock", rf"(?:at )?{_H}[.:]{_MIN} ?(?:h|hrs?|hours)\b", "at 15.30h"),
    Rule("clock", rf"(?P<h>0\d|1[0-8]|2[1-3]){_MIN}", "0900 Wednesday", weak=True, unless=r"[.,:/-]?\d"),
    Rule("clock", r"(?:12(?::00)? ?)?(?:noon|midday|noontime)", "noon", 720),
    Rule("range", rf"(?:from |between )?{_H}(?::?{_MIN})? ?{_AP}?{_TO}(?P<h2>[0-2]?\d)(?::?(?P<min2>[0-5]\d))? ?{_AP2}", "from 6-10 pm"),
    Rule("range", rf"(?:from |between )?{_H}(?::{_MIN})?(?P<ap>[ap])? ?- ?(?P<h2>[0-2]?\d)(?::(?P<min2>[0-5]\d))?(?P<ap2>[ap])", "Friday 10a-11a"),
    Rule("range", rf"(?:from |between )?{_H}(?:[:.]{_MIN}){_TO}(?P<h2>[0-2]?\d)(?:[:.](?P<min2>[0-5]\d))?", "10:00 to 11", unless=r"[\d/%]"),
    Rule("range", rf"(?:from |between )?{_H} ?{_AP}{_TO}(?P<h2>[0-2]?\d)(?::(?P<min2>[0-5]\d))?", "9 am to 11", unless=r"[\d/%]"),
    Rule("range", rf"(?:from |between )?{_H}{_TO}(?P<h2>[0-2]?\d):(?P<min2>[0-5]\d)", "10-11:30", unless=r"[\d/%]"),
    Rule("range", rf"(?:from |between )?{_HW}{_TO}{group('h2', _COUNT, r'[0-2]?[0-9]')}", "from 2 to 4", weak=True, unless=r"[\d/%:]| ?(?:days?|weeks?|people|hours?|months?|years?|minutes?|mins?|k\b|times)"),
    Rule("part", r"(?:in the |early |late |mid-?|first thing )*morning", "Tuesday morning", 0),
    Rule("part", r"(?:in the |early |late |mid-?)*afternoon|(?:after|at) lunch(?:time)?", "in the afternoon", 12),
    Rule("part", r"(?:in the |early |late )*evening|\bnight|at night|for dinner|for drinks", "in the evening", 18),
    Rule("close", r"(?:the )?(?:end|close) of (?:the )?(?:business|work|play|trading|office hours|(?:working |work |business )?day)|\beod\b|\bcob\b|\beob\b|\bcop\b|end of today", "EOD"),
    Rule("zone", r"(?:[ecmp][sd]?t|gmt|utc|bst|cet|ist) ?/ ?[0-2]?\d(?:[:.][0-5]\d)? ?(?:am|pm)? ?(?:[ecmp][sd]?t|gmt|utc|bst|cet|ist)", "3 pm ET / 2 pm CT"),
    Rule("zone", r"\(?(?:gmt|utc) ?[+-] ?\d{1,2}(?::?\d\d)?\)?|\(?(?:[ecmp][sd]t|gmt|utc|bst|cest|cet|eet|eest|wet|ist|aest|aedt|acst|acdt|awst|sgt|hkt|jst|nzst|nzdt|msk|et|pt|ct|mt)\)?", "EST"),
    Rule("zone", r"\(?(?:us )?(?:eastern|central|mountain|pacific)(?: (?:standard|daylight))?(?: time)?(?: \(us & canada\))?\)?|(?:london|uk|new york|ny|paris|berlin|german|french|tokyo|singapore|dubai|sydney|chicago|houston|boston|local|european|indian|houston|india|zurich|madrid|amsterdam|stockholm) time", "Central Time"),
    Rule("duration", rf"(?:{_N}|(?P<half>half an?|half)) ?-?(?:hours?|hrs?|h)\b(?P<more> and a half)?", "for an hour", 60),
    Rule("duration", rf"{_N} ?-?(?:minutes?|mins?|min)\b", "30-minute call", 1),
    Rule("duration", r"(?P<n>[1-9])(?P<more>[.,]5) ?-?(?:hours?|hrs?|h)\b", "1.5 hours", 60),
)  # fmt: skip

TIMES: Final = Times(
    weekdays=_WEEKDAYS,
    months=_MONTHS,
    numbers=_NUMBERS,
    rules=_RULES,
    glue=r"(?:on|at|the|of|from|around|about|in|this|by|before|beginning|starting|start|say|for|(?:the )?same time|any ?time|as early as|until|i\.e\.|being|is|which is|first thing|early|late|later|sometime|after|between|before|either|@|promptly)",
    deadline=r"(?:by|before|until|till|til|due(?: (?:back|in))?(?: by| on)?|no later than|not later than|at the latest(?: by)?|deadline(?: is| of| for [^,.;]{2,30} is)?:?|latest(?: by)?|in time for|on or before|prior to|ahead of|up to|expires?(?: on)?|closes?(?: on)?|ending)(?: (?:the|about|around|say|at the latest|then|this|latest|noon|early|late|end of|first thing))*",
    lead=r"(?:on|at|for|the|in|from|around|about|this|first thing|early|late|later|as of|starting|beginning|effective|sometime|during|over|after|since|to)",
    latest=r"(?:at the (?:very )?latest|latest|or (?:sooner|earlier|before)|if not (?:sooner|before))",
    goes_on=r"(?:on|for|in|at|and|or|if|so|to|with|your|my|our|his|her|their|local|tomorrow|today|tonight|next|this|please|then|i|we|he|she|they|you|it|is|are|would|will|should|works?|sharp|instead|if|but|as|because|via|by|from|through|thru|until|before|works|suits?|ok|okay|would|does|can|could|when|where|which|that|via|over|latest|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    past=r"\b(?:was|were|met|had|sent|got|received|talked|spoke|called|came|went|did|didn't|saw|visited|signed|mentioned|said|told|wrote|gave|arrived|shipped|posted|paid|held|asked|finished|completed|left|took|made|missed|has been|have been|yesterday|earlier)\b",
    ahead=r"\b(?:will|'ll|shall|going to|can|could|would|should|please|let's|let us|need|must|may|might|to be|if|want|like to|am|is|are|hope|plan|by|due|meet)\b",
    evening=r"\b(?:tonight|tonite|evening|dinner|drinks|supper|happy hour|pub)\b",
    half_day=True,
)  # fmt: skip
