"""What a page shows, ready to be laid out: each text as it will be read, so that templates hold no rules."""
