"""What mail programs call the elements that they put around a quotation, above it, or around a signature.

Names of classes and ids in lower case. Programs that pass HTML on put ``x_`` (Outlook) or ``m_`` and a number (Gmail)
before the names that they find; both are taken off before a name is looked up.
"""

from __future__ import annotations

from typing import Final

# Another's message: Gmail, Yahoo, Proton, Zoho, Outlook for Mac and mobile, Zimbra, Spark, Tuta, NetEase, Alibaba, QQ.
QUOTES: Final = frozenset({
    "gmail_quote", "gmail_quote_container", "yahoo_quoted", "yahoo-quoted", "protonmail_quote", "zmail_extra",
    "zmail_extra_hr", "olk_src_body_section", "ms-outlook-mobile-reference-message",
    "mail-editor-reference-message-container", "__quoted_text__", "messagereplysection", "tutanota_quote",
    "ntes-mailmaster-quote", "ntes-pcmail-quote", "isreplycontent", "alimail-quote", "qmquote", "missive_quote",
    "front-blockquote", "mailbird_quote", "quoted_message", "replyforwardmessage", "bloop_original_html",
})  # fmt: skip
# A message that is passed on: Thunderbird, Alibaba, Spark.
FORWARDS: Final = frozenset({"moz-forward-container", "isforwardcontent", "messageforwardsection"})
# Who wrote what is quoted below: Gmail, Thunderbird, old Outlook, Airmail, Roundcube, Zimbra.
ATTRIBUTIONS: Final = frozenset({
    "gmail_attr", "gmail_quote_attribution", "moz-cite-prefix", "outlookmessageheader", "airmail_on", "reply-intro", "__headers__",
    "moz-email-headers-table", "yahoo_quoted_begin", "zmail_extra_header", "hangingattribution",
})  # fmt: skip
# Below these nothing is the author's: Outlook on the web, Hotmail, Zimbra.
DIVIDERS: Final = frozenset({"divrplyfwdmsg", "appendonsend", "stopspelling", "zwchr", "__divider__", "replysplit"})
# The author's own block: Gmail, Outlook on the web and mobile, Apple, Thunderbird, Proton, Spark, Airmail, Front.
SIGNATURES: Final = frozenset({
    "gmail_signature", "signature", "applemailsignature", "moz-signature", "ms-outlook-mobile-signature",
    "protonmail_signature_block", "messagesignaturesection", "bloop_sign", "sh-signature", "front-signature",
    "zm_signature", "signature_block", "x-apple-signature", "tutanota_signature", "missive_signature",
})  # fmt: skip
# Outlook for Windows and Mac draw a line of one of these colours above the header of the message below.
LINE_COLOURS: Final = ("e1e1e1", "b5c4df")
