"""How mail programs label the fields of a header that they copy above a quoted message, by language.

Outlook, Apple Mail, Thunderbird, Notes and the web clients all write ``label: value`` lines; only the labels differ.
They are kept by what they label, in lower case and without the colon: ``Von`` and ``差出人`` both name the author.
"""

from __future__ import annotations

from typing import Final, Literal

Role = Literal["author", "date", "recipient", "copy", "subject", "other"]

_LABELS: Final[dict[Role, str]] = {
    # en de fr es it nl pt pl sv da no fi ru ja zh, then cs hu tr ro uk ko
    "author": """
        from | author | von | absender | de | expéditeur | remitente | da | mittente | van | afzender | remetente | od
        | nadawca | från | avsändare | fra | afsender | avsender | lähettäjä | от | от кого | отправитель | 差出人
        | 送信者 | 发件人 | 寄件者 | 寄件人 | 發件人 | 发信人 | odesílatel | feladó | gönderen | kimden | de la
        | від | від кого | 보낸 사람 | 보낸사람
    """,
    "date": """
        sent | date | date sent | sent at | sent on | gesendet | gesendet am | datum | envoyé | envoyé le
        | enviado | enviado el | enviado em | enviada em | enviada | fecha | fecha de envío | inviato | inviato il
        | data | data invio | verzonden | verzonden op | wysłano | data wysłania | skickat | skickades | sendt
        | sendt den | dato | lähetetty | päivämäärä | päiväys | pvm | отправлено | дата | дата отправки | 送信日時
        | 送信日 | 日時 | 日付 | 发送时间 | 发送日期 | 發送時間 | 寄件日期 | 傳送時間 | 日期 | 时间 | 時間
        | odesláno | küldve | dátum | elküldve | gönderildi | gönderme tarihi | tarih | trimis | надіслано
        | 보낸 날짜 | 날짜
    """,
    "recipient": """
        to | an | empfänger | à | pour | destinataire | destinataires | para | destinatario | destinatarios | a
        | per | aan | naar | ontvanger | do | adresat | till | mottagare | til | modtager | mottaker
        | vastaanottaja | кому | получатель | 宛先 | 受信者 | 收件人 | 收件者 | komu | címzett | kime | alıcı
        | către | 받는 사람 | 받는사람
    """,
    "copy": """
        cc | c.c. | bcc | copy | copies | kopie | kopie an | copie | copie à | cópia | copia | con copia | dw
        | do wiadomości | kopia | kopi | kopi til | kopio | копия | копии | cc抄送 | 抄送 | 副本 | 同送 | másolat
        | bilgi | 참조
    """,
    "subject": """
        subject | subj | betreff | betr | objet | sujet | asunto | oggetto | onderwerp | assunto | temat | ämne | emne
        | aihe | тема | 件名 | 主题 | 主題 | 主旨 | 标题 | předmět | predmet | tárgy | konu | subiect | 제목
    """,
    "other": """
        reply-to | reply to | antwort an | antworten an | répondre à | responder a | responder para | rispondi a
        | antwoord aan | importance | wichtigkeit | priorität | importancia | importância | importanza | urgentie
        | ważność | prioritet | priority | attachments | anlagen | anhänge | pièces jointes | datos adjuntos
        | archivos adjuntos | allegati | bijlagen | anexos | załączniki | bifogade filer | vedhæftede filer
        | vedlegg | liitteet | вложения | 添付ファイル | 附件 | organization | newsgroups | message-id
        | mime-version | content-type | resent-from | sender | sent by | please respond to | sensitivity
        | categories | on behalf of | im auftrag von | return-path | received | content-transfer-encoding
        | content-class | thread-topic | x-mailer | user-agent | in-reply-to | references | delivered-to | list-id
        | x-sender | x-priority | precedence | errors-to | security level
    """,
}
ROLES: Final[dict[str, Role]] = {
    " ".join(label.split()): role for role, labels in _LABELS.items() for label in labels.split("|")
}
LONGEST_LABEL: Final = max(len(label) for label in ROLES) + 6  # with stars and spaces around it
