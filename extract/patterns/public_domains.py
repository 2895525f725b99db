"""Domains of public mail providers: an address there says nothing about a company."""

from __future__ import annotations

from typing import Final

# Providers under many endings, as in yahoo.fr or hotmail.co.uk.
_LONGEST_ENDING: Final = 3
EVERYWHERE: Final = frozenset(
    {"aol", "gmx", "googlemail", "hotmail", "live", "msn", "outlook", "rocketmail", "yahoo", "yandex", "ymail"}
)
_DOMAINS_LIST: Final = """
    gmail.com googlemail.com outlook.com hotmail.com live.com msn.com passport.com windowslive.com yahoo.com ymail.com
    rocketmail.com myyahoo.com yahoo.co.jp ybb.ne.jp aol.com aim.com netscape.net netscape.com compuserve.com cs.com
    love.com games.com wow.com icloud.com me.com mac.com proton.me protonmail.com protonmail.ch pm.me tutanota.com
    tutanota.de tuta.io tuta.com tutamail.com keemail.me fastmail.com fastmail.fm sent.com messagingengine.com hey.com
    zoho.com zohomail.com zohomail.eu zoho.eu mail.com email.com usa.com post.com europe.com asia.com consultant.com
    engineer.com dr.com myself.com iname.com writeme.com techie.com gmx.de gmx.net gmx.at gmx.ch gmx.com gmx.fr gmx.us
    web.de email.de t-online.de freenet.de arcor.de online.de onlinehome.de 1und1.de vodafone.de vodafonemail.de
    o2online.de o2mail.de alice.de alice-dsl.net kabelmail.de unitybox.de versanet.de netcologne.de ewetel.net ewe.net
    osnanet.de posteo.de posteo.net posteo.eu mailbox.org mail.de firemail.de firemail.eu directbox.com lycos.de
    lycos.com magenta.at aon.at chello.at utanet.at a1.net inode.at bluewin.ch sunrise.ch hispeed.ch swissonline.ch
    swisscom.ch bluemail.ch green.ch vtxmail.ch orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr cegetel.net
    club-internet.fr numericable.fr bbox.fr aliceadsl.fr noos.fr 9online.fr voila.fr libertysurf.fr skynet.be
    telenet.be proximus.be scarlet.be belgacom.net pandora.be voo.be brutele.be ziggo.nl kpnmail.nl kpnplanet.nl
    planet.nl home.nl hetnet.nl xs4all.nl casema.nl chello.nl quicknet.nl upcmail.nl tele2.nl solcon.nl zeelandnet.nl
    caiway.nl btinternet.com btopenworld.com talktalk.net talk21.com virginmedia.com virgin.net ntlworld.com
    blueyonder.co.uk sky.com tiscali.co.uk freeserve.co.uk plusnet.com plus.com o2.co.uk orange.net eircom.net iol.ie
    libero.it virgilio.it alice.it tin.it tim.it tiscali.it inwind.it iol.it blu.it giallo.it fastwebnet.it aruba.it
    email.it poste.it hotmail.it pec.it telefonica.net movistar.es terra.es ya.com ono.com orange.es wanadoo.es
    euskaltel.es sapo.pt clix.pt netcabo.pt iol.pt mail.telepac.pt uol.com.br bol.com.br terra.com.br ig.com.br
    globo.com globomail.com r7.com oi.com.br zipmail.com.br telia.com tele2.se comhem.se bredband.net spray.se home.se
    passagen.se swipnet.se telenor.no online.no broadpark.no getmail.no lyse.net tdcadsl.dk mail.dk jubii.dk ofir.dk
    post.tele.dk stofanet.dk youmail.dk luukku.com kolumbus.fi elisanet.fi suomi24.fi saunalahti.fi pp.inet.fi
    dnainternet.net wp.pl o2.pl onet.pl op.pl interia.pl interia.eu poczta.onet.pl vp.pl gazeta.pl tlen.pl poczta.fm
    seznam.cz email.cz post.cz centrum.cz atlas.cz volny.cz centrum.sk azet.sk zoznam.sk post.sk freemail.hu
    citromail.hu t-online.hu indamail.hu upcmail.hu abv.bg mail.bg dir.bg inbox.lv inbox.lt one.lv mail.ee hot.ee
    siol.net t-2.net net.hr inet.hr otenet.gr forthnet.gr hol.gr windtools.gr cytanet.com.cy mynet.com ttmail.com
    superonline.com mail.ru bk.ru inbox.ru list.ru internet.ru yandex.ru yandex.com ya.ru rambler.ru lenta.ru ro.ru
    pochta.ru ukr.net i.ua meta.ua bigmir.net tut.by comcast.net xfinity.com verizon.net att.net sbcglobal.net
    bellsouth.net ameritech.net pacbell.net swbell.net snet.net prodigy.net flash.net nvbell.net cox.net charter.net
    spectrum.net roadrunner.com rr.com twc.com optonline.net optimum.net earthlink.net mindspring.com juno.com
    netzero.net netzero.com frontier.com frontiernet.net windstream.net centurylink.net centurytel.net embarqmail.com
    qwest.net q.com suddenlink.net mchsi.com wowway.com tds.net cableone.net hughes.net excite.com lycosmail.com
    hushmail.com hush.com mail2world.com rogers.com shaw.ca bell.net sympatico.ca telus.net videotron.ca cogeco.ca
    eastlink.ca sasktel.net mts.net bigpond.com bigpond.net.au optusnet.com.au iinet.net.au tpg.com.au
    internode.on.net westnet.com.au dodo.com.au ozemail.com.au xtra.co.nz slingshot.co.nz orcon.net.nz vodafone.co.nz
    clear.net.nz paradise.net.nz qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com 139.com 189.cn
    21cn.com aliyun.com tom.com vip.163.com vip.qq.com hinet.net pchome.com.tw seed.net.tw naver.com hanmail.net
    daum.net nate.com kakao.com docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp nifty.com biglobe.ne.jp
    so-net.ne.jp ocn.ne.jp plala.or.jp excite.co.jp rediffmail.com sify.com indiatimes.com vsnl.com in.com
    singnet.com.sg pacific.net.sg starhub.net.sg netvigator.com walla.com walla.co.il 012.net.il bezeqint.net
    zahav.net.il netvision.net.il mweb.co.za telkomsa.net vodamail.co.za webmail.co.za iafrica.com duck.com
    relay.firefox.com mozmail.com privaterelay.appleid.com simplelogin.com anonaddy.com anonaddy.me riseup.net
    disroot.org runbox.com runbox.no startmail.com mailfence.com ctemplar.com cock.li countermail.com kolabnow.com
    soverin.net eclipso.de eclipso.eu inbox.com rediff.com opayq.com mailinator.com guerrillamail.com
"""
DOMAINS: Final = frozenset(_DOMAINS_LIST.split())


def is_public(domain: str) -> bool:
    """Whether a mail domain (lower case, ASCII) belongs to a public provider, in any of its countries."""
    labels = domain.split(".")
    if any(".".join(labels[start:]) in DOMAINS for start in range(len(labels) - 1)):
        return True
    name, *endings = labels
    is_country = all(len(ending) <= _LONGEST_ENDING for ending in endings)
    return name in EVERYWHERE and len(endings) in {1, 2} and is_country
