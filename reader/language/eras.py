"""The eras by which Japan counts its years."""

from __future__ import annotations

# Spelling → reading, name in English, the year of our calendar in which its first year begins.
_TABLE = """
    令和 れいわ Reiwa 2019
    平成 へいせい Heisei 1989
    昭和 しょうわ Shōwa 1926
    大正 たいしょう Taishō 1912
    明治 めいじ Meiji 1868
    慶応 けいおう Keiō 1865
    元治 げんじ Genji 1864
    文久 ぶんきゅう Bunkyū 1861
    万延 まんえん Man'en 1860
    安政 あんせい Ansei 1855
    嘉永 かえい Kaei 1848
    弘化 こうか Kōka 1845
    天保 てんぽう Tenpō 1831
    文政 ぶんせい Bunsei 1818
    文化 ぶんか Bunka 1804
    享和 きょうわ Kyōwa 1801
    寛政 かんせい Kansei 1789
    天明 てんめい Tenmei 1781
    安永 あんえい An'ei 1772
    明和 めいわ Meiwa 1764
    宝暦 ほうれき Hōreki 1751
    寛延 かんえん Kan'en 1748
    延享 えんきょう Enkyō 1744
    寛保 かんぽう Kanpō 1741
    元文 げんぶん Genbun 1736
    享保 きょうほう Kyōhō 1716
    正徳 しょうとく Shōtoku 1711
    宝永 ほうえい Hōei 1704
    元禄 げんろく Genroku 1688
    貞享 じょうきょう Jōkyō 1684
    天和 てんな Tenna 1681
    延宝 えんぽう Enpō 1673
    寛文 かんぶん Kanbun 1661
    万治 まんじ Manji 1658
    明暦 めいれき Meireki 1655
    承応 じょうおう Jōō 1652
    慶安 けいあん Keian 1648
    正保 しょうほう Shōhō 1645
    寛永 かんえい Kan'ei 1624
    元和 げんな Genna 1615
    慶長 けいちょう Keichō 1596
    文禄 ぶんろく Bunroku 1593
    天正 てんしょう Tenshō 1573
    元亀 げんき Genki 1570
    永禄 えいろく Eiroku 1558
    弘治 こうじ Kōji 1555
    天文 てんぶん Tenbun 1532
    享禄 きょうろく Kyōroku 1528
    大永 たいえい Taiei 1521
    永正 えいしょう Eishō 1504
    文明 ぶんめい Bunmei 1469
    応仁 おうにん Ōnin 1467
    応永 おうえい Ōei 1394
    建武 けんむ Kenmu 1334
    元弘 げんこう Genkō 1331
    弘安 こうあん Kōan 1278
    文永 ぶんえい Bun'ei 1264
    承久 じょうきゅう Jōkyū 1219
    建久 けんきゅう Kenkyū 1190
    文治 ぶんじ Bunji 1185
    寿永 じゅえい Juei 1182
    治承 じしょう Jishō 1177
    平治 へいじ Heiji 1159
    保元 ほうげん Hōgen 1156
    延暦 えんりゃく Enryaku 782
    天平 てんぴょう Tenpyō 729
    養老 ようろう Yōrō 717
    和銅 わどう Wadō 708
    大宝 たいほう Taihō 701
    大化 たいか Taika 645
"""
_MODERN = ("明治", "大正", "昭和", "平成", "令和")
_FIRST_MODERN_YEAR = 1868


def _eras() -> dict[str, tuple[str, str, int]]:
    rows = (line.split() for line in _TABLE.strip().splitlines())
    return {spelling: (reading, name, int(first)) for spelling, reading, name, first in rows}


ERAS: dict[str, tuple[str, str, int]] = _eras()
"""Spelling → reading, name in English, the year of our calendar in which its first year begins."""


def in_eras(year: int) -> str:
    """A year of our calendar in the modern eras: "Reiwa 3"; two in a year that has two; "" before 1868."""
    if year < _FIRST_MODERN_YEAR:
        return ""
    names = []
    for spelling, following in zip(_MODERN, (*_MODERN[1:], ""), strict=True):
        _reading, name, first = ERAS[spelling]
        last = ERAS[following][2] if following else year
        if first <= year <= last:
            names.append(f"{name} {year - first + 1}")
    return " / ".join(names)
