"""Text for the property tests: Japanese with everything else that may stand in a paragraph."""

from __future__ import annotations

from hypothesis import strategies as st

_JAPANESE = "私は二〇日の会議で「10万人が行った。」と言った、3分の1だ！タワー・ヶ々月人年時食べさせられ今日"
_OTHER = "\x00\x01\t\n\r \u3000\u2028\u0301\u3099\u200d\ud800\udfff👩‍👧🇯🇵𠮷ｶﾞ１Ａaé한글％km²½"

paragraphs = st.text(
    st.one_of(
        st.sampled_from(_JAPANESE),
        st.sampled_from(_OTHER),
        st.characters(min_codepoint=0x3040, max_codepoint=0x30FF),
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
        st.characters(),
    ),
    max_size=60,
)
