"""What the receiving server found out about a mail's sender (Authentication-Results, RFC 8601).

Only its word against a sender is taken. A sender can write such a header as well, and which servers are the mailbox's
own is not known: whoever invents one that speaks against their mail harms nobody else.
"""

from __future__ import annotations

from typing import Final

from extract.expressions import Expression, expression
from extract.mail.headers import Headers

_NAME: Final = "authentication-results"
_DMARC: Final = expression(r"(?i)(?:^|[;\s])dmarc\s*=\s*([a-z]+)")
_DKIM: Final = expression(r"(?i)(?:^|[;\s])dkim\s*=\s*([a-z]+)")
_SPF: Final = expression(r"(?i)(?:^|[;\s])spf\s*=\s*([a-z]+)")


def is_refuted(headers: Headers) -> bool:
    """Whether the topmost result, which the last server added, says that From is not who sent it.

    DMARC decides where it was looked at (RFC 7489); without it, an SPF that fails and no DKIM that passes.
    """
    said = headers.text(_NAME)
    dmarc = _first(_DMARC, said)
    if dmarc in {"pass", "fail"}:
        return dmarc == "fail"
    signed = any(found[1].lower() == "pass" for found in _DKIM.finditer(said))
    return not signed and _first(_SPF, said) in {"fail", "softfail"}


def _first(pattern: Expression, said: str) -> str:
    found = pattern.search(said)
    return found[1].lower() if found else ""
