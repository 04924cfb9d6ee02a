"""Verbs in kana that sound alike, told apart by what is said to do it or have it done: 雨がふる is no 振る.

UniDic gives each verb one headword (its lemma) and mostly the commonest, whatever stands before it; あった is
always ある to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.language.tokenizer import Token, touches

# The verb, the headword that is meant, the particle before it (or も or は) and the nouns before that.
_TABLE = """
    ふる   | 降る   | が | 雨 雪 霰 あられ 雹 ひょう みぞれ 霧雨 大雨 大雪 小雨 灰 火山灰 あめ ゆき
    たつ   | 建つ   | が | 家 ビル マンション アパート 塔 像 銅像 碑 石碑 店 工場 学校 城 寺 小屋 ホテル
    たつ   | 建つ   | が | 倉庫 墓 教会
    たつ   | 経つ   | が | 時間 年 月 日 週間 時 分 ヶ月 か月 カ月 歳月
    たつ   | 立つ   | が | 腕 筋 波 鳥肌 噂 うわさ 名 見通し 煙 ほこり 埃 足元
    たつ   | 断つ   | を | 酒 関係 退路 連絡 悪縁 縁 交わり 電源 命 消息 補給
    うつる | 写る   | に | 写真 カメラ
    うつる | 映る   | に | 鏡 画面 テレビ 水面 窓 目 ガラス 瞳 レンズ 水 障子 カメラ映像
    うつす | 写す   | を | ノート 写真 答え 文章 字
    うつす | 映す   | を | 姿 顔 映像 映画
    なおる | 治る   | が | 病気 けが 怪我 風邪 傷 病 熱 咳 虫歯 肩こり 腰痛 頭痛 痛み やけど 骨折 にきび
    なおす | 治す   | を | 病気 けが 怪我 風邪 傷 病 虫歯 肩こり 腰痛
    つく   | 着く   | に | 駅 空港 家 現地 港 目的地 東京 大阪 京都 宿 ホテル 会社 学校 町 村 島 席 食卓
    つく   | 着く   | に | 会場 頂上 岸
    つく   | 点く   | が | 電気 明かり 灯 灯り 火 エアコン ライト ランプ 電灯 街灯 照明
    つく   | 就く   | に | 職 眠り 床 任務 地位 仕事 位 帰途 緒
    つく   | 突く   | を | 杖 つえ 膝 ひざ 手 頬杖 ほおづえ 肘 ひじ 鐘 隙 虚 不意 鼻 底 意表 弱点 尻もち
    つく   | 突く   | を | しりもち
    つく   | 吐く   | を | 嘘 うそ ため息 溜息 溜め息 ためいき 息 悪態
    つける | 点ける | を | 電気 明かり 灯 灯り 火 テレビ エアコン ライト ランプ 電灯 照明 ストーブ 暖房 冷房
    つける | 漬ける | に | 塩 ぬか 酢 醤油 しょうゆ 水 味噌 みそ
    さす   | 差す   | を | 傘 かさ 日傘 刀 油 水 紅
    さす   | 差す   | が | 日 光 影 陽 嫌気 魔 赤み
    さす   | 刺す   | が | 蚊 蜂 ハチ 虫 針 とげ トゲ 棘
    さす   | 刺す   | を | 針 とげ ナイフ 包丁 串 胸 肌 とどめ 腹
    さす   | 指す   | を | 指 将棋 方向 方角 北 南 東 西 こと もの 部分 意味 場所 全体 状態
    さす   | 挿す   | を | 花 鍵 コード プラグ 花瓶
    あう   | 遭う   | に | 事故 災難 被害 ひどい目 目 いじめ 嵐 詐欺 盗難 危険
    ある   | 遭う   | に | 事故 災難 被害 目 いじめ 嵐 詐欺 盗難
    ある   | 合う   | に | 好み サイズ 気候 条件 目的
    あう   | 合う   | に | 口 好み 体 足 サイズ 気候 肌 料理 服 条件 目的
    あう   | 合う   | が | 気 話 計算 息 サイズ 足並み つじつま ピント 意見 目 都合
    かかる | 罹る   | に | 病気 風邪 インフルエンザ はしか がん ガン 癌 肺炎 結核 感染症 病
    とる   | 撮る   | を | 写真 映像 ビデオ 動画 映画 レントゲン 記念写真 しゃしん
    とる   | 摂る   | を | 食事 栄養 水分 朝食 昼食 夕食 ビタミン 塩分 カロリー 野菜
    とる   | 捕る   | を | 魚 鳥 虫 獲物 ネズミ 鼠
    とる   | 採る   | を | 血 きのこ キノコ 山菜 薬草 標本 決
    とる   | 執る   | を | 指揮 筆 教鞭 ペン 政務 事務 メガホン
    よる   | 寄る   | に | 店 コンビニ 本屋 家 ところ 所 実家 スーパー 公園 端 書店 カフェ 喫茶店 そば
    よる   | 寄る   | に | 図書館
    あける | 明ける | が | 夜 年 梅雨 休み 喪 連休 夏休み
    あける | 空ける | を | 家 席 間隔 予定 時間 スペース 場所 杯 部屋 間
    あく   | 空く   | が | 席 手 時間 部屋 間 間隔 枠 座席 予定 予約
    おこる | 怒る   | が | 先生 母 父 彼 彼女 親 妻 夫 客 社長 上司 人
    おこる | 起こる | が | 事故 事件 地震 問題 火事 戦争 変化 現象 災害 反応 争い 奇跡 異変 混乱 こと 拍手
    きく   | 効く   | が | 薬 冷房 暖房 クーラー エアコン 効果 パンチ ワサビ わさび スパイス 麻酔 ブレーキ
    きく   | 効く   | に | 風邪 頭痛 咳 肩こり 腰痛 病気 がん 癌 虫刺され
    きく   | 利く   | が | 目 鼻 気 機転 融通 小回り 自由 幅 無理 顔 保険
    はかる | 図る   | を | 解決 向上 自殺 便宜 強化 連携 拡大 改善 促進 実現 充実 効率化 推進 再建 暗殺
    はかる | 図る   | を | 逃亡 発展 統一
    はかる | 計る   | を | 時間 タイム 頃合い タイミング 時
    はかる | 測る   | を | 体温 距離 長さ 高さ 熱 身長 血圧 面積 深さ 角度 速度 幅 温度 脈 能力 実力 学力
    はかる | 測る   | を | 効果
    はかる | 量る   | を | 重さ 体重 目方 分量 容積 量
    おさめる | 納める | を | 税 税金 年貢 月謝 会費 品
    おさめる | 収める | を | 成功 勝利 成果 効果 利益 カメラ 成績 手中 勝ち
    おさめる | 治める | を | 国 領地 天下 領土 乱 藩 地
    おさめる | 修める | を | 学問 学 医学 哲学
    つとめる | 努める | に | 努力 向上 改善 解決 普及 育成 発展 防止 確保 早期発見 維持 勉学 理解
    つとめる | 勤める | に | 会社 銀行 役所 工場 商社 病院 企業 市役所 出版社 店
    つとめる | 務める | を | 役 議長 主役 司会 委員長 社長 会長 監督 大臣 代表 知事 市長 大統領 首相 主将
    つとめる | 務める | を | 役割 顧問 理事 秘書 通訳
    すむ   | 済む   | が | 用事 気 用 食事 手続き 仕事 支払い 会計 話
    すむ   | 澄む   | が | 空気 水 空 心 月
    すむ   | 住む   | に | 家 東京 村 町 街 島 アパート マンション 山 森 海 海辺 近く 隣 ところ 国 都会
    すむ   | 住む   | に | 田舎 大阪 京都
    まく   | 撒く   | を | 水 ビラ 豆 餌 えさ 肥料 農薬 砂 金
    まく   | 蒔く   | を | 種 たね 麦
    ひく   | 弾く   | を | ピアノ ギター 琴 バイオリン ヴァイオリン 三味線 ベース オルガン チェロ 曲
    ひく   | 挽く   | を | 豆 コーヒー豆 粉 肉
    ひく   | 引く   | を | 風邪 線 手 辞書 注意 目 くじ
    ふく   | 拭く   | を | 机 汗 床 窓 涙 顔 体 手 テーブル 口 からだ 足 鼻 眼鏡
    ふく   | 吹く   | を | 笛 口笛 ラッパ トランペット フルート ほら 息 火 サックス
    ふく   | 吹く   | が | 風 春風 北風 潮風 芽
    かく   | 掻く   | を | 頭 汗 恥 いびき あぐら 背中 冷や汗 雪 べそ 寝汗 裏
    かく   | 欠く   | を | 決め手 精彩 冷静さ 礼儀 義理 配慮 常識 バランス 一貫性
    かく   | 描く   | を | 絵 漫画 マンガ イラスト 地図 図 似顔絵
    かける | 賭ける | を | 命 金 お金 全財産
    かける | 駆ける | を | 野 草原 野山
    のる   | 載る   | に | 新聞 雑誌 本 表 リスト 記事 教科書 辞書 名簿 皿 地図
    のせる | 載せる | に | 新聞 雑誌 本 リスト ブログ サイト 皿 記事 ホームページ
    さめる | 覚める | が | 目 夢 眠気 酔い
    さめる | 冷める | が | スープ 料理 熱 お茶 茶 湯 お湯 興奮 ほとぼり 恋 愛 粗熱
    しめる | 閉める | を | ドア 窓 店 戸 蓋 ふた カーテン 扉 門 引き出し 蛇口 栓
    しめる | 締める | を | ネクタイ ベルト 帯 財布 気 ねじ ネジ まわし 最後
    しめる | 占める | を | 割合 大半 半数 過半数 位置 多数 多く 面積 全体 割 割以上 パーセント 味 首位
    しめる | 占める | を | 大部分 上位
    しめる | 絞める | を | 首 鶏
    おりる | 降りる | を | 車 電車 バス 舞台 列車 タクシー 飛行機 馬 船 役 自転車 マウンド
    うつ   | 撃つ   | を | 銃 鉄砲 ピストル 弾 拳銃 的 敵 鳥
    うつ   | 討つ   | を | 仇 敵 かたき 首
    たえる | 耐える | に | 痛み 苦しみ 寒さ 暑さ 重さ 使用 圧力 鑑賞 批判 苦痛 熱 高温 衝撃
    たえる | 絶える | が | 息 人通り 消息 人 客 笑い 家系 血筋 子孫 連絡 交流
    とける | 解ける | が | 謎 問題 誤解 疑い 緊張 魔法 呪い 帯 ひも 紐 警戒 疑問 結び目
    とける | 溶ける | が | 氷 雪 砂糖 塩 バター チョコ アイス 鉄 雪解け
    とける | 溶ける | に | 水 湯 油 アルコール
    とまる | 泊まる | に | ホテル 旅館 家 宿 民宿 部屋 実家
    とめる | 泊める | に | 家 部屋
    わかれる | 別れる | と | 彼 彼女 夫 妻 友達 恋人 家族 友人 人 みんな
    のぞむ | 臨む | に | 試合 海 本番 決戦 会議 大会 試験 面接 湾 選挙 レース 交渉
    なく   | 鳴く   | が | 鳥 犬 猫 虫 蝉 セミ 鶏 蛙 カエル 小鳥 ウグイス うぐいす カラス ニワトリ 鈴虫 牛
    さく   | 割く   | を | 時間 人員 紙面 人手 予算 労力 ページ
    さく   | 裂く   | を | 布 仲 紙 二人
    うむ   | 産む   | を | 子 子ども 子供 卵 赤ちゃん 赤ん坊 男の子 女の子 たまご
    くむ   | 汲む   | を | 水 流れ 気持ち 意 湯
    こえる | 越える | を | 山 国境 川 峠 海 冬 垣根 壁 年
    やぶれる | 敗れる | に | 試合 戦い 選挙 戦 決勝 初戦 戦争
    こたえる | 応える | に | 期待 要望 声援 要求 ニーズ 需要 リクエスト 思い 声
    かわる | 代わる | に | これ それ 彼 人 父
    すう   | 吸う   | を | たばこ タバコ 煙草 息 空気 血 水
    はく   | 履く   | を | 靴 くつ 靴下 下駄 草履 スリッパ サンダル ブーツ 長靴 足袋
    はく   | 穿く   | を | ズボン スカート パンツ ジーンズ 袴 下着 もんぺ
    はく   | 掃く   | を | 庭 床 落ち葉 玄関 ごみ 道
    はく   | 吐く   | を | 息 血 弱音 唾 つば ゲロ 毒 本音
    やむ   | 止む   | が | 雨 雪 風 音 泣き声 声 あめ
    もる   | 漏る   | が | 雨 水
    もる   | 盛る   | に | 皿 器 茶碗 鉢 丼
    あげる | 揚げる | を | 天ぷら 魚 旗 凧 芋 衣 花火 唐揚げ コロッケ
    あげる | 挙げる | を | 例 手 式 結婚式 理由 名前 名 成果 全力 点
    あがる | 揚がる | が | 花火 凧 天ぷら
    ねる   | 練る   | を | 案 計画 策 作戦 構想 対策 生地 粉
