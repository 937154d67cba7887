//! Characters that are frequent in given names, and those that Chinese uses to write foreign names by sound.
//!
//! Tabulated by hand from common knowledge.

use std::sync::LazyLock;

use super::char_set::CharSet;

/// Frequent in given names.
const GIVEN: &str = "\
伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂辉鹏鑫波斌宇浩凯健俊帆帅旭宁龙林欢佳阳雪慧玉萍红玲芬燕莉梅琴云珍莲华\
国建文志海永春德兴福成新东江河山川峰岩石松柏柳桃荷菊竹兰花月星辰日光辉煌照亮晶莹清泉源溪涵泽润沛淼淳深渊博学思哲睿智\
聪颖慧敏捷达通行远航帆舟舰宏大广宽厚重载道义仁礼信忠孝廉勤俭朴实诚正直刚毅坚定恒久长生寿康宁安泰和顺祥瑞吉庆贺喜乐欣\
怡悦愉快欢畅爽朗晴岚雯霏霖露霜冰雪寒冬秋夏春晓晨曦旭昕昊晖晗晟晔景昱昭昌盛荣耀显扬展鹏飞翔翰翼腾跃骏驰骥龙虎豹麟凤\
凰鸾鹤雁燕莺鹃雀鸿鹄金银铜铁钢锋锐铭鑫钰钧铮锦镇鉴玉珏珠玲珑琳琅琪琦瑶瑾瑜璇璐璟玮珂珊琬琼瑛环佩碧翠青蓝紫丹彤绮\
罗绢纨素缨维纲纪经纶绪绍继承传统嗣宗祖耀先光启开拓创业立建树功勋绩效奋发图强自力更民众群英豪杰雄俊彦才子贤良淑婉\
娴静雅致秀美妍娇娥嫦婵娟婷婧娅妮娜姗姿妙姝媛嫣颜悦可心意念思忆梦诗书画琴棋韵音歌舞曲文章词赋翰墨香芳芬馨蕾蕊苗芽草\
芝芸茵茜茹莎莉莲菁菲萌萍萱葵蓉蓓蔓薇蕙藜若茗苑艺卉凡丁一二三四五六七八九十百千万亿小少中大元亨利贞坤乾震巽兆甲乙丙丁\
子丑寅卯辰巳午未申酉戌亥晶淇滢湘漪澜澄洁泓沁汐汝洲津滨渝浚涛浪潮波澍霁霆雷雨风云烨炎炜煜熙燃煊焕灿炳炯烁焱垚森木林\
权柱梁栋楠桐梓榕榆杉枫桦槐柯棠棣根茂荫盈丰满余裕富贵荣禄寿喜财宝贝珍奇伦常理性情怀恩惠慈善爱友朋君侯卿臣士彬斐韬略\
武威胜利凯旋征战克敌卫国防边疆宪法政治邦京津沪渝皖湘鲁豫冀晋陕甘宁青川滇黔桂粤闽浙苏赣鄂辽吉黑新疆藏台港澳希望期向\
前进升登攀越超卓越非凡冠群首领导师范例程途路征远近世界宇宙天地人杰灵秀毓钟树声名誉望来往归回复兴振起立业伯仲叔季\
孟少长幼老松年鹤龄彭祖延庚荃苇舫舒予然尔雅其之乃亦也以为";

/// Used to write foreign names by sound.
const FOREIGN: &str = "\
阿埃艾爱安奥巴拔柏拜班邦保堡鲍贝本比彼毕别宾波伯勃博卜布采策查察昌彻茨慈次达大戴黛丹当道德登邓狄迪蒂丁东杜敦顿多\
俄厄恩尔耳法凡范方菲费芬丰冯佛夫弗福伏富盖甘冈高哥戈格葛根贡古瓜圭郭果哈海汉翰豪赫黑亨洪胡华怀惠霍基吉季加贾简姜杰\
捷金津京久居卡凯坎康考柯科可克肯孔寇库夸奎昆拉来莱赖兰朗劳勒雷蕾黎李里理丽利莉连廉良列烈林琳灵留龙隆娄卢鲁路露伦\
罗洛吕略马玛迈麦曼芒毛茅梅门蒙孟米密蜜敏明摩莫默姆木穆拿娜纳乃奈南楠瑙内能尼年涅宁纽农努女诺欧帕派潘庞佩彭皮匹\
平泼珀朴普奇齐其恰钱乔琼切钦丘曲屈让热仁日荣茹儒瑞若撒萨塞赛三桑瑟森沙莎山尚绍舍申什圣盛施什石史士世舒斯丝思司松苏\
孙索塔泰坦汤唐陶特滕提梯田汀廷通图土托脱娃瓦万汪旺威韦维魏温文翁沃乌伍武西希悉锡霞夏香肖谢辛欣星休修雪逊雅亚延扬耶\
芭妮娅蓓迭猜讷铎素赛戛噶珊缇昂叶伊依易因英永尤于宇约云赞曾泽扎詹珍芝治朱兹宗佐";

/// Of those, the ones that few Chinese words have.
const TELLING: &str = "\
埃艾奥柏贝彼伯勃茨蒂厄尔弗戈赫霍基吉捷卡柯克库奎莱劳勒蕾雷伦罗洛玛迈麦曼姆娜纳内尼涅诺帕佩普乔琼撒萨塞瑟莎斯丝娃威韦维沃谢耶伊扎詹朱兹佐芭茜蒙特德拉里托科延坦";

static GIVEN_SET: LazyLock<CharSet> = LazyLock::new(|| CharSet::of(GIVEN));
static FOREIGN_SET: LazyLock<CharSet> = LazyLock::new(|| CharSet::of(FOREIGN));
static TELLING_SET: LazyLock<CharSet> = LazyLock::new(|| CharSet::of(TELLING));

/// Whether the character is frequent in given names.
pub fn is_given(c: char) -> bool {
    GIVEN_SET.has(c)
}

/// Whether the character is used to write foreign names by sound.
pub fn is_foreign_sound(c: char) -> bool {
    FOREIGN_SET.has(c)
}

/// Whether the character is used to write foreign names by sound, and seldom for anything else.
pub fn is_telling_sound(c: char) -> bool {
    TELLING_SET.has(c)
}
