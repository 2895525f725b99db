"""Further programs: webmail, groupware, sales tools, plain text, broadcasts; markup as they send it."""

from __future__ import annotations

from typing import Final

from bench.corpus.clients.client import Client

FURTHER: Final[dict[str, Client]] = {
    "yahoo": Client(
        mailer=("X-Mailer", "WebService/1.1.24652 YMailNovation"),
        page='<html><head></head><body><div class="ydp1a2b3c4dyahoo-style-wrap" style="font-family:Helvetica Neue, '
        'Helvetica, Arial, sans-serif;font-size:16px;">{}</div></body></html>',
        line='<div dir="ltr" data-setdir="false">{}</div>',
        blank='<div dir="ltr" data-setdir="false"><br></div>',
        signature='<div class="ydp1a2b3c4dsignature">{}</div>',
        sentence="yahoo",
        reply='<div id="yahoo_quoted_7712" class="yahoo_quoted"><div style="font-family:Helvetica;font-size:13px;'
        'color:#26282a;"><div>{head}</div><div><br></div><div><br></div><div><div id="yiv771"><div dir="ltr" '
        'class="yQTDBase yqt221">{body}</div></div></div></div></div>',
        forward='<div id="yahoo_quoted_7713" class="yahoo_quoted"><div>{head}</div><div>{body}</div></div>',
        passed_on="google",
        dated=True,
        head="<div>{label} {value}</div>",
        quotes_text=False,
    ),
    "proton": Client(
        page='<div style="font-family: Arial, sans-serif; font-size: 14px;">{}</div>',
        signature='<div class="protonmail_signature_block" style="font-family: Arial, sans-serif;"><div class='
        '"protonmail_signature_block-user">{}</div><div class="protonmail_signature_block-proton '
        'protonmail_signature_block-empty"></div></div>',
        sentence="proton",
        passed_on="proton",
        reply='<div class="protonmail_quote">{head}<br><blockquote class="protonmail_quote" type="cite">{body}'
        "</blockquote><br></div>",
        forward='<div class="protonmail_quote">{head}<br>{body}</div>',
        head="{label} {value}<br>",
    ),
    "fastmail": Client(
        mailer=("User-Agent", "Cyrus-JMAP/3.13"),
        page='<!DOCTYPE html><html><head><title></title><style type="text/css">p.MsoNormal{{margin:0}}</style></head>'
        "<body>{}</body></html>",
        signature='<div id="sig61028"><div class="signature">{}</div></div>',
        separator="-- ",
        sentence="fastmail",
        reply='<div>{head}<br></div><blockquote type="cite" id="qt" style="overflow-wrap:break-word;">{body}</blockquote>',
        head="<div>{label} {value}<br></div>",
    ),
    "zoho": Client(
        mailer=("X-Mailer", "Zoho Mail"),
        page='<!DOCTYPE html><html><head><meta content="text/html;charset=UTF-8" http-equiv="Content-Type"></head><body>'
        '<div style="font-family: Verdana, Arial, Helvetica, sans-serif; font-size: 10pt;">{}</div></body></html>',
        signature='<div id="Zm-_Id_-Sgn" data-zbluepencil-ignore="true" class="zmail_signature_below">{}</div>',
        sentence="zoho",
        reply='<div class="zmail_extra_hr" style="border-top: 1px solid rgb(204, 204, 204);"></div><div '
        'class="zmail_extra" data-zbluepencil-ignore="true"><br><div id="Zm-_Id_-Sgn1">{head}<br></div><br><blockquote '
        'id="blockquote_zmail" style="margin: 0px;">{body}</blockquote></div>',
        head="<div>{label} {value}</div>",
    ),
    "samsung": Client(
        page='<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"></head><body dir="auto">{}'
        "</body></html>",
        line='<div dir="auto">{}</div>',
        blank='<div dir="auto"><br></div>',
        signature='<div id="composer_signature" dir="auto"><div style="font-size:12px;color:#575757" dir="auto">{}</div>'
        "</div>",
        passed_on="samsung",
        above="samsung",
        dated=True,
        reply='<div dir="auto"><br></div><div align="left" dir="auto" style="font-size:100%;color:#000000"><div>{head}'
        "</div><div><br></div></div>{body}",
        forward='<div dir="auto"><br></div><div align="left" dir="auto"><div>{head}</div><div><br></div></div>{body}',
        head="<div>{label} {value} </div>",
        quotes_text=False,
    ),
    "notes": Client(
        mailer=("X-Mailer", "HCL Notes Release 12.0.2 November 17, 2022"),
        page='<html><body><font size="2" face="sans-serif">{}</font></body></html>',
        line="{}<br>",
        blank="<br>",
        signature='<font size="2" face="sans-serif">{}</font>',
        reply='<br><br><font size="1" color="#5F5F5F">{head}</font><hr width="100%" size="2" align="left" noshade>'
        "<br>{body}",
        head='<font size="1" color="#5F5F5F">{label} </font><font size="1">{value}</font><br>',
        passed_on="lotus",
        forward="<br>{head}<br>{body}",
        quotes_text=False,
    ),
    "groupwise": Client(
        mailer=("X-Mailer", "Novell GroupWise Internet Agent 18.4.2"),
        page='<html><head></head><body style="margin: 4px 4px 1px; font: 10pt Segoe UI"><div>{}</div></body></html>',
        sentence="groupwise",
        reply='<BR><BR>{head}<BR><div style="padding-left: 15px; border-left: 1px solid #050505;">{body}</div>',
        head="{label} {value}<BR>",
        quotes_text=False,
    ),
    "spark": Client(
        page='<html xmlns="http://www.w3.org/1999/xhtml"><head><title></title></head><body>{}</body></html>',
        line='<div name="messageBodySection"><div dir="auto">{}</div></div>',
        blank='<div dir="auto"><br /></div>',
        signature='<div name="messageSignatureSection"><br />{}</div>',
        sentence="spark",
        reply='<div name="messageReplySection">{head}<br /><blockquote type="cite" style="border-left-color: grey; '
        'border-left-width: thin; border-left-style: solid; margin: 5px 5px;padding-left: 10px;">{body}</blockquote></div>',
        head="{label} {value}<br />",
    ),
    "superhuman": Client(
        mailer=("X-Mailer", "Superhuman Desktop (2026-03-02T10:00:00Z)"),
        page="<html><head></head><body><div>{}</div></body></html>",
        signature='<div class="sh-signature"><div class="gmail_signature">{}</div></div>',
        sentence="google",
        reply='<br/><div class="gmail_quote">{head}<br/><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;'
        'border-left:1px #ccc solid;padding-left:1ex" class="sh-color-black">{body}</blockquote></div>',
        head="{label} {value}<br/>",
    ),
    "hubspot": Client(
        page="<html><head><style>@media only screen and (max-width: 600px) {{ .hse-column {{width:100%}} }}</style></head>"
        '<body><div style="display:none!important">&nbsp;</div>{}<img src="https://t.hubbub.example/e1t/o/5/x" alt="" '
        'height="1" width="1" border="0" style="display:none!important;min-height:1px!important;width:1px!important">'
        "</body></html>",
        signature='<div class="hs_signature" data-hs-signature="true">{}</div>',
        sentence="google",
        reply='<div class="hs_reply"><br>{head}<br><blockquote class="gmail_quote">{body}</blockquote></div>',
        text=False,
    ),
    "salesforce": Client(
        mailer=("X-Mailer", "SFDC-sent"),
        page='<html><head><title></title></head><body style="font-family:Arial">{}<br><img '
        'src="https://track.forcefield.example/servlet/os?x=1" width="1" height="1"></body></html>',
        line="{}<br>",
        blank="<br>",
        above="salesforce",
        reply="<br>{head}<br>{body}",
        head="<b>{label}</b> {value}<br>",
        quotes_text=False,
    ),
    "gmx": Client(
        page='<html><head></head><body><div style="font-family: Verdana;font-size: 12.0px;">{}</div></body></html>',
        signature='<div class="signature">{}</div>',
        reply='<div name="quote" style="margin:10px 5px 5px 10px; padding: 10px 0 10px 10px; border-left:2px solid '
        '#C3D9E5; word-wrap: break-word;"><div style="margin:0 0 10px 0;">{head}</div><div name="quoted-content">{body}'
        "</div></div>",
        head="<b>{label}</b>&nbsp;{value}<br>",
        text=False,
    ),
    "icloud": Client(
        mailer=("X-Mailer", "iCloud MailClient22F4 MailServer22F4"),
        page='<html><body><div class="WordSection1">{}</div></body></html>',
        signature='<div id="sig-icloud">{}</div>',
        sentence="apple",
        reply='<div><br>{head}<br><br></div><blockquote type="cite"><div>{body}</div></blockquote>',
        head="{label} {value}<br>",
    ),
    "front": Client(
        mailer=("X-Mailer", "Front (1.0)"),
        page="<div>{}</div>",
        signature='<div class="front-signature">{}</div>',
        sentence="front",
        reply='<div class="front-quote-wrapper"><br><blockquote type="cite" class="front-blockquote"><div>{head}<br>'
        "</div><div>{body}</div></blockquote></div>",
        head="{label} {value}<br>",
        text=False,
    ),
    "orange": Client(
        mailer=("X-Mailer", "Open-Xchange Mailer v7.10.6"),
        page='<!doctype html><html><head><meta charset="UTF-8"></head><body>{}</body></html>',
        line='<div class="default-style">{}</div>',
        blank='<div class="default-style"><br></div>',
        signature='<div class="io-ox-signature"><p>{}</p></div>',
        sentence="mozilla",
        reply='<blockquote type="cite"><div>{head}</div><div>&nbsp;</div><div>&nbsp;</div>{body}</blockquote>',
        head="<div>{label} {value}</div>",
    ),
    "lines": Client(markup=False, sentence="mozilla"),
    "lines-outlook": Client(markup=False, rule="", quotes_text=False),
    "lines-gmail": Client(markup=False, sentence="google"),
    "broadcast": Client(
        page='<!DOCTYPE html><html><head><style>.pre {{display:none}}</style></head><body bgcolor="#f4f4f4"><div '
        'style="display:none;max-height:0;overflow:hidden">&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;</div><table role='
        '"presentation" width="600" align="center" cellpadding="0" cellspacing="0"><tr><td style="padding:24px">{}</td>'
        "</tr></table></body></html>",
        line='<p style="margin:0 0 12px">{}</p>',
        blank="",
        text=False,
    ),
}
