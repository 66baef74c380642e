//! The notices that the demo sends: every level, two scripts, an emoji. They live shortly, so that the board stays
//! readable while they come round.

use serde_json::{Value, json};

/// How long a sample lives: about as long as it takes until it comes round again.
const TTL_S: u64 = 90;

/// What a sample says.
#[derive(Clone, Copy)]
pub(crate) struct Sample {
    pub(crate) level: &'static str,
    pub(crate) text: &'static str,
    tags: &'static [&'static str],
}

/// One of each level: what the demo begins with, and all that a check sends.
pub(crate) const FIRST: [Sample; 4] = [
    Sample { level: "INFO", text: "系统维护完成,服务已全面恢复", tags: &["system", "recovery"] },
    Sample { level: "LOW", text: "Lunch today: dumplings 🥟", tags: &["canteen"] },
    Sample { level: "WARNING", text: "磁盘使用率 91%,请尽快清理", tags: &["disk"] },
    Sample {
        level: "URGENT",
        text: "Fire drill at 15:00: leave by the nearest stairs 🚪",
        tags: &["safety"],
    },
];

/// What comes afterwards, round and round.
pub(crate) const NEXT: [Sample; 10] = [
    Sample { level: "INFO", text: "Line 2: next train in 3 minutes 🚇", tags: &["traffic"] },
    Sample { level: "LOW", text: "图书馆今日开放至 22:00", tags: &["library"] },
    Sample { level: "INFO", text: "Deploy of checkout 4.2 is done, all green ✅", tags: &["deploy"] },
    Sample { level: "WARNING", text: "Thunderstorm expected after 17:00 ⛈️", tags: &["weather"] },
    Sample { level: "INFO", text: "三号会议室已空出", tags: &["rooms"] },
    Sample {
        level: "LOW",
        text: "Tip: open this page in a second window, both show the same",
        tags: &["tip"],
    },
    Sample {
        level: "URGENT", text: "数据库主库切换中,写入暂停约 30 秒 🚨", tags: &["database"]
    },
    Sample { level: "INFO", text: "Welcome to our visitors from Chengdu 👋", tags: &["lobby"] },
    Sample { level: "WARNING", text: "电梯 B 检修中,请使用电梯 A", tags: &["building"] },
    Sample { level: "LOW", text: "Parking level P2 is nearly full", tags: &["parking"] },
];

impl Sample {
    /// The notice as a publisher sends it.
    pub(crate) fn notice(self) -> Value {
        json!({ "level": self.level, "text": self.text, "tags": self.tags, "ttl": TTL_S })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_first_samples_show_every_level_once() {
        let levels: Vec<_> = FIRST.iter().map(|sample| sample.level).collect();
        assert_eq!(levels, ["INFO", "LOW", "WARNING", "URGENT"]);
    }

    #[test]
    fn no_two_samples_say_the_same_lest_they_be_folded() {
        let texts: BTreeSet<_> = FIRST.iter().chain(&NEXT).map(|sample| sample.text).collect();
        assert_eq!(texts.len(), FIRST.len() + NEXT.len());
    }

    #[test]
    fn a_notice_has_the_members_that_the_protocol_names() {
        let notice = FIRST[0].notice();
        assert_eq!(notice["level"], "INFO");
        assert_eq!(notice["tags"], json!(["system", "recovery"]));
        assert_eq!(notice["ttl"], 90);
    }
}
