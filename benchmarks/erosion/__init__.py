"""How well each method tells which client erodes next: the protocol, the methods, the prior fitted anew."""
