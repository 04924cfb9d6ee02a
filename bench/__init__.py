"""How fast and how big the program is, beside the least that could be: ``make bench``.

Windows are real ones on a display of the benchmark's own (Xvfb), and are timed by their pixels. Every figure
stands beside a baseline that was taken in the same run, in turn with it, since machines differ and waver.
"""
