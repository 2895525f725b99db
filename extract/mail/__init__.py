"""Reading a mail message: MIME, markup, addresses, threads, class."""
