/** The page around the board: its name, its connection, the server's clock and the active notices. It keeps no state. */
import "./page.css";
import "../element/register.ts";
import type { MarqueeBoard, MarqueeEvents } from "../element/marquee-board.ts";
import type { Connected, Notice, Policy } from "../sdk/frames.ts";
import { Access } from "./access.ts";
import { boardOf, timeLeft } from "./describe.ts";

/** How often what is written is compared with what is so, ms. */
const REFRESH_MS = 250;
/** How long a copied command is confirmed, ms. */
const COPIED_MS = 1_600;

const STATES: Record<Connected, string> = { live: "Live", "catching-up": "Catching up", offline: "Offline" };

function part<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found as T;
}

/** Writes only what differs, so that nobody who hears or selects it is disturbed. */
function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function made(tag: string, className: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

const board = part<MarqueeBoard>("board");
const list = part("notices");
const rows = new Map<string, HTMLElement>();

function row(notice: Notice): HTMLElement {
  const element = made("li", "notice");
  const level = made("span", "level");
  const text = made("span", "text");
  const tags = made("ul", "tags");
  level.textContent = notice.level;
  text.textContent = notice.count > 1 ? `${notice.text} ×${notice.count}` : notice.text;
  text.dir = "auto";
  tags.append(
    ...(notice.tags ?? []).map((tag) => {
      const item = document.createElement("li");
      item.textContent = tag;
      return item;
    }),
  );
  element.append(level, text, made("span", "left"), tags);
  return element;
}

function showNotices(notices: readonly Notice[], policy: Policy | null, now: number): void {
  const wanted = new Set(notices.map((notice) => `${notice.id}:${notice.rev}`));
  for (const [key, element] of rows) {
    if (wanted.has(key)) continue;
    element.remove();
    rows.delete(key);
  }
  let before: Element | null = null;
  for (const notice of notices) {
    const key = `${notice.id}:${notice.rev}`;
    const element = rows.get(key) ?? row(notice);
    rows.set(key, element);
    const color = policy?.levels[notice.level].color ?? "";
    if (element.dataset.color !== color) {
      element.dataset.color = color;
      element.style.setProperty("--level", color);
    }
    const left = element.querySelector<HTMLElement>(".left");
    if (left) write(left, timeLeft(notice, now));
    const place: Element | null = before ? before.nextElementSibling : list.firstElementChild;
    if (element !== place) list.insertBefore(element, place);
    before = element;
  }
  // Of a board that is not known yet nothing is said.
  const known = board.cursor !== null;
  write(part("count"), known ? String(notices.length) : "");
  part("empty").hidden = notices.length > 0 || !known;
}

function refresh(): void {
  const now = board.serverTime;
  const { connected, notices, policy } = board;
  const state = part("state");
  state.dataset.connected = connected;
  write(state, part("access").hidden ? STATES[connected] : "Closed");
  const clock = part<HTMLTimeElement>("clock");
  const time = new Date(now);
  clock.dateTime = time.toISOString();
  write(clock, time.toLocaleTimeString(undefined, { hour12: false }));
  write(part("cursor"), board.cursor ?? "");
  showNotices(notices, policy, now);
}

/** The board asks for the token each time; a token that is another begins a connection with it. */
function carry(access: Access): void {
  board.token = () => access.token;
}

function begin(name: string): void {
  board.board = name;
  // A screen that is to say what it showed has its name in its address.
  const called = new URLSearchParams(location.search).get("name");
  if (called) board.name = called;
  document.title = `${name} · 走马灯 Marquee`;
  write(part("board-name"), name);
  write(part("title"), `Board ${name}`);
  const access = new Access(
    name,
    {
      panel: part("access"),
      why: part("access-why"),
      form: part<HTMLFormElement>("access-form"),
      field: part<HTMLInputElement>("access-token"),
      fault: part("access-fault"),
    },
    () => carry(access),
  );
  carry(access);
  const showCommand = (): void => {
    // The reader's own variable, never the token of the page, which may only follow.
    const bearer = access.token === undefined ? "" : ' \\\n  -H "Authorization: Bearer $MARQUEE_TOKEN"';
    write(
      part("command"),
      `curl -d 'hello, every screen' \\\n  -H 'Marquee-Level: info'${bearer} \\\n  ${location.origin}/v1/boards/${name}`,
    );
  };
  showCommand();
  board.addEventListener("marquee-error", (event) => {
    access.refused((event as MarqueeEvents["marquee-error"]).detail.code);
  });
  board.addEventListener("marquee-state", (event) => {
    if ((event as MarqueeEvents["marquee-state"]).detail.connected !== "live") return;
    access.opened();
    showCommand();
  });
  write(
    part("snippet"),
    `<script type="module"\n  src="${location.origin}/embed/v1.js">\n</script>\n` +
      `<marquee-board board="${name}"\n  src="${location.origin}"></marquee-board>`,
  );
  const copy = part<HTMLButtonElement>("copy");
  copy.addEventListener("click", () => {
    const command = part("command");
    const done = navigator.clipboard?.writeText(command.textContent ?? "") ?? Promise.reject(new Error("no clipboard"));
    done.then(
      () => write(copy, "Copied"),
      () => {
        // Without a clipboard the command is selected, one key away from it.
        getSelection()?.selectAllChildren(command);
        write(copy, "Selected");
      },
    );
    setTimeout(() => write(copy, "Copy"), COPIED_MS);
  });
  board.addEventListener("marquee-state", refresh);
  board.addEventListener("marquee-entry", refresh);
  setInterval(refresh, REFRESH_MS);
  refresh();
}

begin(boardOf(location.pathname));