"""
# The particle of a row, and what may stand in its place.
_PARTICLES = {
    "が": ("が", "の", "は", "も"),
    "を": ("を", "は", "も"),
    "に": ("に", "には", "にも", "へ"),
    "と": ("と", "とは", "とも"),
}
_ENDS_WORD = re.compile("[一-鿿ァ-ヺー]")


class _Row(NamedTuple):
    """A row of the table, its nouns apart: one of a single kanji may end another word (家 is no 投資家)."""

    meant: str
    particles: tuple[str, ...]
    longer: tuple[str, ...]
    single: frozenset[str]

    def fits(self, before: str) -> bool:
        """Whether one of the nouns with its particle stands at the end of ``before``."""
        for particle in self.particles:
            if before.endswith(particle):
                noun = before[: -len(particle)]
                if noun.endswith(self.longer):
                    return True
                if noun[-1:] in self.single and not _ENDS_WORD.match(noun[-2:-1]):
                    return True
        return False


def _rows() -> dict[str, list[_Row]]:
    table: dict[str, list[_Row]] = {}
    for line in _TABLE.strip().splitlines():
        verb, meant, particle, column = (field.strip() for field in line.split("|"))
        nouns = column.split()
        longer = tuple(noun for noun in nouns if len(noun) > 1)
        single = frozenset(noun for noun in nouns if len(noun) == 1)
        table.setdefault(verb, []).append(_Row(meant, _PARTICLES[particle], longer, single))
    return table


_MEANT = _rows()
_TOKENS_BEFORE = 3


def told_apart(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, verbs in kana with the headword that is meant beside what stands before them as lemma."""
    corrected = list(tokens)
    for index, token in enumerate(tokens):
        if token.base in _MEANT and token.pos[0] == "動詞" and (meant := _meant(tokens, index)):
            corrected[index] = _met(token, meant) if token.base == "ある" else replace(token, lemma=meant)
    return corrected


def _met(token: Token, lemma: str) -> Token:
    return replace(token, base="あう", base_kana="アウ", lemma=lemma, lform="アウ", ctype="五段-ワア行")


def _meant(tokens: Sequence[Token], index: int) -> str:
    token = tokens[index]
    if not touches(tokens, index) or (token.base == "ある" and token.surface != "あっ"):
        return ""
    before = "".join([token.surface for token in tokens[max(0, index - _TOKENS_BEFORE) : index]])
    return next((row.meant for row in _MEANT[token.base] if row.fits(before)), "")
