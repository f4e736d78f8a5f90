"""CRM exports into tidy tables, with a report of what was and what wasn't read.

`read.read` reads files, `tidy.write` and `tidy.load` keep the tables; `tables` says what the tables hold.
"""
