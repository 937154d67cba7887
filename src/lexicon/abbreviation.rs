//! Places that one character stands for: 京, 沪, 苏; 美, 俄, 韩. They count with evidence only.
//!
//! Short forms of provinces are those of the official list of division names; those of countries are Xinhua usage.

/// A province and the character it goes by.
const PROVINCES: &[(char, &str)] = &[
    ('京', "北京市"),
    ('津', "天津市"),
    ('冀', "河北省"),
    ('晋', "山西省"),
    ('辽', "辽宁省"),
    ('吉', "吉林省"),
    ('沪', "上海市"),
    ('苏', "江苏省"),
    ('浙', "浙江省"),
    ('皖', "安徽省"),
    ('闽', "福建省"),
    ('赣', "江西省"),
    ('鲁', "山东省"),
    ('豫', "河南省"),
    ('鄂', "湖北省"),
    ('湘', "湖南省"),
    ('粤', "广东省"),
    ('桂', "广西壮族自治区"),
    ('琼', "海南省"),
    ('渝', "重庆市"),
    ('川', "四川省"),
    ('黔', "贵州省"),
    ('滇', "云南省"),
    ('藏', "西藏自治区"),
    ('陕', "陕西省"),
    ('甘', "甘肃省"),
    ('青', "青海省"),
    ('宁', "宁夏回族自治区"),
    ('疆', "新疆维吾尔自治区"),
    ('港', "香港特别行政区"),
    ('澳', "澳门特别行政区"),
    ('台', "台湾省"),
];

/// A country, or a continent, and the character it goes by.
const COUNTRIES: &[(char, &str)] = &[
    ('中', "中国"),
    ('华', "中国"),
    ('美', "美国"),
    ('日', "日本"),
    ('俄', "俄罗斯"),
    ('英', "英国"),
    ('法', "法国"),
    ('德', "德国"),
    ('韩', "韩国"),
    ('朝', "朝鲜"),
    ('印', "印度"),
    ('巴', "巴基斯坦"),
    ('以', "以色列"),
    ('越', "越南"),
    ('澳', "澳大利亚"),
    ('意', "意大利"),
    ('欧', "欧洲"),
    ('非', "非洲"),
    ('墨', "墨西哥"),
    ('伊', "伊朗"),
    ('古', "古巴"),
    ('葡', "葡萄牙"),
    ('泰', "泰国"),
    ('亚', "亚洲"),
    ('蒙', "蒙古国"),
];

/// The full name of a province by its one character.
pub fn province(c: char) -> Option<&'static str> {
    PROVINCES.iter().find(|(short, _)| *short == c).map(|(_, full)| *full)
}

/// The full name of a country by its one character.
pub fn country(c: char) -> Option<&'static str> {
    COUNTRIES.iter().find(|(short, _)| *short == c).map(|(_, full)| *full)
}
