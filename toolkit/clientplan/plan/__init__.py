"""The plan document as a frozen value: words, models, editions, reading and writing."""
