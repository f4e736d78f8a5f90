"""Other ways to print the same two pages; each file is one of them, and can be imported alone."""
