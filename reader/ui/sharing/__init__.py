"""Taking an article along as it is shown: on paper, as a PDF, as a web page."""
