"""Expressions that are grammar rather than words and yet felt as one (について, かもしれない).

A table, since the dictionary also has には, とする and other runs that nobody wants to see as one. Where the
last token is conjugated they are spelt with its dictionary form: という stands for といった, too.
"""

from __future__ import annotations

FUNCTION_EXPRESSIONS: frozenset[str] = frozenset(
    """
    について につき に就いて についての に関して に関する に関しての に対して に対する に対しての に対し
    によって により による によると によれば に因る に依る にとって にとっての に於いて において における
    に従って に従い に伴って に伴い に伴う にともなって にともない にともなう に基づいて に基づき に基づく
    にもとづいて にもとづき にもとづく に沿って に沿った に応じて に応じた に加えて に加え に比べて に比べ
    に反して に際して に際し にあたって にあたり に当たって に当たり にわたって にわたり にわたる に渡って
    に渡り に渡る に先立って に先立ち に先駆けて にかけて に限らず に限って にかかわらず に関わらず に拘らず
    にもかかわらず に至るまで に至って に過ぎない にすぎない に違いない にちがいない にほかならない
    に他ならない に代わって に代わり にかわって にかわり に向けて に向けた に向かって に続いて に次いで
    に次ぐ に越したことはない にしても にしては にしろ にせよ には及ばない にも拘わらず として としての
    としては としても という といった ということ というのは というのも というと といえば と言えば といえども
    と言う と言った と共に とともに と同時に とはいえ とは言え とは限らない とみなす と見なす をめぐって
    をめぐり をめぐる を巡って を巡り を巡る を通じて を通して を問わず を除いて を除き を含めて を含め
    をはじめ をはじめとする をはじめとして を始め を始めとする を始めとして を込めて を中心に をもって
    を以て か否か かどうか かもしれない かも知れない かもしれません かも知れません からには からこそ
    からといって ではない では無い でもない ではなく じゃない である です だけでなく だけではなく
    ばかりでなく ばかりか のだ のです んだ んです のだろう のでしょう のである のではない のみならず ような
    ように ようだ ようです ようになる みたいな みたいに みたいだ そうだ そうです べきだ べきである
    べきではない はずだ はずです はずである はずがない わけだ わけです わけではない わけがない
    なければならない なければなりません なければいけない なくてはならない なくてはいけない ねばならない
    ざるを得ない ざるをえない ずにはいられない てもいい てもよい てはいけない てはならない ことができる
    ことが出来る ことがある ことになる ことにする こととなる やいなや や否や どころか どころではない
    つつある つつも
    につれて につれ わけにはいかない わけには行かない ばかりに をきっかけに を契機に を踏まえて を踏まえ
    を経て に応えて に関わる に先立つ に至る という風に ことなく
    どのくらい どのぐらい どれくらい どれぐらい このくらい このぐらい それくらい それぐらい これくらい
    たりとも 程なくして ほどなくして
    このような そのような あのような どのような それでも それにしても それにもかかわらず 少なくとも
    """.split()
)

# Conjunctions at the head of a sentence or behind a comma; elsewhere the same letters are other words (食べる
# ところが見たい).
HEAD_EXPRESSIONS: frozenset[str] = frozenset(
    """
    ところが すると だとすると とすると となると だとすれば とすれば そうすると そうすれば そうしたら なぜなら
    それどころか だからといって それなのに なのに なので だったら といっても というのも したがって ところで
    だが だけど だけども だけれど だけれども だから だからこそ だって でも では ですが ですけど ですけれども
    しかしながら とはいうものの とは言うものの というより というよりは といいつつ それならば それでは
    そういえば そう言えば それゆえ それ故 それゆえに かたや なんにせよ なんといっても 何といっても
    一方で その一方で ですから それでいて そうはいっても そうは言っても にもかかわらず にも関わらず
    """.split()
)

# Said as they are and no longer felt as forms of anything, whatever their last token could be a form of.
FIXED_PHRASES: frozenset[str] = frozenset(
    """
    ので のに とか とかいう これから それから かな かなあ かなぁ すまん
    さもないと さもなければ さもなくば ところどころ
    はじめまして ごめんなさい いってらっしゃい いってきます いただきます おはようございます
    """.split()
)

# Said at the end of a sentence; elsewhere the same particles belong to what stands before and behind them
# (誰が来るかも知らない).
CLOSING_EXPRESSIONS: frozenset[str] = frozenset(("かも",))

# Adjectives that look like the negative of a verb (詰まる, 下る, 堪る) and are hardly ever meant as that.
ADJECTIVES_IN_NAI: frozenset[str] = frozenset(
    """
    つまらない 詰まらない くだらない 下らない たまらない 堪らない いたたまれない 居たたまれない
    """.split()
)

# The dictionary has them as one (しもに, ほかに, いちどきに, そのほかに, いつに, ところで, いりがた,
# ゆくかた, あのかた, たちがいい, an end in sight, a coward's talk), but who writes so nearly always means
# the words side by side.
SELDOM_ONE_WORD: frozenset[str] = frozenset(
    "下に 外に 一時に その他に 一に 所で 入り方 行く方 彼の方 質が良い 質がいい 山が見える 犬の遠吠え".split()
)
