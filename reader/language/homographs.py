"""Words that are spelt alike and told apart by what is said of them: rules with their causes."""

from __future__ import annotations

from reader.language.rule import Rule

_CLEAR = "^|[、。「（のるたいくはがもをにでと]"  # nothing that makes a compound with it stands before
_POLITE = (
    "お店|さん|様|先生|男性|女性|員|客|地元|年配|一般|高齢|外国|担当|係|近所|初心者|専門家|者|"
    "初めて|はじめて|他|ほか|初診|再診|会員|独身|既婚|学生|主婦|年上|年下|目上|同年代|遠方"
)
_RESPECTFUL = "仰|おっしゃ|いらっしゃ|召し|ご覧|お(?:話|書|持|見|越|使|住|亡|作|困|探|泊|待)"
_NATURE = (
    "気さく|親切|素敵|立派|有名|高名|誠実|真面目|丁寧|陽気|温厚|穏やか|物静か|几帳面|熱心|器用|"
    "不安|心配|必要|可能|困難"
)
# The end of what someone does, did or is; of things that are compared (高い方) one says ほう.
_DOES = "[うくぐすつぬぶむるた]|たい|(?<!少)ない|(?:欲し|詳し|忙し|若|弱)い"
_COMPARED = (
    "(?:高|若|近|遠|強|弱|遅|重|軽|長|短|暑|寒|安|早|速|良)[いくか]|い[いくか]|よ(?:い|く|か|ほど|っぽど)|むしろ|ずっと|もっと|"
    "はるか|遥か|楽|簡単|自然|好き|大事|大切|涼し|暖か|大き|小さ|美味|おいし|うま|上手|下手|得[だで]|有利|便利|まし|似合|"
    "安全|正し|難し|面白|怖|気持|気が楽"
)
_GUEST = "お客|方(?![がでより法向針面])|人|皆|みんな|誰か|ひと|子|店|ところ|もの|お"
_FOOD = (
    "料理|カレー|スープ|ラーメン|麺|味|キムチ|唐辛子|麻婆|豆腐|ソース|鍋|わさび|ワサビ|からし|大根|食べ物|塩|ピリ|激|具|肉|"
    "ルー|スパイス|薬味|タレ|たれ|汁|菓子|スナック|チキン|これ|物は|ものは"
)
_HELD = (
    "子供|子ども|赤ちゃん|赤ん坊|赤子|娘|息子|孫|犬|猫|人形|ぬいぐるみ|枕|膝|肩|体|身体|腰|頭|女|彼女|妻|卵"
)
_DRAWN = "絵|漫画|マンガ|イラスト|地図|図|眉|眉毛|顔|人物|猫|犬|グラフ|スケッチ|壁画|水彩画|同人誌"
_GIVEN_UP = "煙草|タバコ|たばこ|酒|仕事|会社|学校|悪ふざけ|いたずら|冗談|ダイエット|部活|ゲーム|[るく]の"
_SUFFERED = "被害|損害|迷惑|損失|不利益|影響|恩恵|打撃|災害|汚名|痛手|損"
_OPENED = "戸|ドア|扉|窓|門|穴|店|蓋|ふた|口|鍵|幕|隙間|冷蔵庫|引き出し|目"
_EDGED = "道|街|町|通り|部屋|机|箱|棚|柱|壁|テーブル|交差点|画面|紙|ページ|東|西|南|北|次|目|ビル|塀|左|右"
_OF_STATES = (
    "政府|高官|軍|制裁|関税|交渉|派遣|協議|支援|批判|要求|合意|拒否|同盟|外交|政策|圧力|大統領|国務|"
    "対抗|報復|表明|警告|軍事|攻撃|仲介|主導"
)
_SOWN = "花|草|野菜|果物|柿|梅|桃|ひまわり|向日葵|朝顔|スイカ|すいか|西瓜|りんご|かぼちゃ|話|悩み|争い|火"
_RIMMED = "崖|池|眼鏡|メガネ|めがね|コップ|茶碗|皿|グラス|プール|湖|穴|帽子|カップ|鍋|谷|机|ベッド|井戸|器"
_COVERING = (
    "木|机|橋|傘|ベッド|テーブル|椅子|床|屋根|軒|月|空|太陽|地面|海|水|雪|布団|石|岩|桜|花|星|雲|階段|山|崖|坂|窓|ビル|"
    "塔|看板|棚|高架|ガード|顔|顎|鼻|首|胸|腕|足|膝|目"
)
_RULING = "法|指導|監督|支配|条件|管理|前提|合意|協力|理念|統治|指揮|方針|旗|庇護|許可|名|体制|同意"
_DRAUGHTY = "流れ|南下|入り|張り|居座|覆|団|強ま"
_RIPENING = "生|な[るっり]|つ[いく]|熟|付|落|赤|締|詰"
_OWNED = "声|池|沼|湖|川|森|山|足音|手紙|電話|落とし物|言葉|発言|メール|ブログ|笑い声|視線"
_TIED = "ネクタイ|[紐帯縄糸髪]|ひも|結び目|リボン|もつれ|風呂敷"
_TRADES = "職人|江戸っ子|昔|学生|町人|商人|芸術家|書生|名人|下町"
_PASSED = "試験|審査|面接|検査|検定|選考|予選|オーディション"
_DOUGH = "パン|ピザ|クッキー|ケーキ|タルト|パイ|ドレス|シャツ|餃子|服"

