"""Hears of new mail at once: one process waits in thousands of inboxes (IDLE) and has the worker look where it is told.

``switchboard``  one selectors loop over all connections, its timers and what other threads hand in
``lines``        one connection in the loop: its socket and what waits in it
``pace``         how fast connections are opened, on the whole and for each server, and when one that failed is tried
``mailboxes``    which mailboxes there are to be held, as the store has them
``watch``        the thread that hears of changes, and knows which shares of the mailboxes are this process's
``pushes``       the thread that turns pushes into jobs
``listener``     all of it together
"""

from ingest.listen.listener import DATABASE_CONNECTIONS as DATABASE_CONNECTIONS
from ingest.listen.listener import Listener as Listener
from ingest.listen.pace import Pace as Pace
