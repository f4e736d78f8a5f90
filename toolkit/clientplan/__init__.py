"""Client Plan: guided notebooks from client data to a one-to-two-page client plan.

Importing the package loads nothing heavy; the rooms (`clientplan.plan`, `clientplan.collect`, …) are imported by name.
"""

__version__ = "0.1.0"
