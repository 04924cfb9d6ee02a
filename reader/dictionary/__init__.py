"""What JMdict, JMnedict and KANJIDIC2 say about words, names and kanji, and which of it fits in context."""
