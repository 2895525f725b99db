"""What people promise, ask and agree in the new text of a message."""
