"""Google, as far as Boswell speaks to it: stateful, on a socket, and with a lever for everything that goes wrong there.

What the answers look like follows the discovery documents that the client library ships; what they mean follows
Google's public pages. It is spoken to by the real client library alone.
"""
