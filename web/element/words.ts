/** The few words that the element says by itself, in the languages that it speaks. */
import type { Connected } from "../sdk/frames.ts";

export interface Words {
  status: Record<Connected, string>;
  /** What the ribbon is called for those who hear it. */
  ribbon: string;
}

const ENGLISH: Words = {
  status: {
    live: "Live",
    "catching-up": "Catching up…",
    offline: "Offline: out of touch, showing the last known state",
  },
  ribbon: "Notices",
};

const CHINESE: Words = {
  status: { live: "实时", "catching-up": "正在同步…", offline: "离线：已失去连接，显示最后已知内容" },
  ribbon: "通知",
};

/** The words of a BCP 47 language; English where it is not spoken. */
export function words(lang: string): Words {
  return /^zh\b/i.test(lang) ? CHINESE : ENGLISH;
}
