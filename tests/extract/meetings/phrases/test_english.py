"""English times, seen from Wednesday 25 November 2026, ten in the morning in Chicago."""

from __future__ import annotations

import pytest

from tests.extract.meetings.phrases.spoken import all_told, table

PHRASES = """
You get it today | 2026-11-25
You get it later today | 2026-11-25
I call the lab right now | 2026-11-25
We eat out tonight | 2026-11-25
The van leaves this afternoon | 2026-11-25
Papers go out tomorrow | 2026-11-26
Papers go out tommorow | 2026-11-26
Papers go out first thing tomorrow | 2026-11-26
Papers go out tomorrow morning | 2026-11-26
We load the day after tomorrow | 2026-11-27
They left yesterday | 2026-11-24
They left the day before yesterday | 2026-11-23
We load on Friday | 2026-11-27
We load Friday | 2026-11-27
We load on Fri. | 2026-11-27
We load on Wednesday | 2026-12-02
We load this Wednesday | 2026-11-25
We load this coming Monday | 2026-11-30
We load next Friday | 2026-12-04
We load next Tuesday | 2026-12-01
We load Tuesday next week | 2026-12-01
We load Thursday of next week | 2026-12-03
We load next week on Thursday | 2026-12-03
We load next week Monday | 2026-11-30
We load this week, Thursday | 2026-11-26
We load on Thursday of this week | 2026-11-26
We load Monday the week after next | 2026-12-07
We load a week from Friday | 2026-12-04
We load Friday week | 2026-12-04
We load on Friday in a week | 2026-12-04
We load two weeks from Monday | 2026-12-14
We loaded last Tuesday | 2026-11-24
We loaded Monday last week | 2026-11-23
He called Friday | 2026-11-20
He will call the person who called Friday | 2026-11-27
We meet the first Monday in March | 2027-03-01
We meet the 3rd Tuesday of January | 2027-01-19
We meet the last Friday in December | 2026-12-25
a week from today I fly | 2026-12-02
a week from tomorrow I fly | 2026-12-03
in a week I fly | 2026-12-02
two weeks from tomorrow I fly | 2026-12-10
in a fortnight I fly | 2026-12-09
in two weeks I fly | 2026-12-09
in three weeks' time I fly | 2026-12-16
four weeks from now I fly | 2026-12-23
in 10 days I fly | 2026-12-05
ten days from today I fly | 2026-12-05
two months from now I fly | 2027-01-25
in six months I fly | 2027-05-25
two weeks ago I flew | 2026-11-11
three days ago I flew | 2026-11-22
within two business days | 2026-11-27!
within 5 working days | 2026-12-02!
three business days from now | 2026-11-30
by the next working day | 2026-11-26!
within 24 hours | 2026-11-26!
in the next couple of hours | 2026-11-25
in 20 minutes | 2026-11-25
by the end of the week | 2026-11-27!
by week's end | 2026-11-27!
by EOW | 2026-11-27!
before the end of next week | 2026-12-04!
by the end of the month | 2026-11-30!
by month-end | 2026-11-30!
end of next month | 2026-12-31
by the end of January | 2027-01-31!
by the last day of February | 2027-02-28!
mid-January | 2027-01-15
by the middle of January | 2027-01-15!
by mid-month | 2026-11-15!
the middle of next month | 2026-12-15
by the end of the quarter | 2026-12-31!
by the end of next quarter | 2027-03-31!
by the end of Q2 | 2027-06-30!
by the end of Q1 2028 | 2028-03-31!
by the end of the year | 2026-12-31!
by EOD | 2026-11-25!
by end of day tomorrow | 2026-11-26!
EOD Thursday | 2026-11-26!
COB Friday | 2026-11-27!
by close of business on Tuesday | 2026-12-01!
by close of play today | 2026-11-25!
no later than Monday | 2026-11-30!
not later than the 30th | 2026-11-30!
Monday at the latest | 2026-11-30!
on or before December 4 | 2026-12-04!
due back Monday | 2026-11-30!
until Tuesday | 2026-12-01!
by the 15th | 2026-12-15!
by the 30th | 2026-11-30!
on the 5th of next month | 2026-12-05
by the 28th of this month | 2026-11-28!
on December 4 | 2026-12-04
on December 4th, 2027 | 2027-12-04
on Dec. 4 | 2026-12-04
on 4 December | 2026-12-04
on the 4th of December | 2026-12-04
on 4-Dec-2026 | 2026-12-04
on January 7 | 2027-01-07
on March 3 '28 | 2028-03-03
on November 2 | 2026-11-02
on June 31 | -
on Feb 30 | -
on October 5-6, 2027 | 2027-10-05
on the 5th and 6th of May | 2027-05-05
on 12/4 | 2026-12-04
on 12/4/2026 | 2026-12-04
on 12/4/26 | 2026-12-04
on 13/12/2026 | 2026-12-13
on 2027-02-03 | 2027-02-03
on 24.12.2026 | 2026-12-24
Friday, December 4 | 2026-12-04
Friday the 4th | 2026-12-04
Tuesday the 1st at 3:30 | 2026-12-01T15:30
Friday 3/12 | 2027-03-12
Thursday 3/12 | 2026-12-03
Friday (11/27) at 8:15 | 2026-11-27T08:15
Tuesday, December 4, 2026 | 2026-12-04
Monday, December 4 | 2026-12-04
tomorrow, Thu, 11/25 | 2026-11-26
tomorrow, 11/26 | 2026-11-26
Monday of week 50 | 2026-12-07
Monday of week 3 | 2027-01-18
in week 50 | -
next Tuesday at 2 | 2026-12-01T14:00
Tuesday at 10 | 2026-12-01T10:00
Tuesday at 7 | 2026-12-01T07:00
Tuesday at 07:00 | 2026-12-01T07:00
Tuesday at 06:30 | 2026-12-01T06:30
Tuesday at 6:30 am | 2026-12-01T06:30
Tuesday at 12 | 2026-12-01T12:00
Tuesday at noon | 2026-12-01T12:00
Tuesday at 12 noon | 2026-12-01T12:00
Tuesday at 12 am | 2026-12-01T00:00
Tuesday at 12:15 pm | 2026-12-01T12:15
Tuesday 10am | 2026-12-01T10:00
Tuesday 2.30pm | 2026-12-01T14:30
Tuesday at 2.30 | 2026-12-01T14:30
Tuesday @ 3 | 2026-12-01T15:00
Tuesday @3pm | 2026-12-01T15:00
Tuesday at two | 2026-12-01T14:00
Tuesday at two o'clock | 2026-12-01T14:00
Tuesday at half past nine | 2026-12-01T09:30
Tuesday at half three | 2026-12-01T15:30
Tuesday at quarter past one | 2026-12-01T13:15
Tuesday at a quarter to five | 2026-12-01T16:45
Tuesday at ten past four | 2026-12-01T16:10
Tuesday at twenty to eleven | 2026-12-01T10:40
1400 hrs on Tuesday | 2026-12-01T14:00
Tuesday 14h30 | 2026-12-01T14:30
Tuesday at 25:00 | 2026-12-01
Tuesday morning at 6 | 2026-12-01T06:00
Tuesday evening at 8 | 2026-12-01T20:00
tonight at 8:00 | 2026-11-25T20:00
dinner on Tuesday at 7 | 2026-12-01T19:00
dinner on Tuesday at 12 | 2026-12-01T12:00
Sat night 7-11 | 2026-11-28T19:00/240
see you sat at 3 | 2026-11-28T15:00
Tuesday from 6-10 pm | 2026-12-01T18:00/240
Tuesday 10-11:30 | 2026-12-01T10:00/90
Tuesday 10:00 to 11:00 | 2026-12-01T10:00/60
Tuesday between 2 and 4 | 2026-12-01T14:00/120
Tuesday 11 to 2 pm | 2026-12-01T11:00/180
Tuesday 9 am to 11 | 2026-12-01T09:00/120
Tuesday 9am - 5pm | 2026-12-01T09:00/480
Tuesday 11-1 | 2026-12-01T11:00/120
Are you free Tuesday or Thursday at 3 for 30 minutes? | 2026-12-01/30 2026-11-26T15:00/30
Could you spare an hour on Tuesday? | 2026-12-01/60
Could you spare half an hour on Tuesday? | 2026-12-01/30
Could you spare an hour and a half on Tuesday? | 2026-12-01/90
It takes 1.5 hours on Tuesday | 2026-12-01/90
We pour right away | 2026-11-25
We pour a little later | 2026-11-25
We pour this arvo | 2026-11-25
We pour Friday next | 2026-12-04
We pour the Friday after next | 2026-12-11
We pour on Friday in two weeks | 2026-12-11
We pour two weeks from tomorrow | 2026-12-10
We pour a few days from Monday | -
We pour on Monday 14 | 2026-12-14
We pour on 12.03 | 2026-12-03
by the eighteenth | 2026-12-18!
by 18th inst. | 2026-12-18!
the first of December | 2026-12-01
the twenty-first of December 2027 | 2027-12-21
from the 3rd to the 5th of December | 2026-12-03
by Christmas Eve | 2026-12-24!
on Boxing Day | 2026-12-26
before Christmas | 2026-12-25!
by noon on New Year's Eve | 2026-12-31T12:00!
on New Year's Day | 2027-01-01
by 8/12 | 2026-12-08!
by 3/4 | 2027-03-04!
by 3/14 | 2027-03-14!
the first Monday of next month | 2026-12-07
the second Tuesday of this month | 2026-11-10
the last Friday of next month | 2026-12-25
by the end of week 50 | 2026-12-11!
mid next month | 2026-12-15
the middle of next month | 2026-12-15
Friday @ 1400 | 2026-11-27T14:00
Friday 3p | 2026-11-27T15:00
Friday 10a-11a | 2026-11-27T10:00/60
3 pm ET / 2 pm CT on Friday | 2026-11-27T15:00
It takes 900 hours on Tuesday | 2026-12-01
Tuesday at 2, Thursday at 4 | 2026-12-01T14:00 2026-11-26T16:00
by 5 | 2026-11-25T17:00!
by 5 pm Friday | 2026-11-27T17:00!
at 3 | -T15:00
from 6 pm | -T18:00
later this week | -
some time next week | -
early next week | -
in a few days | -
next month | -
asap | -
soon | -
"""
NOTHING = """
We have 5 people at 2 locations
a 3rd party with 1/2 the budget
open 24/7
he sat down in the sun
we may march
version 2.30 costs 5%
call 555-0143 or +1 212 555 0143
every Friday we eat cake
good morning
have a great day
$10.30 each
v1.2.3 and 192.168.1.2
about 20 people
5 minutes of work
Sat next to the buyer
"""


@pytest.mark.parametrize(("phrase", "times"), table(PHRASES))
def test_times_as_they_are_meant(phrase: str, times: str) -> None:
    assert all_told(phrase) == times


@pytest.mark.parametrize("phrase", NOTHING.strip().splitlines())
def test_what_only_looks_like_a_time(phrase: str) -> None:
    assert all_told(phrase) == ""