HOMOGRAPHS: tuple[Rule, ...] = (
    # --- people -----------------------------------------------------------------------------------
    Rule("方", "ほう", "what is compared with another", before="の", after=f"が(?:{_COMPARED})"),
    Rule("方", "かた", "a certain person, politely", before="[あこそど]の", after="[がはもにへをとでの、。]"),
    Rule("方", "かた", "a person, politely", before=f"(?:{_POLITE})の"),
    Rule("方", "かた", "a person, politely", before="[男女]の", after="[はもにでへ、]"),
    Rule("方", "かた", "of whom one speaks with respect", after=f"[がはも]、?(?:{_RESPECTFUL})"),
    Rule(
        "方",
        "かた",
        "a person of that nature",
        before=f"(?:{_NATURE})な",
        after="[はもでにと、。だ]|が[^、。]{0,8}(?:くれ|くだ|下さ|いらっ|教え|多)",
    ),
    Rule(
        "方",
        "かた",
        "those who are addressed",
        before="お[^、。]{1,4}[いきしちりぎびみけせてれまえめべ]の|ご[^、。]{1,5}の|(?!背)[一-鿿ァ-ヺー]中の",
    ),
    Rule(
        "方",
        "かた",
        "those who are addressed",
        before=_DOES,
        after="[はへも]|でも(?!な)|に(?:お|ご|は|も|限|ぴ)",
    ),
    Rule("方", "かた", "those who are addressed", before=_DOES, after="限定|歓迎|必見|向け|全員|専用|々"),
    Rule("方", "かた", "those who are sought", before=_DOES, after="を(?!選|取|好|優先|重)"),
    Rule("方", "かた", "a person who is asked", before=_DOES, after="、?(?:教え|お願|お手|いらっ)"),
    Rule(
        "方",
        "かた",
        "those who are addressed",
        before=_DOES,
        after="、(?![^。]{0,8}(?:より|いい|良い|よい))",
    ),
    Rule(
        "方々",
        "ほうぼう",
        "all over the place",
        before="(?<![のるたい])",
        after="[をへ]|に(?:散|聞|連|飛|出|電|手)",
    ),
    Rule("他", "ほか", "besides", before="[るた]の?", after="、|に"),
    Rule("他", "ほか", "other people, as one says it", before="(?<!その)(?<!この)", after=f"の(?:{_GUEST})"),
    Rule("大家", "おおや", "the landlord", after="さん|に(?:家|連|相|怒|言)"),
    Rule("大家", "たいか", "a great master", before="(?:画|書道|書|音楽|文学|学問)の"),
    Rule("目下", "めした", "those below one", after="の(?:人|者|相手)|に(?:対|当)"),
    Rule("目下", "もっか", "at present", after="の"),
    Rule(
        "主",
        "あるじ",
        "the master of the house",
        before="(?:(?<!国)家|店|館|宿|城|屋敷)の",
        after="[がはもをにと]",
    ),
    Rule("小人", "しょうにん", "a child, on a list of charges", after="[0-9０-９（(：:・／/]|料金"),
    Rule("小人", "こびと", "a dwarf of the tales", before="人の", after="[がはをとにのた]"),
    Rule("小人", "こびと", "a dwarf of the tales", after="の(?:国|家|森)|たち"),
    Rule("上手", "うわて", "better than the other", before="一枚|二枚も|役者が", after="(?!から|[にへ])"),
    Rule("上手", "うわて", "the hold of a wrestler", before="[左右]", after="[をが投]"),
    Rule("上手", "うわて", "the hold of a wrestler", after="投げ|[をが](?:取|引|切|命|許)"),
    Rule("上手", "かみて", "the left of a stage", after="(?:から|へ|に)(?:登場|退|現れ|去|はけ)"),
    Rule("下手", "しもて", "the right of a stage", after="(?:から|へ|に)(?:登場|退|現れ|去|はけ|消え)"),
    Rule("下手", "したて", "being humble", after="に出"),
    Rule(
        "人気",
        "ひとけ",
        "signs of people",
        after="の(?:ない|無い)(?:[道夜路森山廊校街町浜境駅広暗]|場所|公園|通り|海[岸辺]|部屋|教[会室]|家(?!電)|所|駐車)",
    ),
    Rule("人気", "ひとけ", "signs of people", after="のなくな|[がの]?途絶|の?絶えた|が絶え(?![なる])"),
    Rule("一見", "いちげん", "a chance guest", after="さん|の?客|のお客"),
    Rule("仮名", "かめい", "not the real name", before="[（(]", after="[）)、]"),
    Rule("私立", "しりつ", "private; わたくしりつ only to tell it from 市立"),
    Rule("国立", "くにたち", "the city", after="市|駅"),
    Rule("大谷", "おおたに", "the surname; おおや is a stone and its place", after="(?![石町寺]|資料|観音)"),
    Rule("上方", "じょうほう", "above", after="[をにへ]|から|修正|向"),
    Rule("上方", "かみがた", "Kyoto and Osaka", after="落語|歌舞伎|文化|言葉|漫才|弁|舞"),
    # --- places -----------------------------------------------------------------------------------
    Rule(
        "家",
        "いえ",
        "where one is, behind a time",
        before="[中日夜朝時間後分年月]|みんな",
        after="[でにへをのか]",
    ),
    Rule("角", "かく", "an angle", before="(?:角形|つ|辺)の", after="[をがはもの]|[0-9]"),
    Rule(
        "角",
        "つの",
        "the peak of what is beaten",
        before="泡立て(?:て|、|たら)|(?:クリーム|メレンゲ|卵白)[にの]|ピンと",
    ),
    Rule("角", "かど", "where one turns, or what stands there", after="[をで].{0,4}曲|の(?:店|家|席|建物)"),
    Rule("角", "かど", "the corner of something", before=f"(?:{_EDGED})の", after="[をがにはもでのへ、]"),
    Rule("角", "つの", "an animal's", before="[牛鹿羊鬼獣]の|頭の"),
    Rule("角", "つの", "an animal's", after="が(?:生え|ある|伸)|を(?:生や|突|振)"),
    Rule("君", "くん", "behind a name in kana", before="[ぁ-ん]", behind="名詞-固有名詞 名詞-普通名詞-一般"),
    Rule("君", "きみ", "you, standing alone", before=_CLEAR),
    Rule("朝", "あさ", "the morning, standing alone", before=_CLEAR),
    Rule("種", "しゅ", "a species", after="の(?:保護|保存|起源|絶滅|多様|存続)|[がは](?:絶滅|分布|生息)"),
    Rule("種", "たね", "what is sown", before=f"(?:{_SOWN})の|[蒔播撒植ま][いきかく][ぬたる]?"),
    Rule(
        "長",
        "おさ",
        "the head of a village or tribe",
        before="(?:村|族|群れ|里|集落|島)の",
        after="[がはもをにとだ、。]|で",
    ),
    Rule(
        "家中",
        "いえじゅう",
        "all over the house; かちゅう is a lord's household",
        after="[をがで]|に(?:響|広|散)|探|どこ",
    ),
    Rule(
        "町中 街中",
        "まちじゅう",
        "all over the town",
        after="に(?:知|響|広|溢|あふ)|の(?:人|噂|うわさ|話題|評判)|が(?:大|騒|沸)",
    ),
    Rule("年月", "ねんげつ", "a span of years; としつき is poetic", after="[をがはもと、]"),
    Rule(
        "種", "たね", "what is in a fruit", after="を[^、。]{0,4}?(?:飛ば|取|除|抜|吐|植|埋)|ごと|なし|無し"
    ),
    Rule("縁", "ふち", "the rim of something", before=f"(?:{_RIMMED})の"),
    Rule(
        "縁",
        "ふち",
        "the rim of something",
        after="に(?:鋸歯|毛|刺|フリル|レース|沿)|が(?:欠|波)|を(?:取|なぞ)",
    ),
    Rule("縁", "へり", "the border of a mat", before="畳の"),
    Rule("下", "した", "under what covers one", before=f"(?:{_COVERING})の", after="[でに、]"),
    Rule("下", "もと", "under a rule or a hand, not below", before="の", after="で"),
    Rule("下", "もと", "under a rule or a hand, not below", before=f"(?:{_RULING})の", after="[に、]"),
    Rule("下", "した", "below", before="の", after="[にからへを]"),
    Rule(
        "側",
        "そば",
        "beside",
        before="(?<![対右左]の)(?<=[のるたい])",
        after="に(?:い[るてた]|置|座|寄)|を離|から離",
    ),
    Rule(
        "表", "おもて", "the front", before="(?:紙|葉書|はがき|封筒|カード|コイン|硬貨|家|布|葉)の|裏[とも]"
    ),
    Rule(
        "表",
        "おもて",
        "the front",
        after="[とも]裏|や裏|側|通り|向き|に(?:出(?=[るたてろさしすよやに])|立)|が出[たるれ]ば|舞台|玄関|で遊",
    ),
    Rule("表", "おもて", "the first half of an inning", before="[0-9０-９一二三四五六七八九十]回の?"),
    Rule(
        "額",
        "ひたい",
        "the forehead",
        before="(?<![一-鿿])",
        after="に(?:汗|手|しわ|皺|傷|キ|触|浮|青|滲|に|張|貼)|の(?:汗|し|皺|傷|真|生)",
    ),
    Rule(
        "額",
        "ひたい",
        "the forehead",
        before="(?<![一-鿿])",
        after="から(?:汗|血)|を(?:撫|拭|押|寄|つ|突|床|地|ぶ|打|割|合)|[がは](?:広|狭|熱|割)",
    ),
    Rule(
        "床",
        "とこ",
        "a bed",
        before="(?<![手足膝尻頭額][がをも])",
        after="の中|に(?:就|つ|入|伏|臥)|を(?:上|敷|延|取|離)|から起|上げ",
    ),
    Rule("市場", "いちば", "where one buys", before="(?:魚|朝|青物|野菜|卸売|公設|場外|賑わう|にぎわう)の?"),
    Rule(
        "市場",
        "いちば",
        "where one buys",
        before="(?<![一-鿿ァ-ヺー])",
        after="で(?:買(?:[うっ]|い[物求])|働|食|魚|野)|を(?:歩|見物|散|ぶ)|に(?:買い[物に]|行[くっき](?!渡)|足|着|出か)",
    ),
    # --- things -----------------------------------------------------------------------------------
    Rule("風", "ふう", "in this way", before="[こそあど]んな|いう|いった|のような"),
    Rule(
        "風",
        "かぜ",
        "the wind, standing alone",
        before=_CLEAR,
        after="[がはもとや]|を(?!装)|に(?:乗|吹|揺|な|あ|当|舞|飛)",
    ),
    Rule("風", "かぜ", "the wind, standing alone", before=_CLEAR, after="の(?:音|強|中|冷|ない|よう|向)"),
    Rule(
        "生物",
        "なまもの",
        "raw food",
        before="^|[、。「]|れは",
        after="(?:な|です)ので",
    ),
    Rule("生物", "なまもの", "raw food", after="につき|[をは](?:食|避|お早|早め|苦手|禁|控)"),
    Rule("生物", "なまもの", "raw food", before="(?:刺身|寿司|魚|肉|貝)(?:など|等)?[のや]"),
    Rule("最中", "もなか", "a wafer cake", before="アイス|(?:菓子|名物|土産|あんこ|餡)[のに]|栗|小倉"),
    Rule(
        "最中",
        "もなか",
        "a wafer cake",
        after="アイス|の皮|を(?:食|頂|いた|買|ほ|頬)|や(?:羊|ど|饅)|と(?:お茶|羊|ど)",
    ),
    Rule("見物", "みもの", "worth seeing", before="[はがも]|から", after="だ|です|である"),
    Rule("色紙", "しきし", "a card for a few lines", after="に(?:サ|書|寄|揮|一|名|俳|描|メ)|へ"),
    Rule("色紙", "しきし", "a card for a few lines", before="サイン|(?:寄せ書き|直筆)の?"),
    Rule(
        "分別",
        "ふんべつ",
        "discretion",
        after="の?(?:ある|ない|つく|つか|盛り|くさ|臭|顔)|が(?:ある|ない|つ)|を(?:わ|弁|失)",
    ),
    Rule("分別", "ぶんべつ", "sorting what is thrown away"),
    Rule("寒気", "かんき", "cold air", after=f"[がの]?(?:{_DRAUGHTY})|の(?:影|吹|中心)|を伴"),
    Rule("気質", "かたぎ", "the ways of a trade", before=f"(?:{_TRADES})の?"),
    Rule("生地", "きじ", "dough, or cloth", before=f"(?:{_DOUGH})の?|(?:薄|厚|柔らか)い"),
    Rule(
        "生地",
        "きじ",
        "dough, or cloth",
        after="を(?:こ|捏|伸|の|寝|休|混|流|縫|焼|冷|丸)|が(?:薄|厚|柔|や|伸|膨)",
    ),
    Rule(
        "銀杏",
        "いちょう",
        "the tree",
        after="並木|切り|の(?:木|葉|大木|落|紅|黄|樹|街)|[がは](?:色|黄|紅|散|植)|通り",
    ),
    Rule(
        "塩",
        "しお",
        "what one cooks with",
        after="を?(?:ふ|振|ひと|一つ|一さ|少々|加え|入れ|かけ|まぶ|抜|控)|こ[しょ]|・|、こ|と胡",
    ),
    Rule(
        "鶏",
        "とり",
        "the meat",
        after="もも|むね|モモ|ムネ|ひき|胸|肉|手羽|皮|がら|ガラ|そぼろ|の(?:唐|か)|ささ|ハム|だし",
    ),
    Rule(
        "米", "こめ", "rice, not America", after="[をはがも]?[^、。]{0,3}(?:炊|食べ|とぐ|収穫|粒)|を研|作り"
    ),
    Rule(
        "米",
        "こめ",
        "rice, not America",
        after="[をが](?:買(?!収)|洗|売[るれっ]|余|値|足り)|が(?:高[いくか騰]|不[足作])|の(?:値段|価格|収|生産|味(?!方)|品[種質])|農家|俵|びつ",
    ),
    Rule(
        "米",
        "こめ",
        "rice by its measure",
        after="[0-9０-９一二三四五半]+(?:合|升|俵|粒|カップ|キロ|kg|㎏|袋)",
    ),
    Rule(
        "米",
        "べい",
        "America, of which is said what states do",
        after=f"[がはも、][^。]{{0,6}}(?:{_OF_STATES})|の(?:味方|思惑|{_OF_STATES})",
    ),
    Rule("金", "きん", "the metal", before="純|18|24"),
    Rule("金", "きん", "the metal", after="の(?:指|延|価|ネ|採|鉱|卵|斧|メ|粒)|[やと]銀|メダル"),
    Rule(
        "金",
        "かね",
        "money",
        before=_CLEAR,
        after="を(?:払|借|貸|稼|使|出|貯|渡|返|盗|奪|く|儲|か|持)|が(?:な|か|足|欲|要)",
    ),
    Rule("金", "かね", "money", before=_CLEAR, after="に(?:困|な|汚|糸|目)|の(?:ため|無|話|使)|持ち|目当"),
    Rule("柄", "つか", "the hilt of a sword", before="(?:刀|剣|太刀|短刀|サーベル)の"),
    Rule(
        "柄",
        "え",
        "the handle of a tool",
        before="(?:傘|箒|ほうき|鍬|斧|槍|包丁|ナイフ|ブラシ|鎌|柄杓|フライパン)の",
    ),
    Rule("塩", "しお", "what one cooks with", before="[こそあ]の", after="[をがはで]"),
    Rule("塩", "しお", "what one cooks with", before="(?:つまみ|少々|少量|適量|さじ|杯|グラム)の"),
    Rule(
        "型",
        "かた",
        "a mould or a fixed form, standing alone",
        before="[いな]|[こそあど]の",
        after="[をがにはの]",
    ),
    Rule("問", "とい", "what is asked", before=_CLEAR, after="[をがには]"),
    Rule("訳", "わけ", "a reason", before="[こそあど]んな|いう", after="[をがにはでだじも]"),
    Rule("訳", "わけ", "a reason", before="その|この", after="を(?:話|聞|尋|知|説)"),
    Rule("角", "かど", "where one turns", before="[こそあ]の", after="[をにで]"),
    Rule(
        "中",
        "なか",
        "the inside, at the head of a clause",
        before="^|[、。「]",
        after="[をがにはもの]|から|へ",
    ),
    Rule("帯", "おび", "what is tied around one", before=_CLEAR, after="[をがはもに、]"),
    Rule("罰", "ばち", "what heaven sends", after="が当|当た"),
    Rule("一味", "ひとあじ", "a difference in taste", after="違|ちが|加|足"),
    Rule("一味", "いちみ", "a gang, or one spice"),
    Rule("一行", "いちぎょう", "a line of text", before="最後の|最初の|文の|文章の|各"),
    Rule(
        "一行",
        "いちぎょう",
        "a line of text",
        after="を(?:書|読|消|加|足|削|引|空|入|写|抜)|も(?:書|読|な|進)|[ず目書空]|ごと|おき|だけ|の(?:文|コ|詩|メ|手紙)",
    ),
    Rule("金星", "きんぼし", "a wrestler's win over a yokozuna", after="を?(?:献上|配給|挙げ|配|与え|獲得)"),
    Rule(
        "主",
        "ぬし",
        "whose it is, or who lives there from of old",
        before=f"(?:{_OWNED})の",
        after="[がはもをにとでだの、。]",
    ),
    Rule(
        "値",
        "ね",
        "a price",
        before="^|[、。「がは]",
        after="を(?:上げ|下げ|戻|消|つけ|付け|崩)|が(?:張|付|つ[いくか]|上が|下が|崩)",
    ),
    Rule(
        "実",
        "み",
        "a fruit",
        before="(?:[木柿梅桃栗草桑椿]|柘榴|葡萄|林檎|南天|胡桃|銀杏|茄子|蜜柑|[ァ-ヺー]{2})の",
        after="[がはもをにで、。]",
    ),
    Rule(
        "額",
        "ひたい",
        "the forehead",
        before="(?<![一-鿿])",
        after="に[はも]?[^、。]{0,5}(?:汗|皺|しわ|傷|あざ)",
    ),
    Rule("社", "やしろ", "a shrine", before="(?:村|山|森|神|里|稲荷|杜)の", after="[がはもをにへ]|の[森前]"),
    Rule("紅", "くれない", "the colour", before=_CLEAR, after="の(?!線)|に(?:染|燃)"),
    Rule("質", "しつ", "how good it is", before=_CLEAR, after="が(?:良|よ|い|高|低|落|上|下|違|変|求)"),
    Rule(
        "実",
        "み",
        "a fruit, or what is inside",
        before=_CLEAR,
        after=f"が(?:{_RIPENING})|の(?:詰|つま|なる)|を(?:結|つけ|付|摘|食)",
    ),
    Rule(
        "端",
        "はな",
        "the very beginning",
        before=_CLEAR,
        after="から(?:相手|決め|信|分か|無理|疑|諦|あきら|考え|問題に|馬鹿|バカ)",
    ),
    Rule(
        "三重",
        "さんじゅう",
        "threefold; みえ is the prefecture",
        after="の?(?:塔|奏|唱|苦|円|輪|壁|扉)|に(?:な|巻|重|包)",
    ),
    # --- events -----------------------------------------------------------------------------------
    Rule(
        "大事",
        "おおごと",
        "a serious matter",
        before="^|[、。「にらてでと]|(?:話|事|こと|騒ぎ|喧嘩)[がは]",
        after="に(?:なっ|なる|なり|なら)",
    ),
    Rule("大事", "おおごと", "a serious matter", after="が起"),
    Rule(
        "人事",
        "ひとごと",
        "others' business",
        after="じゃ(?:な|あり)|では(?:な|あり)|とは思|のよう|みたい|だと思",
    ),
    Rule("心中", "しんちゅう", "what one feels", after="を?(?:お?察|明か|打ち)|は?(?:穏|複)"),
    Rule("心中", "しんじゅう", "suicide together", after="を(?:図|遂)|し[たてよ]|する|事件|未遂|物"),
    Rule("大勢", "たいせい", "how things turn", after="が(?:決|判|固)|に(?:影|は影|従)|を(?:占|見|決)|は決"),
    Rule("一途", "いっと", "one way only", after="を(?:た|辿)"),
    Rule("一目", "いちもく", "a stone of go, and respect", after="置"),
    Rule("夜", "よ", "the night that ends", after="[がも](?:明|更|ふけ)|を(?:明|徹)|通し"),
    Rule(
        "年",
        "とし",
        "one's age, or the year",
        after="を(?:と|取|重|越|食)|が(?:明|離|近|違|上|下)|のせい|の(?:離|差|瀬|暮|功|初)",
    ),
    Rule("間", "あいだ", "while it goes on", before="[るた]", after="[には、]|も(?![な与惜])"),
    Rule("後", "あと", "what is left or comes next", before="^|[、。「]", after="[がをは]"),
    Rule("後", "あと", "after that", before=_CLEAR, after="から(?!の)|回し|に(?:し[てな]|回|続|残)"),
    Rule(
        "何",
        "なに",
        "what, its を unsaid",
        after="し(?:て|た|に)|する|やっ|やる|食|飲|言っ|言う|考え|怒|泣|笑|買",
    ),
    # --- verbs and adjectives ---------------------------------------------------------------------
    Rule("盛り", "もり", "served in a bowl", before="[にへ]"),
    Rule("開い 開く", "あ―", "what opens of itself", before=f"(?:{_OPENED})[がはも](?:少し|もう|まだ)?"),
    Rule("開い 開く", "あ―", "what opens of itself", before="[0-9０-９]時に|少し", after="てい|[、。]"),
    Rule("開い", "あ―", "a mouth that stands open", after="た口"),
    Rule("通っ", "とお―", "one passes it", before=f"(?:{_PASSED})に"),
    Rule("通っ 通る", "とお―", "it carries, or leads through", before="(?:声|道)[がはもを]?(?:よく)?"),
    Rule("通っ 通う", "かよ―", "one goes there again and again", before="[にへ]|血が"),
    Rule(
        "通っ",
        "かよ―",
        "one goes there again and again",
        before="(?<!筋)[がはもの]",
        after="(?:てい?)?[るた][^、。]{0,4}(?:学校|大学|高校|中学|小学|塾|教室|道場|病院|医院|ジム|スクール|幼稚園|保育園)",
    ),
    Rule("通っ 通る", "とお―", "one goes through", before="[をがもは]|風|光"),
    Rule("止め 止める 止めろ", "や―", "one gives it up", before=f"(?:{_GIVEN_UP})[をはも]"),
    Rule("避け 避ける", "よ―", "one dodges it", before="(?:水たまり|ボール|パンチ|自転車|弾|車|枝|障害物)を"),
    Rule("被っ 被る 被り 被ら 被れ", "こうむ―", "one suffers it", before=f"(?:{_SUFFERED})を"),
    Rule(
        "弾い 弾く 弾き 弾か",
        "はじ―",
        "flicked, or run off",
        before="(?:水|油|汗|雨|泡|指|コイン|玉|球|算盤|ボール)[をがも]",
    ),
    Rule("潜っ 潜る 潜り 潜ら", "もぐ―", "one dives into it", before="[にへ]|まで|深く|(?:海|水中|地下)を"),
    Rule("潜っ 潜る 潜り 潜ら", "くぐ―", "one passes under it", before="を"),
    Rule(
        "退い 退け 退く 退か", "ど―", "one gets out of the way", before="(?:そこ|道|前|横|脇|ここ)(?:を|から)"
    ),
    Rule(
        "抱い 抱く 抱き 抱か 抱こ",
        "だ―",
        "in one's arms",
        before=f"(?:{_HELD})(?:[をも]|を胸に)|腕に|ぎゅっと|しっかり|そっと",
    ),
    Rule("描い", "か―", "one draws it", after=f"た(?:{_DRAWN})"),
    Rule("描い 描く 描き 描か 描け", "か―", "one draws it", before=f"(?:{_DRAWN})[をがもの]", after="(?!れ)"),
    Rule("吐い 吐く 吐き 吐か", "は―", "one breathes out", before="(?<!め)(?<!溜)息を"),
    Rule("燻ら", "くゆ―", "one lets it smoke", before="(?:煙|煙草|葉巻|パイプ|香)を"),
    Rule("燻らせ", "くゆ―", "one lets it smoke", before="(?:煙|煙草|葉巻|パイプ|香)を"),
    Rule("擦っ 擦る 擦ら", "こす―", "one rubs it; matches are する", before="(?<!マッチを)"),
    Rule(
        "解い 解く 解き 解か 解け 解ける", "ほど―", "one undoes what is tied", before=f"(?:{_TIED})[をがはも]"
    ),
    Rule("注い 注ぐ 注ぎ 注が 注げ", "つ―", "one pours it for a guest", before="(?:酒|お茶|ビール|焼酎)を"),
    Rule(
        "来る", "きた―", "the coming one", before="^|[、。「]", after="[0-9０-９一二三四五六七八九十]+[月日]"
    ),
    Rule(
        "来る",
        "きた―",
        "the coming one",
        before="(?<![にへがで])",
        after="べき(?:時|日|未来|決戦|戦|事態|危機|災)",
    ),
    Rule(
        "堪え 堪える",
        "こら―",
        "one keeps it back",
        before="(?:涙|笑い|怒り|痛み|眠気|あくび|悲しみ|寒さ)を|ぐっと|じっと|必死に",
    ),
    Rule(
        "脅かさ 脅かす 脅かし",
        "おびや―",
        "what one has is at stake",
        before="(?:生活|安全|平和|存在|地位|健康|命|座|環境)[をが]",
    ),
    Rule("辛い", "から―", "what is eaten", after=f"{_FOOD}|物|もの|(?:方|の)が(?:好|苦手|うま|美味|おいし)"),
    Rule(
        "辛い 辛く 辛かっ 辛けれ 辛",
        "から―",
        "what is eaten",
        before=f"(?:{_FOOD})(?:[がはもでの]|より|を)?(?:少し|とても)?",
    ),
    Rule(
        "辛い 辛く 辛かっ 辛けれ 辛",
        "つら―",
        "hard to bear; づらい is a verb's ending",
        before="[^いきぎしちにびみりれけせてねべめ]|に|^",
    ),
)
