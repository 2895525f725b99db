"""The programs that most mail is written in: Gmail, the Outlooks, Apple Mail, Thunderbird; markup as they send it."""

from __future__ import annotations

from typing import Final

from bench.corpus.clients.client import Client

_WORD_PAGE: Final = (
    '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head>'
    '<meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="Generator" content="Microsoft Word 15 '
    '(filtered medium)"><style><!--\n/* Font Definitions */\n@font-face {{font-family:Calibri;}}\np.MsoNormal, '
    'li.MsoNormal, div.MsoNormal {{margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;}}\n'
    "a:link {{color:#0563C1;}}\ndiv.WordSection1 {{page:WordSection1;}}\n--></style><!--[if gte mso 9]><xml>"
    '<o:shapedefaults v:ext="edit" spidmax="1026" /></xml><![endif]--></head>'
    '<body lang="EN-US" link="#0563C1" vlink="#954F72" style="word-wrap:break-word"><div class="WordSection1">{}</div>'
    "</body></html>"
)
_WEB_PAGE: Final = (
    '<html><head>\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\n<style type="text/css" '
    'style="display:none;"> P {{margin-top:0;margin-bottom:0;}} </style>\n</head>\n<body dir="ltr">\n{}\n</body>\n</html>'
)
_GOOGLE = Client(
    page='<div dir="ltr">{}</div>',
    signature='<div><br clear="all"></div><span class="gmail_signature_prefix">-- </span><br><div dir="ltr" '
    'class="gmail_signature" data-smartmail="gmail_signature"><div dir="ltr">{}</div></div>',
    separator="-- ",
    sentence="google",
    reply='<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">{head}<br></div>'
    '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);'
    'padding-left:1ex">{body}</blockquote></div>',
    attribution='<div class="gmail_quote"><div dir="ltr" class="gmail_attr">{}<br></div></div>',
    inline='<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);'
    'padding-left:1ex">{}</blockquote>',
    passed_on="google",
    dated=True,
    forward='<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">{head}<br></div><br><br>{body}</div>',
    head="{label} {value}<br>",
)
_MOBILE_GOOGLE = Client(
    page='<div dir="auto">{}</div>',
    line='<div dir="auto">{}</div>',
    blank='<div dir="auto"><br></div>',
    signature='<div data-smartmail="gmail_signature" dir="auto">{}</div>',
    sentence="google",
    reply='<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">{head}<br></div><blockquote '
    'class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex">{body}</blockquote></div>',
    passed_on="google",
    dated=True,
    forward=_GOOGLE.forward,
    head=_GOOGLE.head,
)
_WORD = Client(
    mailer=("X-Mailer", "Microsoft Outlook 16.0"),
    page=_WORD_PAGE,
    line='<p class="MsoNormal">{}<o:p></o:p></p>',
    blank='<p class="MsoNormal"><o:p>&nbsp;</o:p></p>',
    signature="<div>{}</div>",
    reply='<p class="MsoNormal"><o:p>&nbsp;</o:p></p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;'
    'padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">{head}<o:p></o:p></p></div></div>'
    '<p class="MsoNormal"><o:p>&nbsp;</o:p></p>{body}',
    head='<b><span lang="EN-US">{label}</span></b><span lang="EN-US"> {value}<br></span>',
    forward='<p class="MsoNormal"><o:p>&nbsp;</o:p></p><div><div style="border:none;border-top:solid #B5C4DF 1.0pt;'
    'padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">{head}<o:p></o:p></p></div></div>'
    '<p class="MsoNormal"><o:p>&nbsp;</o:p></p>{body}',
    quotes_text=False,
    anchors=True,
)
_WEB_OUTLOOK = Client(
    page=_WEB_PAGE,
    line='<div class="elementToProof" style="font-family: Aptos, Calibri, sans-serif; font-size: 12pt; '
    'color: rgb(0, 0, 0);">{}</div>',
    blank='<div class="elementToProof"><br></div>',
    signature='<div id="Signature" class="elementToProof"><div>{}</div></div>',
    reply='<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" '
    'dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" color="#000000">{head}</font><div>&nbsp;</div>'
    '</div><div class="x_elementToProof">{body}</div>',
    head="<b>{label}</b> {value}<br>",
    forward='<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div '
    'id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" color="#000000">{head}</font><div>&nbsp;</div></div>'
    '<div class="x_WordSection1">{body}</div>',
    rule="________________________________",
    quotes_text=False,
    anchors=True,
    quoted_line='<p class="x_MsoNormal">{}</p>',
)
_MOBILE_OUTLOOK = Client(
    page=_WEB_PAGE,
    line='<div dir="auto" style="font-family: Aptos, sans-serif; font-size: 12pt;">{}</div>',
    blank='<div dir="auto"><br></div>',
    signature='<div id="ms-outlook-mobile-signature" dir="auto">{}</div>',
    reply='<div id="ms-outlook-mobile-signature"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div '
    'id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" color="#000000" style="font-size:11pt">{head}</font>'
    "<div>&nbsp;</div></div>{body}",
    head="<b>{label}</b> {value}<br>",
    forward=_WEB_OUTLOOK.forward,
    rule="________________________________",
    quotes_text=False,
)
_APPLE = Client(
    mailer=("X-Mailer", "Apple Mail (2.3826.700.81)"),
    page='<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body '
    'style="overflow-wrap: break-word; -webkit-nbsp-mode: space; line-break: after-white-space;">{}</body></html>',
    signature='<div><br></div><meta charset="UTF-8"><div><div dir="auto" style="caret-color: rgb(0, 0, 0); '
    'letter-spacing: normal; text-align: start;"><div>{}</div></div></div>',
    sentence="apple",
    reply='<div><br><blockquote type="cite"><div>{head}</div><br class="Apple-interchange-newline"><div>{body}</div>'
    "</blockquote></div>",
    attribution='<div><blockquote type="cite"><div>{}</div></blockquote></div>',
    passed_on="apple",
    dated=True,
    forward='<div><br><blockquote type="cite"><div>{head}</div><br class="Apple-interchange-newline"><div>{body}</div>'
    "</blockquote></div>",
    head='<div style="margin: 0px;"><span style="font-family: -webkit-system-font;"><b>{label} </b></span>'
    "<span>{value}<br></span></div>",
)
_MOZILLA = Client(
    mailer=("User-Agent", "Mozilla Thunderbird"),
    page='<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=UTF-8"></head>'
    "<body>{}</body></html>",
    line="<p>{}</p>",
    blank="<p><br></p>",
    signature='<div class="moz-signature">-- <br>{}</div>',
    separator="-- ",
    sentence="mozilla",
    reply='<div class="moz-cite-prefix">{head}<br></div><blockquote type="cite" cite="mid:1@cite.example">{body}'
    "</blockquote>",
    attribution='<div class="moz-cite-prefix">{}<br></div>',
    inline='<blockquote type="cite" cite="mid:1@cite.example">{}</blockquote>',
    passed_on="mozilla",
    dated=True,
    forward='<div class="moz-forward-container"><br>{head}<br>{body}</div>',
    head='<table class="moz-email-headers-table" cellspacing="0" cellpadding="0" border="0"><tbody><tr><th valign='
    '"BASELINE" align="RIGHT" nowrap="nowrap">{label} </th><td>{value}</td></tr></tbody></table>',
)
WIDESPREAD: Final[dict[str, Client]] = {
    "gmail": _GOOGLE,
    "gmail-mobile": _MOBILE_GOOGLE,
    "outlook": _WORD,
    "outlook-mac": Client(
        mailer=("User-Agent", "Microsoft-MacOutlook/16.103"),
        page=_WORD_PAGE,
        line='<p class="MsoNormal"><span style="font-size:12.0pt">{}<o:p></o:p></span></p>',
        blank=_WORD.blank,
        reply='<p class="MsoNormal"><o:p>&nbsp;</o:p></p><div id="mail-editor-reference-message-container"><div><div '
        'style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal" '
        'style="margin-bottom:12.0pt">{head}</p></div>{body}</div></div>',
        head='<b><span style="font-size:12.0pt;color:black">{label} </span></b><span style="color:black">{value}<br></span>',
        forward='<div id="mail-editor-reference-message-container"><div style="border:none;border-top:solid #B5C4DF '
        '1.0pt"><p class="MsoNormal">{head}</p></div>{body}</div>',
        quotes_text=False,
    ),
    "outlook-old": Client(
        mailer=("X-Mailer", "Microsoft Office Outlook 12.0"),
        page=_WORD_PAGE,
        line="<p class=MsoNormal><font size=2 face=Arial>{}</font></p>",
        blank="<p class=MsoNormal><font size=2 face=Arial>&nbsp;</font></p>",
        reply="<DIV class=OutlookMessageHeader lang=en-us dir=ltr align=left><HR tabIndex=-1><FONT face=Tahoma size=2>"
        "{head}</FONT><BR></DIV><DIV></DIV>{body}",
        head="<B>{label}</B> {value}<BR>",
        forward="<DIV class=OutlookMessageHeader lang=en-us dir=ltr align=left><HR tabIndex=-1><FONT face=Tahoma size=2>"
        "{head}</FONT><BR></DIV>{body}",
        text=False,
    ),
    "owa": _WEB_OUTLOOK,
    "outlook-mobile": _MOBILE_OUTLOOK,
    "apple": _APPLE,
    "ios": Client(
        mailer=("X-Mailer", "iPhone Mail (22G100)"),
        page='<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head>'
        '<body dir="auto">{}</body></html>',
        signature='<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">{}</div>',
        sentence="apple",
        reply='<div dir="ltr"><br><blockquote type="cite">{head}<br><br></blockquote></div><blockquote type="cite">'
        '<div dir="ltr">{body}</div></blockquote>',
        passed_on="apple",
        dated=True,
        forward='<div dir="ltr"><br></div><div dir="ltr"><blockquote type="cite">{head}<br></blockquote></div>'
        '<blockquote type="cite"><div dir="ltr">{body}</div></blockquote>',
        head="<b>{label}</b> {value}<br>",
    ),
    "apple-override": Client(
        mailer=("X-Mailer", "Apple Mail (2.3774.600.62)"),
        page='<html><head><meta http-equiv="Content-Type" content="text/html; charset=us-ascii"></head><body class='
        '"ApplePlainTextBody" style="overflow-wrap: break-word;"><div class="ApplePlainTextBody" '
        'style="overflow-wrap: break-word;"><style class="apple-mail-override">p {{margin: 0}}</style>{}</div></body></html>',
        line="{}<br>",
        blank="<br>",
        signature='<div id="AppleMailSignature" dir="ltr">{}</div>',
        sentence="apple",
        reply='<br><blockquote type="cite">{head}<br><br>{body}</blockquote>',
        head="{label} {value}<br>",
        passed_on="apple",
        dated=True,
        forward='<br><blockquote type="cite">{head}<br>{body}</blockquote>',
    ),
    "thunderbird": _MOZILLA,
}
