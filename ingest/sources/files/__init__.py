"""Mail and calendars in files: mbox, Maildir, Google Takeout, folders of single messages and calendars."""

from ingest.sources.files.items import items_at as items_at
from ingest.sources.files.source import FilesSource as FilesSource
