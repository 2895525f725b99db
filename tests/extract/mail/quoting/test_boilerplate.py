from __future__ import annotations

import pytest

from extract.mail.quoting.boilerplate import is_break
from tests.extract.mail.quoting.shapes import shape

LONG_RULE = "_" * 40
NOTICE = "This e-mail is confidential and intended for the addressee. If it came in error, delete it and notify us."


@pytest.mark.parametrize(
    "notice",
    [
        NOTICE,
        "Diese E-Mail ist vertraulich und für den Adressaten bestimmt. Kam sie versehentlich, bitte löschen.",
        "Ce message est confidentiel et destiné à une personne. Reçu par erreur, il est à supprimer.",
        "Este mensaje es confidencial y va a su destinatario. Si llega por error, elimine la copia.",
        "Questo messaggio è riservato al destinatario. Se ricevuto per errore va cancellato con avviso al mittente.",
        "Dit bericht is vertrouwelijk en bestemd voor u. Ten onrechte ontvangen? Verwijder het.",
        "Ta wiadomość jest poufna; jej adresat jest jeden. Omyłkowo otrzymaną prosimy usunąć.",
        "Это сообщение конфиденциально, его адресат один. Полученное по ошибке просим удалить.",
        "本メールは機密です。誤って届いたら削除し、送信者へ。",
        "本邮件保密。误收者请删除并告知发件人。",
    ],
)
def test_disclaimers(notice: str) -> None:
    assert shape(f"See you there.\n\nGreta\n\n{notice}\n") == "nnd"
    assert shape(f"See you there.\n{notice}\n\n> quoted\n") == "ndq"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Keep this confidential, please.\n", "n"),
        ("Delete the confidential part; we are not liable, and none but the intended may distribute it.\n", "n"),
        (f"Hello.\n\n*****\n{NOTICE}\n*****\n", "nddn"),
        (f"Hello.\n\n{NOTICE}\n\nThe addressee checks any attachment for a virus.\n", "ndd"),
        (f"{NOTICE}\n", "d"),
        ("Hello there!\n" + NOTICE, "nd"),
        ("[External email] Take care.\n\nHello.\n", "dn"),
        ("Caution: external.\nDo not click.\nHello.\n", "ddn"),
        (f"See you.\n\nGreta Becker\nHalden Ltd\n{NOTICE}\n", "nnnd"),
        ("See you.\n\nGreta Becker\nTo unsubscribe, see http://x.example\n", "nnt"),
        ("Hello.\n\nCaution: wet paint.\n", "nn"),
        ("Bis morgen.\n\nAda Moor\nMoor GmbH\nGeschäftsführer: Tom Moor | Sitz: Hof | HRB 4711\n", "nnnd"),
        ("See you.\nMoor Ltd\nRegistered in England, company no. 0471\n", "nnd"),
        ("Der Geschäftsführer kommt auch.\n", "n"),
        ("Hello.\n\n__________\n_____\nPrices mailing list\nhttps://x.example/mailman/listinfo/prices\n", "ntttt"),
        ("Our mailing list: it grows, to unsubscribe costs a click.\n\nSo we go on with it.\n", "nn"),
        ("Hello.\n\n-----\nTo unsubscribe, write.\n-----\n\nGreta\n", "nttnn"),
        ("Hello.\n\n(See attached file: prices.xls)\n", "nt"),
        ("Hello.\n\n - price list.xls\n - terms.doc << File: terms.doc >>\n", "ntt"),
        ("Hello.\n\n- call Ann\n- call Bo\n", "nnn"),
        ("Hello.\n\n-----BEGIN PGP SIGNATURE-----\nVersion: 1\n\nabc\n-----END PGP SIGNATURE-----\n", "ntttt"),
        ("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nHello.\n", "ttn"),
        ("Hello.\n\n-----BEGIN PGP SIGNATURE-----\nabc\n", "nnn"),
        (f"> a\n\n{LONG_RULE}\nMail without end, and free: http://mail.example\n", "qtt"),
        ("To unsubscribe, see http://x.example\n" * 15, "n" * 15),
        ("I could not unsubscribe from it, to unsubscribe needs a password.\n", "n"),
        (f"{LONG_RULE}\nGreta Becker\nHalden Ltd, http://halden.example\n", "nnn"),
        ("-----\nMail without end, and free: http://mail.example\n", "nn"),
        (f"{LONG_RULE}\n" + "free www.x.example\n" * 9, "n" * 10),
    ],
)
def test_notices(text: str, expected: str) -> None:
    assert shape(text) == expected


def test_breaks() -> None:
    assert is_break("--")
    assert is_break("=====")
    assert not is_break("-- Ann")
