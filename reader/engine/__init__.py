"""The application's use cases that are slow: they run in one helper process, so that the window never waits.

The window's process imports ``protocol`` and ``client`` only; ``server`` and what it needs are the helper's.
"""
