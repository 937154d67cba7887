//! Chinese surnames: a closed class, and the first evidence that a run of characters is a name.
//!
//! Tabulated by hand from common knowledge of the several hundred surnames in use; compound ones first.

use std::sync::LazyLock;

use super::char_set::CharSet;

/// Surnames of two characters.
const COMPOUND: &[&str] = &[
    "欧阳", "司马", "上官", "诸葛", "司徒", "东方", "独孤", "南宫", "夏侯", "尉迟", "公孙", "慕容", "长孙",
    "宇文", "令狐", "皇甫", "轩辕", "端木", "百里", "呼延", "东郭", "西门", "公冶", "澹台", "濮阳", "淳于",
    "单于", "申屠", "仲孙", "钟离", "鲜于", "闾丘", "司空", "赫连", "拓跋", "第五", "太史", "公羊", "宗政",
    "完颜", "纳兰", "叶赫", "达奚", "褚师", "谷梁", "乐正", "漆雕", "壤驷", "梁丘", "左丘", "东门", "羊舌",
    "微生", "万俟", "闻人", "夹谷",
];

/// Surnames of one character that seldom begin any other word in running text.
const COMMON: &str = "\
王李张刘陈杨黄赵周吴徐孙马胡朱郭何罗高林郑梁谢唐许冯宋韩邓彭曹曾田萧肖潘袁董叶杜丁蒋程余吕魏蔡苏任卢沈姜姚钟崔\
谭陆范汪廖石金韦贾夏付邹熊白孟秦邱侯江尹薛阎闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤温康施文牛樊葛邢齐易\
乔伍庞颜倪庄聂章鲁岳翟申欧耿关兰焦俞左柳甘祝宁符阮舒纪柯梅童凌毕单季霍苗涂谷曲冉翁蓝靳辛管柴鄢詹褚裴蒙房屈牟艾\
尤穆卓古吉缪简项芦麦娄窦戚岑景宫费卜冷晏席卫柏宗佟臧闵苟邬卞姬仇栾隋刁荣寇桑郎甄仲虞敖巩佘池麻苑迟邝谈匡鞠荆冀\
郁胥储燕谌奚粟冼蔺楼郜阚廉祁漆狄扈晁芮阙浦邸雍辜裘亓邰赫杭鲍逯茹危亢嵇湛茅揭昝檀禹方于常安尚盛游路习喻滕殷薄钮\
訾瞿邴蒲宓郦";

/// Surnames of one character that are rare, or everyday words besides: they count where a name is expected.
const RARE: &str = "\
成包连解时农司车米代桂全应边师和商沙巫丛明查封官惠乐南班原栗楚劳皮盘满闻位厉伊仝区海花权强帅屠豆朴盖练井巴丰支\
卿国平计索宣晋相初门云容敬来都普戈伏鹿羊阿乌母修况那宿印隆诺战慕玉银公哈宾戎勾利於呼居干但尉冶斯元束衣信展阴智\
幸奉植衡富尧闭由党阳鄞郇贝酆俎贲郗仉笪逄矫禤庹缑谯邗户仵畅院税种问续乜折呙敏才肇过弋底庚丘隗幺巨青召者言吾买拜\
虎苍候缐回赖骆祖靖黑火励步达寿郏诸喇盍禄晨伦佴亚敦苻荀滑苌鱼";

/// The surname `text` begins with, in bytes. A compound surname counts only where a given name follows.
pub fn surname_len(text: &str) -> Option<usize> {
    if COMPOUND.iter().any(|compound| text.starts_with(compound) && text.chars().count() > 2) {
        return text.char_indices().nth(2).map(|(at, _)| at);
    }
    let first = text.chars().next()?;
    is_surname(first).then(|| first.len_utf8())
}

/// Whether the character is a surname by itself.
pub fn is_surname(c: char) -> bool {
    is_common_surname(c) || RARE_SET.has(c)
}

/// Whether the character is a surname that seldom begins any other word.
pub fn is_common_surname(c: char) -> bool {
    COMMON_SET.has(c)
}

/// Whether `text` begins with a compound surname.
pub fn has_compound_surname(text: &str) -> bool {
    COMPOUND.iter().any(|compound| text.starts_with(compound))
}

static COMMON_SET: LazyLock<CharSet> = LazyLock::new(|| CharSet::of(COMMON));
static RARE_SET: LazyLock<CharSet> = LazyLock::new(|| CharSet::of(RARE));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compound_surnames_come_before_their_first_character() {
        assert_eq!(surname_len("欧阳春生"), Some("欧阳".len()));
        assert_eq!(surname_len("欧阳"), Some("欧".len()));
        assert_eq!(surname_len("谌小溪"), Some("谌".len()));
        assert_eq!(surname_len("的确"), None);
    }
}
