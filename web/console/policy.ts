/** A policy as it is edited: its fields and bounds (PROTOCOL.md 5), what two differ in, and one's changes over another's. It asks nobody. */
import { LEVELS, type Policy } from "../sdk/frames.ts";
import type { Word } from "./words.ts";

export interface Field {
  /** Its place, as a JSON pointer: what the server names faults by. */
  pointer: string;
  label: Word;
  hint: Word;
  min: number;
  max: number;
}

/** The numbers of the whole board. */
export const FIELDS: readonly Field[] = [
  { pointer: "/speed", label: "speed", hint: "speedHint", min: 1, max: 200 },
  { pointer: "/gap", label: "gap", hint: "gapHint", min: 0, max: 200 },
  { pointer: "/ttl", label: "policyTtl", hint: "seconds", min: 1, max: 2_592_000 },
  { pointer: "/max_active", label: "maxActive", hint: "maxActiveHint", min: 1, max: 1_000 },
  { pointer: "/fold_ms", label: "foldMs", hint: "ms", min: 0, max: 86_400_000 },
  { pointer: "/pin_min_ms", label: "pinMin", hint: "ms", min: 0, max: 60_000 },
  { pointer: "/pin_queue", label: "pinQueue", hint: "maxActiveHint", min: 0, max: 16 },
  { pointer: "/breath_ms", label: "breath", hint: "ms", min: 0, max: 60_000 },
];
export const WEIGHT = { min: 1, max: 100 } as const;
export const HOLD = { min: 0, max: 3_600_000 } as const;

/** A policy as a form has it: texts by their places, in the order in which they are shown. */
export type Form = Readonly<Record<string, string>>;

/** A fault at a place: bounds that were left, or a colour that is none. */
export type Fault = { min: number; max: number } | "color";

const LEVEL_MEMBERS = ["weight", "play", "hold_ms", "color"] as const;

/** Every place of a policy. */
export const PLACES: readonly string[] = [
  ...FIELDS.map(({ pointer }) => pointer),
  ...LEVELS.flatMap((level) => LEVEL_MEMBERS.map((member) => `/levels/${level}/${member}`)),
];

function valueAt(policy: Policy, place: string): unknown {
  let value: unknown = policy;
  for (const part of place.slice(1).split("/")) value = (value as Record<string, unknown> | undefined)?.[part];
  return value;
}

export const toForm = (policy: Policy): Form =>
  Object.fromEntries(PLACES.map((place) => [place, String(valueAt(policy, place) ?? "")]));

/** Where the bounds of a place are; `null` where it is no number. */
export function bounds(place: string): { min: number; max: number } | null {
  if (place.endsWith("/weight")) return WEIGHT;
  if (place.endsWith("/hold_ms")) return HOLD;
  return FIELDS.find(({ pointer }) => pointer === place) ?? null;
}

/** Every fault of a form, by its place. */
export function faults(form: Form): Map<string, Fault> {
  const found = new Map<string, Fault>();
  for (const place of PLACES) {
    const text = (form[place] ?? "").trim();
    const range = bounds(place);
    if (range) {
      const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
      if (!(value >= range.min && value <= range.max)) found.set(place, { min: range.min, max: range.max });
    } else if (place.endsWith("/color") && !/^#[0-9a-f]{6}$/i.test(text)) {
      found.set(place, "color");
    }
  }
  return found;
}

/** The policy of a form without faults. */
export function toPolicy(form: Form): Policy {
  const policy: Record<string, unknown> = { levels: Object.fromEntries(LEVELS.map((level) => [level, {}])) };
  for (const place of PLACES) {
    const parts = place.slice(1).split("/");
    const last = parts.pop() ?? "";
    const target = parts.reduce((at, part) => at[part] as Record<string, unknown>, policy);
    const text = (form[place] ?? "").trim();
    target[last] = bounds(place) ? Number(text) : text;
  }
  return policy as unknown as Policy;
}

/** The places at which two differ. */
export const diff = (a: Form, b: Form): string[] => PLACES.filter((place) => (a[place] ?? "").trim() !== (b[place] ?? "").trim());

/** Another's form with what one has changed oneself since `base` put over it. */
export function rebase(base: Form, theirs: Form, mine: Form): Form {
  const merged = { ...theirs };
  for (const place of diff(base, mine)) merged[place] = mine[place] ?? "";
  return merged;
}
