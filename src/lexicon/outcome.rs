//! What becomes of people in the news, as a headline counts it (致3死4伤, 2人获救), with its many wordings; and medals.

/// What became of those counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// Killed.
    Dead,
    /// Injured.
    Hurt,
    /// Badly injured.
    BadlyHurt,
    /// Slightly injured.
    SlightlyHurt,
    /// Dead or injured (伤亡).
    Casualty,
    /// Poisoned, or with the signs of an illness.
    Ill,
    /// Found to have an illness (确诊).
    Diagnosed,
    /// Not found.
    Missing,
    /// Cut off and not yet out.
    Trapped,
    /// Saved.
    Rescued,
    /// Brought to a hospital.
    InHospital,
    /// Arrested or held.
    Detained,
    /// Led out of danger.
    Evacuated,
    /// Gold medals won.
    Gold,
    /// Silver medals won.
    Silver,
    /// Bronze medals won.
    Bronze,
}

impl Outcome {
    /// Whether whoever counts for `other` counts for this as well: the badly hurt are among the hurt.
    pub fn includes(self, other: Self) -> bool {
        self == other || self == Self::Hurt && matches!(other, Self::BadlyHurt | Self::SlightlyHurt)
    }

    /// Whether medals are counted rather than people.
    pub const fn is_medal(self) -> bool {
        matches!(self, Self::Gold | Self::Silver | Self::Bronze)
    }
}

/// How a wording takes its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Voice {
    /// It says what those before it are: 3人死亡; the number may follow where none stands in front: 死亡3人.
    State,
    /// It does something to those behind it: 救出3人; with 被, to those before it: 3人被救出.
    Act,
    /// One character, read so only right behind a number: 3死, 4人亡, 5金.
    Bare,
}

use Outcome::{
    BadlyHurt, Bronze, Casualty, Dead, Detained, Diagnosed, Evacuated, Gold, Hurt, Ill, InHospital, Missing,
    Rescued, Silver, SlightlyHurt, Trapped,
};
use Voice::{Act, Bare, State};

/// The wordings of each outcome.
pub const WORDINGS: &[(Outcome, Voice, &[&str])] = &[
    (
        Dead,
        State,
        &[
            "死亡",
            "遇难",
            "丧生",
            "身亡",
            "遇害",
            "牺牲",
            "罹难",
            "不治",
            "毙命",
            "丧命",
            "殒命",
            "殉职",
            "殉难",
            "溺亡",
            "死于",
            "死去",
            "死者",
            "死难",
            "亡者",
            "遗体",
            "尸体",
            "抢救无效",
            "无生命迹象",
            "无生命体征",
            "没有生命迹象",
            "失去生命",
            "去世",
            "病亡",
        ],
    ),
    (Dead, Bare, &["死", "亡"]),
    (Hurt, State, &["受伤", "负伤", "挂彩", "伤者", "伤员", "轻重伤", "受轻重伤", "不同程度伤"]),
    (Hurt, Bare, &["伤"]),
    (
        BadlyHurt,
        State,
        &["重伤", "伤势严重", "伤势较重", "伤势危重", "受伤严重", "受伤较重", "生命垂危", "伤情危重", "危重"],
    ),
    (SlightlyHurt, State, &["轻伤", "轻微伤", "伤势较轻", "受伤较轻"]),
    (Casualty, State, &["伤亡", "死伤"]),
    (
        Ill,
        State,
        &["中毒", "患病", "发病", "感染", "身体不适", "感到不适", "呕吐", "腹泻", "腹痛", "不良反应"],
    ),
    (Diagnosed, Act, &["确诊"]),
    (Missing, State, &["失踪", "失联", "下落不明"]),
    (Trapped, State, &["被困", "被埋", "受困"]),
    (Rescued, State, &["获救", "脱险", "生还", "脱困"]),
    (Rescued, Act, &["救出", "营救", "解救", "救起", "救回"]),
    (InHospital, State, &["送医", "送院", "入院", "住院", "就医", "就诊", "留院"]),
    (Detained, State, &["落网", "归案", "被拘", "被捕"]),
    (Detained, Act, &["拘留", "刑拘", "行拘", "逮捕", "抓获", "批捕", "抓捕", "捕获", "控制"]),
    (Evacuated, Act, &["转移", "疏散", "撤离"]),
    (Gold, State, &["金牌"]),
    (Gold, Bare, &["金"]),
    (Silver, State, &["银牌"]),
    (Silver, Bare, &["银"]),
    (Bronze, State, &["铜牌"]),
    (Bronze, Bare, &["铜"]),
];

/// Verbs that, with 死 or 伤 behind them, say how somebody was killed or hurt: 熏死, 撞伤.
pub const WAYS_OF_HARM: &str = "致熏烧炸撞砸压淹毒打砍杀枪踩冻饿电摔咬烫闷勒轧碾挤溺捅射刺划抓掩埋呛震";

/// What, behind a bare 死, 亡, 伤, 金, 银 or 铜, makes another word of it: 死刑, 伤心, 金融.
pub const OTHER_WORDS: &str =
    "角刑缓机党罪囚循胡结扣板穴球敌心害感残口痕疤寒风融额钱属价色行矿山点块片杯川河州灾羊";

/// What, behind a wording, makes it speak of something else than those counted: 遇难者家属, 死亡率.
pub const NOT_THE_COUNTED: &[&str] =
    &["者家属", "家属", "者亲属", "亲属", "者遗属", "遗属", "者家庭", "家庭", "率", "者子女", "险", "保险"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wording_stands_once() {
        let mut words: Vec<&str> = WORDINGS.iter().flat_map(|(_, _, words)| *words).copied().collect();
        let count = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), count);
    }

    #[test]
    fn the_badly_hurt_are_hurt_and_the_hurt_need_not_be_badly_so() {
        assert!(Hurt.includes(BadlyHurt) && !BadlyHurt.includes(Hurt));
    }
}
