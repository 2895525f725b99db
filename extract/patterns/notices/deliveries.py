"""How servers report that a message did not arrive, where no part for programs says so."""

from __future__ import annotations

from typing import Final

# Senders of such reports: the part before the @, in lower case without signs between words.
SERVERS: Final = (
    "mailerdaemon", "postmaster", "maildaemon", "mailadministrator", "systemadministrator", "mdaemon", "mailsubsystem", "maildeliverysystem",
    "maildeliverysubsystem", "microsoftexchange", "exchangeadministrator", "internetmailconnector", "mmdf", "smtpdaemon", "pmdf",
    "mailsystem", "mailrouter", "daemon", "uucp", "bounce", "bounces",
)  # fmt: skip
# The names that such senders show, in lower case.
SERVER_NAMES: Final = (
    "mail delivery", "mail daemon", "mailer-daemon", "mailer daemon", "postmaster", "system administrator", "systemadministrator",
    "administrateur système", "administrador del sistema", "microsoft exchange", "microsoft outlook", "mail administrator", "mail router",
    "internet mail delivery", "delivery subsystem", "mail system", "delivery system",
)  # fmt: skip
# Sentences of the servers themselves: each is some program's own and no person's.
FAILURES: Final = (
    r"this is the qmail-send program|i wasn't able to deliver your message|(?:this is the )?mail system at host|the \S+ program\s+at\b"  # qmail, Postfix
    r"|message was created automatically by mail delivery software|address\(es\) failed"  # Exim
    r"|the following addresses had (?:permanent|transient|delivery)|had (?:permanent fatal|transient non-fatal|delivery) errors|transcript of session follows"  # sendmail
    r"|did not reach (?:some or all of )?(?:the|its) (?:intended )?recipient|recipient\(?s?\)? (?:could not be|cannot be) reached"  # Exchange
    r"|delivery (?:has failed|to the following recipient|to these recipients|failed)|message (?:wasn't|was not|has not been|could not be|couldn't be|cannot be) delivered"  # Microsoft 365, Gmail
    r"|was not delivered to:|user (?:\S+ )?not listed in (?:public name|domino|name & address)|not listed in domino directory|no route found to domain"  # Notes
    r"|(?:was|were|is) undeliverable|undelivered message|unable to deliver (?:your |the |this )?(?:message|mail|e-?mail)|message status - undeliver"  # GroupWise and others
    r"|(?:returned|bounced) (?:mail|message)|delivery (?:status notification|error report|failure)|non-?delivery (?:report|notif)|could not be delivered|not be able to deliver"
    r"|(?:mailbox|user|recipient|account|address)(?: is| was| \S+@\S+)? (?:unavailable|unknown|rejected|not found|disabled|full|over quota)"
    r"|unzustellbar|nicht zugestellt werden|zustellung[^.\n]{0,40}(?:fehlgeschlagen|nicht möglich)|(?:n'a pas pu|n'ont pu|impossible)[^.\n]{0,30}(?:remis|livr|distribu|délivr)"
    r"|no (?:se (?:ha podido|pudo|puede)|pudo) entregar|non è stato possibile (?:recapitare|consegnare)|kon niet worden (?:bezorgd|afgeleverd)|não pôde ser entregue"
    r"|nie (?:mogła|może|mogło) (?:zostać|być) (?:dostarczon|doręczon)|kunde inte levereras|kunne ikke leveres|ei voitu toimittaa|не (?:может быть|был[ао]?|удалось) доставл?"
    r"|配信(?:できません|に失敗)|届けることができ|送達できません|无法(?:投递|送达|传递)|退信"
)
# A warning that tries go on: the message may still arrive.
DELAYS: Final = (
    r"(?:will|is going to|continues? to|keep) (?:be retried|retry|try(?:ing)?|be (?:tried|attempted)|be re-?sent|be resubmitted)|(?:do not|don't) need to resend|(?:this is a )?warning (?:message )?only"
    r"|(?:delivery|message|mail)(?: \S+){0,8} (?:is |been |was )?delayed|(?:delivery )?attempts? will continue|not yet (?:been )?delivered|still (?:being )?(?:retried|trying|in the queue)|no action is required"
    r"|transient non-fatal|will (?:continue|retry)|verzögert|wird weiterhin versucht|retardée?|différée?|retrasad|ritardat|vertraagd|atrasad|opóźnion|fördröjd|försenad|forsinket|viivästy|задержан|遅延|延迟"
)
# Where the returned message begins: addresses below are its own.
COPIES: Final = (
    r"(?im:^[-=_ >]*(?:below this line|this is a copy|original message|begin (?:returned|original)|(?:the )?(?:returned|message) (?:header|text)|unsent message|message header|copy of (?:the )?message"
    r"|(?:ursprüngliche|originale?) nachricht|included is (?:a|the)|your (?:original )?message (?:follows|reads))|^(?:received|return-path|message-id): )"
)
# A status (RFC 3463) or an SMTP answer (RFC 5321 section 4.2) in the text.
STATUSES: Final = r"(?:^|[\s#(\[<:])([45]\.\d{1,3}\.\d{1,3})(?:[\s)\]>:;,.]|$)"
REPLIES: Final = r"(?:^|[\s:'\"(])([45])\d\d[ -](?:[45]\.\d|[A-Za-z<'\"#-])"
# A place where servers name whom a message did not reach: alone on a line, before a colon, after a label.
ADDRESSES: Final = (
    r"(?im:^[ \t>*]*(?:(?:original|final|failed)[- ](?:address|recipient)\s*:|recipients?(?: address)?:|to:|user:|an:|rcpt to:|smtp;)?[ \t]*(?:rfc822;)?[ \t]*[<(\"']?"
    r"([^\s<>()\"',;:]+@[^\s<>()\"',;:]+?)[.]?(?:[>)\"':;,]|\s|$))"
)
ANY_ADDRESS: Final = r"([^\s<>()\"',;:\[\]=]+@[A-Za-z0-9.-]+\.[A-Za-z0-9-]+)"
