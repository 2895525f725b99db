"""What a series of weeks says: the range that was to be expected, where it changed, and when it is too short to say."""
