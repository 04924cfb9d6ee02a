"""Finding in the open article: by text, by reading, and by dictionary form."""
