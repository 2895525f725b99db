"""Short forms of given names, and words before and behind a name that are no part of it.

A short form counts only where it is usual to sign business mail with it, and where it stands for one name: "Alex" is
Alexander and Alexandra, "Chris" is Christian, Christopher and Christine, so they are in no list.
"""

from __future__ import annotations

from typing import Final

# The formal name, then its short forms, without marks and in lower case, as names.folded leaves them.
_SHORT_FORMS: Final = """
    robert bob rob bobby robbie
    william bill will billy willy
    richard dick rick ricky
    james jim jimmy jamie
    john johnny jack
    michael mike mick mikey
    thomas tom tommy thom
    joseph joe joey
    charles charlie chuck chas
    edward ed eddie ted teddy ned
    david dave
    daniel dan danny
    anthony tony
    andrew andy drew
    stephen steve
    steven stevie
    gregory greg
    jeffrey jeff
    kenneth ken kenny
    lawrence larry
    matthew matt
    nicholas nick nicky
    peter pete
    philip phil
    raymond ray
    ronald ron ronnie
    samuel sam sammy
    timothy tim
    vincent vince
    walter walt
    zachary zach zack
    benjamin ben benny
    theodore theo
    jonathan jon
    katherine kate kathy katie
    catherine cathy cat
    elizabeth liz beth betty lizzie
    margaret maggie meg peggy
    jennifer jen jenny
    jessica jess
    rebecca becky
    susan sue susie
    deborah deb debbie
    barbara barb
    victoria vicky
    josephine josie
    hans hansi
    johannes hannes jo
    joachim jochen achim
    friedrich fritz
    heinrich heinz
    wilhelm willi
    ulrich uli ulli
    wolfgang wolf
    sebastian basti
    matthias matze
    maximilian max
    leonhard leo
    gabriele gabi
    susanne susi
    elisabeth elli lisbeth
    katharina kathi kati
    magdalena lena
    jose pepe
    francisco paco pancho
    manuel manolo
    antonio toni
    dolores lola
    giuseppe beppe
    giovanni gianni
    domenico mimmo
    aleksandr sasha sascha
    dmitriy dima
    ivan vanya
    vladimir volodya
    ekaterina katya
    tatyana tanya
    jan honza
    pavel pavlik
    wojciech wojtek
    krzysztof krzysiek
    malgorzata gosia
    willem wim
    cornelis kees cor
    johannis joop
"""
FORMAL: Final = {
    short: formal
    for formal, *shorts in (line.split() for line in _SHORT_FORMS.strip().splitlines())
    for short in shorts
}
# Forms of address, degrees and generations: they come and go between two writings of one name.
_TITLES_LIST: Final = """
    mr mrs ms miss mx sir dame dr drs prof professor doctor ing dipl diplom mag msc bsc ba ma mba phd md jr sr ii iii iv
    herr frau hr fr mme mlle monsieur madame sig signor signora sra senor senora dott dottssa ingegnere avv rag
    mgr inz lic rer nat pol habil dipling llm cpa cfa pmp esq
"""
TITLES: Final = frozenset(_TITLES_LIST.split())
