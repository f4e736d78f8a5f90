"""What the data of a workspace say about its clients: tables and plans put together for `insight`.

Nothing of it flows into a plan by itself.
"""
