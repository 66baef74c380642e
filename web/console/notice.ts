/** What the publish form makes of its fields: the draft that is sent, the text as the server will clean it, its width. It sends nothing. */
import { runs } from "../element/cells.ts";
import { LEVELS, type Level } from "../sdk/frames.ts";
import type { NoticeDraft } from "../sdk/publish.ts";
import type { Listed } from "./api.ts";
import type { Word } from "./words.ts";

/** The longest text, in Unicode scalar values. */
export const TEXT_MAX = 2_000;
export const TTL_MAX = 2_592_000;

/** The form's fields, as they were typed. */
export interface Fields {
  id: string;
  level: Level;
  text: string;
  html: string;
  tags: string;
  key: string;
  ttl: string;
  startsAt: string;
  link: string;
  data: string;
}

export const EMPTY: Fields = {
  id: "",
  level: "INFO",
  text: "",
  html: "",
  tags: "",
  key: "",
  ttl: "",
  startsAt: "",
  link: "",
  data: "",
};

/** Control characters that cleaning takes out, but for those that become a space. */
const OUT = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u000b\u000c\u202a-\u202e\u2066-\u2069\ufeff]/g;
const SPACES = /\r\n|[\r\n\t\u0085\u2028\u2029]/g;

/** A text as the server cleans it. */
export const clean = (text: string): string => text.replace(SPACES, " ").replace(OUT, "");

/** The text of markup, as a browser reads it: a document of its own, in which nothing runs and nothing is loaded. */
export function textOf(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const hidden of body.querySelectorAll("script,style,template,noscript")) hidden.remove();
  for (const block of body.querySelectorAll("br,p,div,li,h1,h2,h3,h4,h5,h6,tr,blockquote")) block.after(" ");
  return clean(body.textContent ?? "")
    .replace(/ +/g, " ")
    .trim();
}

/** How wide a text is on a wall, in cells. */
export const cells = (text: string): number => runs(text).reduce((sum, run) => sum + run.cells, 0);

/** What a screen will show of the fields. */
export const shownText = (fields: Fields): string =>
  fields.text.trim() ? clean(fields.text) : fields.html.trim() ? textOf(fields.html) : "";

/** A fault that is seen before anything is sent. */
export interface EarlyFault {
  word: Word;
  values?: Record<string, string | number>;
}

/** The draft of the fields, and what is wrong with them already, by the server's places. */
export function draftOf(fields: Fields): { draft: NoticeDraft; faults: Map<string, EarlyFault> } {
  const faults = new Map<string, EarlyFault>();
  const draft: NoticeDraft = { level: fields.level };
  if (fields.id.trim()) draft.id = fields.id.trim();
  if (fields.text.trim()) draft.text = fields.text;
  if (fields.html.trim()) draft.html = fields.html;
  if (draft.text === undefined && draft.html === undefined) faults.set("/text", { word: "needed" });
  const length = [...clean(fields.text)].length;
  if (length > TEXT_MAX) faults.set("/text", { word: "tooLong", values: { n: length, max: TEXT_MAX } });
  const tags = fields.tags
    .split(/[,，]/)
    .map((tag) => tag.trim())
    .filter(Boolean);
  if (tags.length > 0) draft.tags = tags;
  if (fields.key.trim()) draft.key = fields.key.trim();
  if (fields.link.trim()) draft.link = fields.link.trim();
  if (fields.ttl.trim()) {
    const ttl = /^\d{1,7}$/.test(fields.ttl.trim()) ? Number(fields.ttl) : 0;
    if (ttl >= 1 && ttl <= TTL_MAX) draft.ttl = ttl;
    else faults.set("/ttl", { word: "badTtl" });
  }
  if (fields.startsAt) {
    const at = new Date(fields.startsAt);
    if (!Number.isNaN(at.getTime())) draft.starts_at = at.toISOString();
  }
  if (fields.data.trim()) {
    try {
      const data: unknown = JSON.parse(fields.data);
      if (typeof data !== "object" || data === null || Array.isArray(data)) throw new TypeError("no object");
      draft.data = data as Record<string, unknown>;
    } catch {
      faults.set("/data", { word: "badData" });
    }
  }
  return { draft, faults };
}

/** A notice that is active, as a draft that brings it back as it was: its life is what was left of it. */
export function again(notice: Listed, now: number): NoticeDraft {
  const starts = Date.parse(notice.starts_at);
  const from = starts > now ? starts : now;
  const ttl = Math.min(TTL_MAX, Math.max(1, Math.round((Date.parse(notice.expires_at) - from) / 1_000)));
  const draft: NoticeDraft = { level: notice.level, text: notice.text, ttl };
  if (notice.html !== undefined) draft.html = notice.html;
  if (notice.tags.length > 0) draft.tags = [...notice.tags];
  if (notice.key !== undefined) draft.key = notice.key;
  if (notice.link !== undefined) draft.link = notice.link;
  if (notice.data !== undefined) draft.data = notice.data;
  if (starts > now) draft.starts_at = notice.starts_at;
  return draft;
}

/** The fields of a notice that is to be edited. */
export function fieldsOf(notice: Listed, now: number): Fields {
  const draft = again(notice, now);
  const pad = (value: number): string => String(value).padStart(2, "0");
  const local = (iso: string): string => {
    const at = new Date(iso);
    return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}T${pad(at.getHours())}:${pad(at.getMinutes())}`;
  };
  return {
    id: notice.id,
    level: LEVELS.includes(notice.level) ? notice.level : "INFO",
    text: notice.text,
    html: notice.html ?? "",
    tags: notice.tags.join(", "),
    key: notice.key ?? "",
    ttl: String(draft.ttl ?? ""),
    startsAt: draft.starts_at === undefined ? "" : local(draft.starts_at),
    link: notice.link ?? "",
    data: notice.data === undefined ? "" : JSON.stringify(notice.data),
  };
}
