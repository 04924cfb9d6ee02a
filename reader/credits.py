"""Whose work this program stands on: shown by ``--version`` and in the About window."""

CREDITS = """\
Japanese Reader is free software under the GNU General Public License, version 3 or later.
It comes with no warranty.

Dictionaries: JMdict, JMnedict and KANJIDIC2, the property of the Electronic Dictionary Research and
Development Group (EDRDG, edrdg.org), used under its licence, Creative Commons Attribution-ShareAlike 4.0.
Words and readings: UniDic (unidic-lite), by the UniDic Consortium and the National Institute for Japanese
Language and Linguistics, under the BSD licence, through MeCab and fugashi (BSD and MIT licences).
How readings are chosen was learnt from the Wikipedia Annotated Corpus of Kyoto University (ku-nlp), Creative
Commons Attribution-ShareAlike 4.0; counts and weights made from it ship under the same licence.
Further readings: pykakasi (GPL 3.0 or later), with data from the KAKASI and SKK dictionaries.
Dictionary database: jamdict (MIT licence). Window: Qt for Python (LGPL 3.0). Anki packages: genanki (MIT).
Reviews: fsrs (MIT), the Free Spaced Repetition Scheduler. English sentences and stems: sentencex (MIT) and
snowballstemmer (BSD). Anki's collections: zstandard (BSD).
"""
