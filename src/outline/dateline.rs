//! Datelines: 本报讯, 新华社南京3月16日电, 浙江在线杭州4月25日讯, 央视网消息（新闻联播）：

use std::sync::LazyLock;

use regex::Regex;

use crate::text::Span;

static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    // The agency, then place and date in either order, then the word that closes a dateline.
    let date = r"(?:[0-9０-９一二三四五六七八九十]{1,4}年)?[0-9０-９一二三四五六七八九十]{1,3}月[0-9０-９一二三四五六七八九十]{1,3}日";
    let agency = r"(?:本[报刊网站台社]|据?[\p{Han}]{1,10}?(?:社|报|网|台|之声|在线|热线|体育|频道|客户端|导报|晚报)(?:《[^》]{1,12}》)?(?:[－-][\p{Han}]{2,8}(?:报|网))?)";
    Regex::new(&format!(
        r"^{agency}(?:[\p{{Han}}·]{{2,8}}?)?\s*(?:{date})?\s*(?:[\p{{Han}}]{{2,6}}?)?\s*(?:电|讯|消息)(?:[（(]新闻联播[）)]：)?"
    ))
    .expect("the pattern is well formed")
});

/// The dateline a line begins with, the bylines in brackets behind it left out.
pub fn of(line: &str) -> Option<Span> {
    // Cheap refusal first: a dateline closes within its first forty characters.
    let head_end = line.char_indices().nth(40).map_or(line.len(), |(at, _)| at);
    let head = &line[..head_end];
    if !head.contains(['电', '讯']) && !head.contains("消息") {
        return None;
    }
    let found = DATELINE.find(head)?;
    // 本报讯息, 电话, 电视: the closing word must close.
    let next = line[found.end()..].chars().next();
    let closes = line[..found.end()].ends_with('：')
        || next.is_none_or(|c| {
            c.is_whitespace()
                || matches!(c, '（' | '(' | '：' | ':' | '，' | ',' | '“' | '题' | '\u{3000}' | '\u{a0}')
        })
        || line[found.end()..].starts_with("记者")
        || line[found.end()..].starts_with("新华社记者");
    closes.then(|| Span::new(0, found.end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dateline(line: &str) -> Option<&str> {
        of(line).map(|span| span.of(line))
    }

    #[test]
    fn the_usual_forms() {
        for (line, expected) in [
            ("本报讯（记者 邓砚秋）3月中旬以来", "本报讯"),
            ("新华社昆明4月16日电（记者 段若云）象脚鼓敲响", "新华社昆明4月16日电"),
            ("浙江在线杭州4月25日讯（记者 施某）", "浙江在线杭州4月25日讯"),
            ("燕赵都市网保定电(记者 刘某)", "燕赵都市网保定电"),
            ("中国之声《国防时空》北京2月22日电（记者 周某）", "中国之声《国防时空》北京2月22日电"),
            ("本报北京5月15日讯记者李某报道", "本报北京5月15日讯"),
            ("央视网消息（新闻联播）：长江", "央视网消息（新闻联播）："),
            ("本报讯 近日，我市", "本报讯"),
        ] {
            assert_eq!(dateline(line), Some(expected), "{line}");
        }
    }

    #[test]
    fn words_that_only_look_like_a_dateline() {
        assert_eq!(dateline("本报电话：12345"), None);
        assert_eq!(dateline("全县电力供应充足，通讯畅通。"), None);
        assert_eq!(dateline("县报社电脑全部更新"), None);
    }
}
