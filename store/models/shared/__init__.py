"""Tables of what was published after approval, and of what is free of content."""
