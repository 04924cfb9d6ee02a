"""The article on the screen: laid out, painted, and answering to pointer and keys."""
