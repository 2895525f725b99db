"""Words that stand beside telephone numbers and say of what kind they are, in lower case without punctuation.

The most telling word of a label decides: "direct fax" is a fax, "mobile phone" a mobile.
"""

from __future__ import annotations

from typing import Final

from extract.facts import PhoneType

_FAX: Final = """
    fax efax facsimile telefax fx faks faksi telecopy télécopie telecopie télécopieur fax-nr télécop téléc telec ファックス 传真 傳真 факс
"""
_PAGER: Final = "pager page beeper pgr skytel"
_MOBILE: Final = """
    mobile mob mobil wireless cell cellular cellphone cel cellulare handy mobiltelefon mobilnummer portable gsm móvil movil port celular
    telemóvel telemovel mobiel mobilní komórka kom tel.kom matkapuhelin matka gsm-nr natel mobilfunk моб мобильный 携帯 手机 手機
    iphone blackberry whatsapp sms c.p h.p hp handphone
"""
_HOME: Final = "home house privat private prive privé hm res residence domicile evening evenings zuhause"
_WORK: Final = """
    work office off business bus direct ddi did desk dial direkt durchwahl dw dw. büro buero zentrale switchboard main reception board
    bureau standard ld ligne directe oficina ufficio kantoor kontor biuro służbowy toimisto direktnr vaihde växel centrale
    centralino centralita wk bür ofc corporate hq
"""
_ANY: Final = """
    phone tel telephone ph phn tph telefon telefono telefoon téléphone teléfono telefone tél telefoonnr tlf tlfn tfn puh puhelin
    apparat app intern internal sec sek sekretariat secr accueil standard std soutien support service info infos atelier vermittlung fon fono ruf voice call toll-free tollfree freephone hotline ext extension telnr tel-nr rufnummer contact ring nebenstelle
    poste тел телефон 電話 电话 tél.
"""
# Alone they are labels too, before a number or in brackets behind it: "m +44 ...", "(o)".
_LETTERS: Final[dict[str, PhoneType]] = {
    "t": "unspecified", "p": "unspecified", "v": "unspecified", "o": "work", "w": "work", "b": "work", "d": "work",
    "m": "mobile", "c": "mobile", "g": "mobile", "f": "fax", "h": "home", "x": "work", "☎": "unspecified", "📞": "unspecified",
    "📱": "mobile", "✆": "unspecified", "📠": "fax",
}  # fmt: skip


def _labels() -> dict[str, PhoneType]:
    kinds: tuple[tuple[PhoneType, str], ...] = (
        ("unspecified", _ANY), ("work", _WORK), ("home", _HOME), ("mobile", _MOBILE), ("pager", _PAGER), ("fax", _FAX)
    )  # fmt: skip
    return {word: kind for kind, words in kinds for word in words.split()} | _LETTERS


LABELS: Final = _labels()
# Of two words in one label the earlier kind here decides.
MOST_TELLING: Final[tuple[PhoneType, ...]] = ("fax", "pager", "mobile", "home", "work", "unspecified")
# They stand between a label and its number and say nothing: "Fax No. 555-0142", "cell is".
FILLERS: Final = frozenset(
    "no nr num number numbers numéro numero núm nummer line # n° nº is at in us uk usa only".split()
)
# What may stand between the words of a label.
PUNCTUATION: Final = frozenset("# : = . / ( ) [ ] :. ): .: ) : & + * • · | , – — ~".split())
# What follows these is a number of another kind, and no telephone: "ICQ# 113 069 081", "HRB 4711".
NOT_PHONES: Final = frozenset(
    """
    icq aim msn uin hrb hra vat ust-idnr ustid ust-id ust uid iban bic swift account acct konto kto blz siret siren tva iva rcs
    kvk btw cif nif nip regon krs pin passcode code id zip license licence lic invoice order po ref reference reg no.reg abn acn
    ein isbn issn doi rfc case ticket bankleitzahl steuernummer steuernr meeting konferenz conference passcode
    """.split()
)
