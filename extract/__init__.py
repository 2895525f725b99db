"""Pure reading: bytes in, typed facts out. No network, no files, no clock, no chance."""
