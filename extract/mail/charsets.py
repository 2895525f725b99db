"""Bytes to text, whatever the label says.

Labels are wrong, unknown or hostile in real mail, so only known text encodings are used, never a codec of the sender's
choice, and the result can always be stored: no NUL and no lone surrogate.
"""

from __future__ import annotations

from typing import Final

from charset_normalizer import from_bytes

from extract import limits

UTF_8: Final = "utf-8"
WESTERN: Final = "cp1252"

# Labels as found in mail -> the codec that reads them best: the superset that senders really use (WHATWG Encoding).
_SUPERSETS: Final = {
    "us-ascii": WESTERN, "ascii": WESTERN, "ansi-x3.4-1968": WESTERN, "iso-8859-1": WESTERN, "iso8859-1": WESTERN,
    "latin1": WESTERN, "latin-1": WESTERN, "l1": WESTERN, "cp819": WESTERN, "windows-1252": WESTERN, "x-ansi": WESTERN,
    "ansi": WESTERN, "utf8": UTF_8, "utf-8": UTF_8, "unicode-1-1-utf-8": UTF_8, "x-unicode-2-0-utf-7": "utf-7",
    "utf-7": "utf-7", "unicode-1-1-utf-7": "utf-7", "utf-16": "utf-16", "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "utf-32": "utf-32", "utf-32le": "utf-32-le", "utf-32be": "utf-32-be", "ucs-2": "utf-16",
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "x-gbk": "gb18030", "cp936": "gb18030",
    "hz-gb-2312": "hz", "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "cp950": "cp950",
    "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932", "cp932": "cp932",
    "euc-jp": "euc_jp", "x-euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp_ext", "iso-2022-jp-2": "iso2022_jp_2",
    "euc-kr": "cp949", "ks-c-5601-1987": "cp949", "ksc5601": "cp949", "cp949": "cp949", "windows-949": "cp949",
    "iso-2022-kr": "iso2022_kr", "koi8-r": "koi8_r", "koi8-u": "koi8_u", "koi8-t": "koi8_t",
    "macintosh": "mac_roman", "x-mac-roman": "mac_roman", "tis-620": "cp874", "iso-8859-11": "cp874",
    "iso-8859-9": "cp1254", "iso-8859-8-i": "iso8859_8", "iso-8859-8-e": "iso8859_8", "ibm850": "cp850",
    "ibm437": "cp437", "cp437": "cp437", "cp850": "cp850", "ibm852": "cp852", "ibm866": "cp866", "cp866": "cp866",
}  # fmt: skip
_CODECS: Final = (
    _SUPERSETS
    | {f"iso-8859-{part}": f"iso8859_{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)}
    | {f"windows-{page}": f"cp{page}" for page in (874, *range(1250, 1259))}
    | {"windows-1252": WESTERN}
    | {f"cp{page}": f"cp{page}" for page in (874, *range(1250, 1259))}
)
_GUESSES: Final = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "gb18030", "big5", "cp932",
    "euc_jp", "cp949",
]  # fmt: skip
_STORABLE: Final = {0: "\ufffd"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_BYTE_ORDER_MARKS: Final = ((b"\xef\xbb\xbf", UTF_8), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_TOLERATED: Final = 50  # one wrong character in so many still means that the label is right


def decode(data: bytes, label: str | None, warnings: list[str]) -> str:
    """Text of the bytes; ``label`` is the charset they claim (RFC 2045 section 5), or None.

    Never fails. A doubtful reading adds a warning.
    """
    for mark, unicode in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return storable(data[len(mark) :].decode(unicode, "replace"))
    codec = codec_of(label)
    if codec is None:
        if label and label.strip() not in {"", "unknown-8bit", "8bit", "binary"}:
            warnings.append("The text names a charset that is not known; it was guessed.")
        return storable(_guess(data, warnings))
    return storable(_as_labelled(data, codec, warnings))


def codec_of(label: str | None) -> str | None:
    """The codec for a charset label, or None if the label is missing or not a known text encoding."""
    if label is None:
        return None
    name = label.strip().strip("\"'").lower().replace("_", "-").removeprefix("x-cp-")
    return _CODECS.get(name)


def storable(text: str) -> str:
    """The text with NUL and lone surrogates, which no store can keep, replaced by U+FFFD."""
    if text.isprintable():
        return text
    return text.translate(_STORABLE)


def decode_unlabelled(data: bytes) -> str:
    """Text of short raw bytes, as in a header: UTF-8 (RFC 6532), else Western European."""
    try:
        return storable(data.decode(UTF_8))
    except UnicodeDecodeError:
        return storable(data.decode(WESTERN, "replace"))


def _as_labelled(data: bytes, codec: str, warnings: list[str]) -> str:
    if codec == WESTERN and not data.isascii():
        return _western(data)
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
    if text.count("\ufffd") * _TOLERATED > len(text):
        return _guess(data, warnings)
    warnings.append("Some characters could not be decoded.")
    return text


def _western(data: bytes) -> str:
    """Western text is the label of last resort; bytes that are valid UTF-8 are UTF-8."""
    try:
        return data.decode(UTF_8)
    except UnicodeDecodeError:
        return data.decode(WESTERN, "replace")


def _guess(data: bytes, warnings: list[str]) -> str:
    try:
        return data.decode(UTF_8)
    except UnicodeDecodeError:
        best = from_bytes(data[: limits.GUESS_BYTES], cp_isolation=_GUESSES, steps=3, chunk_size=512).best()
    warnings.append("The charset was guessed.")
    return data.decode(best.encoding if best else WESTERN, "replace")
