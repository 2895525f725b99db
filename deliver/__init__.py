"""What goes out of one person's queue: publishing today; digests, webhooks and exports have their place here."""
