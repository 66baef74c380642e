/** How time moves the timeline: from one instant at which something happens to the next. It applies no entries. */
import { type Active, find, type State } from "./state.ts";

/** What a weight divides: a notice of weight w waits 1,000,000 / w of a turn. */
const STRIDE = 1_000_000;
/** How far behind the glass's edge a slot is kept: 512 cells. */
const TRAIL_REACH = 512_000;
/** How many ended slots are kept at most. */
const TRAIL_MAX = 64;

/** Moves to a time. One before the present changes nothing. */
export function advance(state: State, to: number): void {
  for (let time = nextInstant(state); time <= to; time = nextInstant(state)) {
    moveTo(state, time);
    instant(state);
  }
  moveTo(state, Math.max(to, state.now));
}

/** When something happens next, if nothing is put before; `Infinity`: never. */
export function nextInstant(state: State): number {
  let next = Infinity;
  for (const active of state.active) {
    next = Math.min(next, active.notice.expires_at);
    if (!active.started) next = Math.min(next, active.notice.starts_at);
  }
  if (state.pin) {
    next = Math.min(next, state.pin.until);
  } else {
    if (state.slot) {
      const left = Math.max(0, state.slot.end - state.x);
      next = Math.min(next, state.now + Math.ceil(left / state.policy.speed));
    }
    if (state.queue.length > 0) next = Math.min(next, Math.max(state.rest, state.now));
  }
  return Math.max(next, state.now);
}

function moveTo(state: State, time: number): void {
  if (!state.pin) state.x += state.policy.speed * (time - state.now);
  state.now = time;
}

/** What happens at the present time, in the order that the protocol gives it. */
export function instant(state: State): void {
  expire(state);
  start(state);
  if (state.pin && state.pin.until <= state.now) endPin(state);
  if (state.pin) return;
  if (state.slot && state.slot.end <= state.x) endSlot(state);
  if (state.rest <= state.now && state.queue.length > 0) beginPin(state);
  if (!state.pin && !state.slot) fillSlot(state);
}

function expire(state: State): void {
  const gone = state.active.filter((active) => active.notice.expires_at <= state.now);
  for (const active of gone) leave(state, active.notice.id);
}

/** No longer active, nor waiting, nor pinned beyond the present. */
export function leave(state: State, id: string): void {
  state.active = state.active.filter((active) => active.notice.id !== id);
  state.queue = state.queue.filter((queued) => queued !== id);
  if (state.pin?.notice.id === id) state.pin.until = state.now;
}

function start(state: State): void {
  const joining: string[] = [];
  for (const active of state.active) {
    if (active.started || active.notice.starts_at > state.now) continue;
    active.started = true;
    active.pass = state.floor;
    if (state.policy.levels[active.notice.level].play === "pin") joining.push(active.notice.id);
  }
  for (const id of joining) join(state, id);
}

/** To the end of the queue; if it is too long, the longest-waiting go on with the ribbon alone. */
export function join(state: State, id: string): void {
  state.queue.push(id);
  boundQueue(state);
  hurry(state);
}

export function boundQueue(state: State): void {
  const excess = state.queue.length - state.policy.pin_queue;
  if (excess > 0) state.queue.splice(0, excess);
}

/** While others wait, a pin is held for its least time only. */
function hurry(state: State): void {
  const { pin } = state;
  if (!pin || state.queue.length === 0) return;
  const active = find(state, pin.notice.id);
  const holdMs = active ? state.policy.levels[active.notice.level].hold_ms : 0;
  const least = Math.max(state.now, pin.from + Math.min(holdMs, state.policy.pin_min_ms));
  pin.until = Math.min(pin.until, least);
}

const turn = (state: State, active: Active): number =>
  Math.floor(STRIDE / state.policy.levels[active.notice.level].weight);

function endPin(state: State): void {
  const active = state.pin && find(state, state.pin.notice.id);
  if (active) active.pass += turn(state, active);
  state.pin = null;
  state.rest = state.now + state.policy.breath_ms;
  if (state.slot && !find(state, state.slot.notice.id)) state.slot = null;
}

function endSlot(state: State): void {
  if (state.slot) state.trail.push(state.slot);
  state.slot = null;
  state.trail = state.trail.filter((slot) => state.x - slot.end < TRAIL_REACH).slice(-TRAIL_MAX);
}

function beginPin(state: State): void {
  const id = state.queue.shift();
  const active = id === undefined ? undefined : find(state, id);
  if (!active) return;
  const holdMs = state.policy.levels[active.notice.level].hold_ms;
  if (holdMs === 0) return;
  state.pin = { notice: active.notice, from: state.now, until: state.now + holdMs };
  hurry(state);
}

/** The notice that has used least of its turns is next: the heavier of two, then the older. */
function fillSlot(state: State): void {
  const { policy } = state;
  const before = (a: Active, b: Active): boolean => {
    if (a.pass !== b.pass) return a.pass < b.pass;
    const [weightA, weightB] = [policy.levels[a.notice.level].weight, policy.levels[b.notice.level].weight];
    return weightA === weightB ? a.version < b.version : weightA > weightB;
  };
  let chosen: Active | undefined;
  let last: Active | undefined;
  for (const active of state.active) {
    if (!active.started) continue;
    if (active.notice.id === state.last) last = active;
    else if (!chosen || before(active, chosen)) chosen = active;
  }
  chosen ??= last;
  if (!chosen) return;
  state.floor = Math.max(state.floor, chosen.pass);
  const keptUp = Math.max(0, state.floor - STRIDE);
  for (const active of state.active) {
    if (active === chosen) active.pass += turn(state, active);
    else if (active.started) active.pass = Math.max(active.pass, keptUp);
  }
  const { notice } = chosen;
  const width = Math.max((notice.cells + policy.gap) * 1_000, 500 * policy.speed);
  state.last = notice.id;
  state.slot = { notice, head: state.x, end: state.x + width };
}
