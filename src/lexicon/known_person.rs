//! People whom every reader knows by name: they need no post, no verb of speech to be known for people.
//!
//! Tabulated by hand from common knowledge; foreign names as the Xinhua style prints them.

use std::{collections::HashMap, sync::LazyLock};

use super::char_set::CharSet;

const CHINESE: &str = "\
孔子 孟子 荀子 韩非子 屈原 秦始皇 刘邦 项羽 汉武帝 司马迁 张骞 苏武 张衡 蔡伦 曹操 刘备 孙权 诸葛亮 关羽 张飞 赵云 周瑜 司马懿 华佗 \
王羲之 陶渊明 祖冲之 李世民 唐太宗 武则天 唐玄宗 杨贵妃 玄奘 鉴真 李白 杜甫 白居易 王维 孟浩然 王之涣 杜牧 李商隐 韩愈 柳宗元 刘禹锡 颜真卿 吴道子 赵匡胤 范仲淹 \
欧阳修 王安石 司马光 苏轼 苏东坡 李清照 辛弃疾 陆游 岳飞 文天祥 包拯 朱熹 沈括 成吉思汗 忽必烈 关汉卿 朱元璋 朱棣 郑和 戚继光 李时珍 徐光启 徐霞客 汤显祖 施耐庵 \
罗贯中 吴承恩 徐渭 唐伯虎 郑成功 康熙 雍正 乾隆 慈禧 蒲松龄 曹雪芹 郑板桥 林则徐 魏源 洪秀全 曾国藩 左宗棠 李鸿章 张之洞 康有为 梁启超 谭嗣同 严复 詹天佑 蔡元培 孙中山 \
宋教仁 袁世凯 段祺瑞 张作霖 张学良 蒋介石 蒋经国 宋美龄 宋庆龄 廖仲恺 何香凝 汪精卫 孔祥熙 宋子文 李宗仁 白崇禧 傅作义 戴笠 胡适 傅斯年 陈独秀 李大钊 鲁迅 周树人 郭沫若 茅盾 \
巴金 老舍 曹禺 冰心 沈从文 丁玲 艾青 徐志摩 朱自清 闻一多 叶圣陶 季羡林 钱钟书 钱锺书 杨绛 金庸 齐白石 徐悲鸿 张大千 梅兰芳 程砚秋 聂耳 冼星海 陶行知 晏阳初 陈嘉庚 \
毛泽东 周恩来 刘少奇 朱德 任弼时 邓小平 陈云 彭德怀 刘伯承 贺龙 陈毅 罗荣桓 徐向前 聂荣臻 叶剑英 林彪 粟裕 瞿秋白 张闻天 方志敏 杨靖宇 彭真 李先念 杨尚昆 胡耀邦 赵紫阳 江泽民 李鹏 \
乔石 朱镕基 李瑞环 胡锦涛 温家宝 吴邦国 贾庆林 曾庆红 李岚清 钱其琛 唐家璇 习近平 李克强 张德江 俞正声 刘云山 王岐山 张高丽 栗战书 王沪宁 赵乐际 丁薛祥 \
董建华 曾荫权 梁振英 林郑月娥 李登辉 连战 陈水扁 马英九 蔡英文 王金平 雷锋 焦裕禄 王进喜 孔繁森 时传祥 张思德 刘胡兰 董存瑞 黄继光 邱少云 钱学森 邓稼先 钱三强 华罗庚 陈景润 \
袁隆平 屠呦呦 李四光 竺可桢 茅以升 杨振宁 李政道 丁肇中 梁思成 林徽因 杨利伟 姚明 刘翔 郎平 邓亚萍 聂卫平 许海峰 莫言 余秋雨 李小龙 刘德华 周星驰 张艺谋 陈凯歌 冯小刚 \
李嘉诚 马云 马化腾 任正非 柳传志 史玉柱";

