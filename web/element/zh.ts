/** The few words of the element in Chinese. */
import type { Words } from "./words.ts";

export const CHINESE: Words = {
  live: "实时",
  "catching-up": "正在同步…",
  offline: "离线：已失去连接，显示最后已知内容",
  closed: "未开放：需要令牌",
  paused: "已暂停",
  ribbon: "通知",
};
