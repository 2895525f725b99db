"""How amounts of money are written: currencies by their signs and names, and what multiplies a number.

A sign that several currencies share ("kr", "francs") says too little; a bare dollar is the one most people mean.
"""

from __future__ import annotations

from typing import Final

# What stands for a currency (ISO 4217), in lower case; longer ones first where one begins another.
CURRENCIES: Final[dict[str, str]] = {
    "eur": "EUR", "euros": "EUR", "euro": "EUR", "€": "EUR",
    "usd": "USD", "us$": "USD", "us dollars": "USD", "dollars": "USD", "$": "USD",
    "gbp": "GBP", "pounds": "GBP", "£": "GBP",
    "chf": "CHF", "sfr.": "CHF", "sfr": "CHF", "fr.": "CHF", "franken": "CHF",
    "a$": "AUD", "aud": "AUD", "c$": "CAD", "ca$": "CAD", "cad": "CAD", "nz$": "NZD", "nzd": "NZD", "s$": "SGD",
    "sgd": "SGD", "hk$": "HKD", "hkd": "HKD", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "pln": "PLN", "czk": "CZK",
    "huf": "HUF", "jpy": "JPY", "¥": "JPY", "cny": "CNY", "inr": "INR", "₹": "INR",
}  # fmt: skip
# What multiplies the number before it: "42k", "1,2 Mio.", "3 millions d'euros".
TIMES: Final[dict[str, int]] = {
    "k": 1_000, "t": 1_000, "tsd.": 1_000, "tsd": 1_000, "thousand": 1_000, "tausend": 1_000, "mille": 1_000,
    "m": 1_000_000, "mio.": 1_000_000, "mio": 1_000_000, "millionen": 1_000_000, "million": 1_000_000,
    "millions": 1_000_000,
}  # fmt: skip
# 1,234.50 and 1.234,50 and 1 234,50 and 1'234.50, with ",-" or ".–" for no cents.
NUMBER: Final = r"\d{1,3}(?:[.,'’ \x{00a0}\x{202f}]\d{3})+(?:[.,]\d{1,2})?|\d{1,12}(?:[.,]\d{1,2})?"
NO_CENTS: Final = r"(?:[.,][-–—]+)?"
