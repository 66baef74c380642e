/** Words that come and go: what was done, and for a while the way back. One at a time is enough, and none is needed to go on. */
import { html, LitElement, nothing } from "lit";
import { t } from "./prefs.ts";

/** How long an undo is offered, ms. */
export const UNDO_MS = 8_000;
/** How long other words stay, ms. */
const SAID_MS = 4_000;
/** So many are seen at once; of more the oldest goes. */
const SHOWN_MAX = 5;

interface Toast {
  text: string;
  undo: (() => void) | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
}

class Toasts extends LitElement {
  #shown: Toast[] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  say(text: string, undo?: () => void): void {
    const toast: Toast = { text, undo, timer: undefined };
    this.#wait(toast);
    this.#shown.push(toast);
    for (const gone of this.#shown.splice(0, this.#shown.length - SHOWN_MAX)) clearTimeout(gone.timer);
    this.requestUpdate();
  }

  /** Whoever points at it or has come to it by Tab has all the time that is needed. */
  #hold(toast: Toast): void {
    clearTimeout(toast.timer);
  }

  #wait(toast: Toast): void {
    clearTimeout(toast.timer);
    toast.timer = setTimeout(() => this.#drop(toast), toast.undo ? UNDO_MS : SAID_MS);
  }

  #drop(toast: Toast): void {
    clearTimeout(toast.timer);
    this.#shown = this.#shown.filter((shown) => shown !== toast);
    this.requestUpdate();
  }

  protected override render(): unknown {
    return html`<div class="toasts" role="status" aria-live="polite">
      ${this.#shown.map(
        (toast) => html`<div class="toast" @pointerenter=${() => this.#hold(toast)} @pointerleave=${() => this.#wait(toast)}
          @focusin=${() => this.#hold(toast)} @focusout=${() => this.#wait(toast)}>
          <span dir="auto">${toast.text}</span>
          ${
            toast.undo
              ? html`<button type="button" @click=${() => {
                  this.#drop(toast);
                  toast.undo?.();
                }}>${t("undo")}</button>`
              : nothing
          }
          <button type="button" class="plain" aria-label=${t("close")} @click=${() => this.#drop(toast)}>
            <wa-icon name="close" aria-hidden="true"></wa-icon>
          </button>
        </div>`,
      )}
    </div>`;
  }
}

customElements.define("mq-toasts", Toasts);

/** Says it in the one place for that. */
export const toast = (text: string, undo?: () => void): void => {
  document.querySelector<Toasts>("mq-toasts")?.say(text, undo);
};
