"""Mailboxes on IMAP servers (RFC 3501 and its extensions), read without leaving a trace there."""
