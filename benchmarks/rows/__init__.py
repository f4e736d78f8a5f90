"""Ways through the same ten million rows: ours on each engine, and what one would write by hand for one engine."""
