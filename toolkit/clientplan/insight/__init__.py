"""What the data say about clients: descriptions beside the plan, which never flow into it by themselves."""
