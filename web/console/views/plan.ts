/** A dry run, drawn: the ribbon's slots below, what is pinned on top of them, minutes along. It is a picture and nothing else. */
import { html, svg, type TemplateResult } from "lit";
import type { Plan, Stretch } from "../api.ts";

/** The picture's own units: as wide as long, and two lanes. */
const WIDE = 1_000;
const HIGH = 64;
const PIN = { y: 4, height: 24 } as const;
const SLOT = { y: 32, height: 20 } as const;
/** Marks along: as many as can be read. */
const MARKS = 5;
/** A stretch is drawn at least so wide, so that a short one is seen. */
const THIN = 0.7;

export interface Window {
  from: number;
  for: number;
}

export function drawPlan(plan: Plan, window: Window, of: (id: string) => { text: string; color: string }): TemplateResult {
  // The server's answer begins now; its own first time is the better beginning.
  const from = Math.min(window.from + 5_000, ...[plan.slots[0]?.from, plan.pins[0]?.from].filter((at) => at !== undefined));
  const at = (time: number): number => Math.max(0, Math.min(WIDE, ((time - from) / window.for) * WIDE));
  const bar = (stretch: Stretch, { y, height }: typeof PIN | typeof SLOT): TemplateResult => {
    const left = at(stretch.from);
    const { text, color } = of(stretch.id);
    const seconds = ((stretch.until - stretch.from) / 1_000).toFixed(1);
    return svg`<rect x=${left.toFixed(2)} y=${y} height=${height}
      width=${Math.max(THIN, at(stretch.until) - left - 0.6).toFixed(2)} rx="1" fill=${color}>
      <title>${`${text} · ${seconds} s`}</title></rect>` as TemplateResult;
  };
  const marks = Array.from({ length: MARKS + 1 }, (_, mark) => mark / MARKS);
  return html`<div class="plan"><svg viewBox=${`0 0 ${WIDE} ${HIGH}`} preserveAspectRatio="none" aria-hidden="true">
      ${marks.map((mark) => svg`<line x1=${mark * WIDE} x2=${mark * WIDE} y1="0" y2=${HIGH} />`)}
      ${plan.slots.map((slot) => bar(slot, SLOT))}
      ${plan.pins.map((pin) => bar(pin, PIN))}
    </svg>
    <p class="marks" aria-hidden="true">${marks.map((mark) => html`<span>${label(mark * window.for)}</span>`)}</p></div>`;
}

const label = (ms: number): string => {
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};
