"""Tables that belong to one person alone: owner_id and a forced policy of plain equality on each."""
