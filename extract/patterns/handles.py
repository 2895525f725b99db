"""Social networks and messengers: the hosts of their profiles, and the labels before an account's name."""

from __future__ import annotations

from typing import Final

HOSTS: Final = (
    "linkedin.com", "twitter.com", "x.com", "facebook.com", "instagram.com", "xing.com", "github.com", "gitlab.com", "youtube.com",
    "tiktok.com", "mastodon.social", "bsky.app", "threads.net", "t.me", "wa.me", "medium.com", "vimeo.com", "pinterest.com",
)  # fmt: skip
LABELS: Final = frozenset(
    "skype skypeid icq aim msn yahoo! jabber xmpp twitter linkedin facebook instagram xing github telegram signal wechat line whatsapp mastodon irc".split()
)
# Before addresses and sites, and between the labels of numbers: they are no words of a name, title or company.
OTHER_LABELS: Final = frozenset(
    "email e-mail mail e web www website url internet homepage blog site w and or und et address adresse anschrift contact kontakt"
    " mailto http https p-mail".split()
)
# What follows the last full stop of a file's name; no site ends so.
FILES: Final = frozenset(
    "doc docx xls xlsx ppt pptx pdf txt rtf csv jpg jpeg png gif bmp zip gz tar rpm exe dll py md html htm xml ics vcf eml".split()
)
