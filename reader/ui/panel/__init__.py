"""What the dictionaries say of a word, at the right of the page and under the pointer."""
