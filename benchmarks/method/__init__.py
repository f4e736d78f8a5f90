"""How it is measured: clocks, processes, turns, and the tables."""
