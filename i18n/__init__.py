"""Internationalisation: the reader's language, the texts in it, and dates and numbers as it writes them.

It knows nobody: ``api`` and ``deliver`` say through it what people read. What was read from mail is never translated.
"""
