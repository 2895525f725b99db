"""Google, as far as all that is read there has in common: calls, what they cost, sign-in and push."""
