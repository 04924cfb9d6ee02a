"""Setting Japanese text into lines: kinsoku, ruby, and the positions of every character, without Qt.

Measurements and break opportunities come in as data, positions along an inline and a block axis come out.
"""
