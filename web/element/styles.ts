/** How the glass looks: one constructed sheet for all elements of a page, so that a strict CSP needs no exception. */

const CSS = `
:host {
  display: block;
  block-size: 6rem;
  overflow: hidden;
  color-scheme: dark;
  --_background: #07080b;
  --_dots: rgb(255 255 255 / 0.045);
  --_status-back: rgb(7 8 11 / 0.78);
  --_status-ink: #b6bcc6;
}
:host([hidden]) { display: none; }
:host([theme="light"]) {
  color-scheme: light;
  --_background: #f6f7f9;
  --_dots: rgb(0 0 0 / 0.05);
  --_status-back: rgb(255 255 255 / 0.85);
  --_status-ink: #454b55;
}
@media (prefers-color-scheme: light) {
  :host([theme="auto"]) {
    color-scheme: light;
    --_background: #f6f7f9;
    --_dots: rgb(0 0 0 / 0.05);
    --_status-back: rgb(255 255 255 / 0.85);
    --_status-ink: #454b55;
  }
}
.glass {
  --cell: var(--marquee-cell, var(--auto-cell, 12px));
  position: relative;
  inline-size: 100%;
  block-size: 100%;
  overflow: hidden;
  contain: strict;
  direction: ltr;
  background-color: var(--marquee-background, var(--_background));
  background-image: radial-gradient(circle at 50% 50%, var(--_dots) 32%, transparent 36%);
  background-size: 6px 6px;
  font: 600 calc(2 * var(--cell)) / 1.25 ui-sans-serif, system-ui, "Helvetica Neue", Arial, "PingFang SC",
    "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  font-kerning: normal;
  text-rendering: geometricPrecision;
}
.probe { position: absolute; inline-size: calc(64 * var(--cell)); block-size: 0; visibility: hidden; }
.ribbon { position: absolute; inset: 0; will-change: transform; }
.piece {
  position: absolute;
  inset-block: 0;
  display: flex;
  align-items: center;
  white-space: pre;
  color: var(--marquee-color, var(--ink));
  text-shadow: 0 0 0.35em color-mix(in srgb, currentColor 38%, transparent);
}
:host([theme="light"]) .piece { --ink: color-mix(in srgb, var(--level) 45%, black); text-shadow: none; }
@media (prefers-color-scheme: light) {
  :host([theme="auto"]) .piece { --ink: color-mix(in srgb, var(--level) 45%, black); text-shadow: none; }
}
.piece, .pin { --ink: var(--level); }
.text { display: inline-block; white-space: pre; color: inherit; text-decoration: none; }
a.text .ink { text-decoration: underline; text-decoration-thickness: 0.04em; text-underline-offset: 0.14em; }
a.text:focus-visible { outline: 0.08em solid currentColor; outline-offset: 0.06em; }
.run { display: inline-block; vertical-align: baseline; white-space: pre; }
.ink { display: inline-block; transform-origin: 0 0; white-space: pre; }
.pin {
  position: absolute;
  inset: 0;
  display: flex;
  align-items: center;
  background-color: var(--level);
  background-image: linear-gradient(rgb(255 255 255 / 0.12), transparent 45%, rgb(0 0 0 / 0.16));
  color: #14060a;
  font-weight: 750;
  overflow: hidden;
  white-space: pre;
}
.pin[data-ink="light"] { color: #fff; }
.pin[hidden] { display: none; }
.window { flex: 1; min-inline-size: 0; padding-inline: calc(0.75 * var(--cell)); overflow: hidden; }
.window[data-fits] { text-align: center; }
.window > [data-id] { display: inline-block; will-change: transform; }
.status {
  position: absolute;
  inset-block-start: 0.5rem;
  inset-inline-end: 0.5rem;
  display: flex;
  align-items: center;
  gap: 0.4rem;
  max-inline-size: calc(100% - 1rem);
  box-sizing: border-box;
  padding: 0.2rem 0.55rem;
  border-radius: 999px;
  background: var(--_status-back);
  color: var(--_status-ink);
  font: 500 0.75rem / 1.35 ui-sans-serif, system-ui, "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", sans-serif;
  pointer-events: none;
}
.status::before { content: ""; flex: none; inline-size: 0.5rem; block-size: 0.5rem; border-radius: 50%; background: #34c759; }
.status[data-connected="live"] { opacity: 0.72; }
.status[data-connected="catching-up"]::before { background: #ffb340; }
.status[data-connected="offline"] { background: #ffd60a; color: #1b1600; font-weight: 650; }
.status[data-connected="offline"]::before { background: #8f1d12; }
.heard { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.glass[data-motion="still"] .ribbon { will-change: auto; display: grid; place-items: center; padding-inline: calc(0.75 * var(--cell)); }
.glass[data-motion="still"] .piece,
.glass[data-motion="still"] .window > [data-id] {
  position: static;
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
  overflow: hidden;
  white-space: normal;
  text-align: center;
  overflow-wrap: anywhere;
}
.glass[data-motion="still"] .long { font-size: calc(1.15 * var(--cell)); }
.glass[data-motion="still"] .text { display: inline; white-space: normal; }
@media (forced-colors: active) {
  .pin { forced-color-adjust: none; }
}
`;

let sheet: CSSStyleSheet | undefined;

/** The sheet, made when the first element needs it. */
export function styles(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
  }
  return sheet;
}
