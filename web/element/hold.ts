/**
 * Whether the reader holds the ribbon: a mouse that moves over it, the focus in it, or the space bar. Only this glass stands
 * still then; what it shows when it is let go is what every other screen shows. It is loaded when a mouse or the focus comes.
 */

/** A mouse that lies still for longer has been forgotten there, as it is on a wall, ms. */
const FORGOTTEN_MS = 60_000;

export class Hold {
  #over = false;
  #focus = false;
  /** What the space bar said; it holds until mouse and focus are gone. */
  #key: boolean | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #changed: () => void;

  /** Watches an element for as long as it lives. */
  constructor(element: HTMLElement, changed: () => void) {
    this.#changed = changed;
    // A page that scrolls beneath a mouse, or is loaded there, makes it enter, but not move.
    element.onpointermove = ({ pointerType, movementX, movementY }) => {
      if (pointerType === "mouse" && (movementX || movementY)) this.#hover(true);
    };
    element.onpointerleave = () => this.#hover(false);
    const focused = (): void => this.#set(this.#over, element.matches(":focus-visible"));
    element.onfocus = focused;
    element.onblur = () => this.#set(this.#over, false);
    element.onkeydown = (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      this.#key = !this.held;
      changed();
    };
    // The focus may be why this was loaded.
    focused();
  }

  get held(): boolean {
    return this.#key ?? (this.#over || this.#focus);
  }

  #hover(over: boolean): void {
    clearTimeout(this.#timer);
    if (over) this.#timer = setTimeout(() => this.#set(false, this.#focus), FORGOTTEN_MS);
    this.#set(over, this.#focus);
  }

  #set(over: boolean, focus: boolean): void {
    const before = this.held;
    [this.#over, this.#focus] = [over, focus];
    if (!over && !focus) this.#key = undefined;
    if (this.held !== before) this.#changed();
  }
}