const FOREIGN: &str = "\
马克思 恩格斯 列宁 斯大林 托洛茨基 赫鲁晓夫 勃列日涅夫 戈尔巴乔夫 叶利钦 普京 梅德韦杰夫 切尔诺梅尔金 普里马科夫 杰斐逊 威尔逊 罗斯福 杜鲁门 艾森豪威尔 肯尼迪 \
尼克松 里根 布什 小布什 克林顿 奥巴马 特朗普 拜登 希拉里 基辛格 奥尔布赖特 鲍威尔 赖斯 麦克阿瑟 马歇尔 史迪威 丘吉尔 张伯伦 撒切尔 撒切尔夫人 梅杰 布莱尔 \
卡梅伦 戴安娜 拿破仑 戴高乐 蓬皮杜 密特朗 希拉克 萨科齐 奥朗德 马克龙 希特勒 墨索里尼 阿登纳 施罗德 默克尔 贝卢斯科尼 铁托 米洛舍维奇 齐奥塞斯库 瓦文萨 卡斯特罗 切·格瓦拉 查韦斯 \
阿拉法特 拉宾 佩雷斯 内塔尼亚胡 纳赛尔 萨达特 穆巴拉克 卡扎菲 萨达姆 霍梅尼 内贾德 本·拉登 本拉登 卡尔扎伊 甘地 尼赫鲁 英迪拉·甘地 瓦杰帕伊 贝·布托 穆沙拉夫 苏加诺 苏哈托 \
李光耀 吴作栋 李显龙 马哈蒂尔 西哈努克 金日成 金正日 金正恩 金大中 金泳三 卢武铉 李明博 朴槿惠 文在寅 东条英机 裕仁 田中角荣 中曾根康弘 桥本龙太郎 小渊惠三 小泉纯一郎 \
安倍晋三 福田康夫 麻生太郎 鸠山由纪夫 菅直人 野田佳彦 曼德拉 潘基文 萨马兰奇 罗格 白求恩 柯棣华 司徒雷登 苏格拉底 柏拉图 亚里士多德 哥白尼 伽利略 达尔文 \
爱因斯坦 居里夫人 爱迪生 法拉第 霍金 比尔·盖茨 乔布斯 巴菲特 索罗斯 扎克伯格 伯南克 格林斯潘 莎士比亚 狄更斯 雨果 巴尔扎克 托尔斯泰 高尔基 普希金 契诃夫 歌德 海明威 泰戈尔 \
安徒生 达·芬奇 毕加索 梵高 米开朗基罗 贝多芬 莫扎特 巴赫 肖邦 柴可夫斯基 施特劳斯 卓别林 玛丽莲·梦露 斯皮尔伯格 哥伦布 马可·波罗 释迦牟尼 马丁·路德·金 贝利 马拉多纳 普拉蒂尼 贝肯鲍尔 \
罗纳尔多 贝克汉姆 齐达内 梅西 穆里尼奥 弗格森 乔丹 科比 詹姆斯 奥尼尔 舒马赫 费德勒 纳达尔 德约科维奇 博尔特 菲尔普斯";

/// Names by their first character.
static BY_FIRST: LazyLock<HashMap<char, Vec<&'static str>>> = LazyLock::new(|| {
    let mut by_first: HashMap<char, Vec<_>> = HashMap::new();
    for name in CHINESE.split_whitespace().chain(FOREIGN.split_whitespace()) {
        by_first.entry(name.chars().next().expect("a name has characters")).or_default().push(name);
    }
    by_first
});

static FIRST: LazyLock<CharSet> = LazyLock::new(|| CharSet::from_chars(BY_FIRST.keys().copied()));

/// The longest name that `text` begins with, in bytes.
pub fn len_at_start(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let names = FIRST.has(first).then(|| BY_FIRST.get(&first))??;
    names.iter().filter(|name| text.starts_with(**name)).map(|name| name.len()).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_counts() {
        assert_eq!(len_at_start("撒切尔夫人说"), Some("撒切尔夫人".len()));
        assert_eq!(len_at_start("李白的诗"), Some("李白".len()));
        assert_eq!(len_at_start("李子熟了"), None);
    }
}
