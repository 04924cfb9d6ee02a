"""Finds the English of each Japanese sentence: which say the same, and by which words it shows."""
