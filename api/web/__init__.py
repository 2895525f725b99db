"""What pages are made of: rendering, words, forms."""
