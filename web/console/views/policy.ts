/** A board's policy, edited: bounds at the fields, a dry run before saving, and what somebody else changed meanwhile. It saves nothing unasked. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { api, asError, type Listed, type Plan, type PolicyAnswer, type Tagged } from "../api.ts";
import { diff, type Fault, faults, type Form, rebase, toForm, toPolicy } from "../policy.ts";
import { t } from "../prefs.ts";
import { go } from "../route.ts";
import { session } from "../session.ts";
import { toast } from "../toasts.ts";
import { failure, skeleton, View } from "../view.ts";
import { watcher } from "../watcher.ts";
import { boardHead } from "./board.ts";
import { drawPlan } from "./plan.ts";
import { conflictTable, policyFields } from "./policy-fields.ts";

/** After the last key the dry run waits so long, ms. */
const QUIET_MS = 400;
/** The windows of a dry run, min. */
const WINDOWS = [1, 5, 15] as const;
/** Of a dry run so much is drawn: more is not told apart. */
const DRAWN_MAX = 2_000;

/** What was changed and not saved when the editor was left, of the last board, with the version that it began with. */
let left: { board: string; etag: string; form: Form } | null = null;

class PolicyView extends View {
  static override readonly properties = { board: { attribute: false } };
  declare board: string;
  #present: Tagged<PolicyAnswer> | null = null;
  /** What the form began with, and what it has now. */
  #base: Form = {};
  #form: Form = {};
  #theirs: Tagged<PolicyAnswer> | null = null;
  #serverFaults = new Map<string, string>();
  #error: unknown = null;
  #deed: unknown = null;
  #saving = false;
  #asking = false;
  #merged = false;
  #minutes: number = WINDOWS[1];
  #plans: { present: Plan; proposed: Plan | null; from: number; for: number } | null = null;
  #planError: unknown = null;
  #notices = new Map<string, Listed>();
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #run = 0;

  constructor() {
    super();
    this.board = "";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#quiet);
    this.#run += 1;
    this.#leave(this.board);
  }

  #leave(board: string): void {
    const changed = this.#present !== null && diff(this.#base, this.#form).length > 0;
    if (changed) left = { board, etag: this.#present?.etag ?? "", form: this.#form };
    else if (left?.board === board) left = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("board")) return;
    if (changed.get("board")) this.#leave(changed.get("board") as string);
    this.#present = this.#theirs = this.#plans = null;
    this.#error = this.#deed = null;
    void this.#read();
  }

  get #may(): boolean {
    return session.can("admin");
  }

  async #read(): Promise<void> {
    const { board } = this;
    try {
      const present = await api.policy(board);
      if (board !== this.board) return;
      this.#error = null;
      this.#begin(present);
      if (left?.board !== board || left.etag !== present.etag) return;
      this.#form = left.form;
      left = null;
    } catch (error) {
      this.#error = error;
      this.requestUpdate();
    }
  }

  /** Begins anew from a policy; what was changed here can be had back for a while. */
  #drop(present: Tagged<PolicyAnswer>): void {
    const { board } = this;
    const form = this.#form;
    this.#begin(present);
    toast(t("discarded"), () => {
      left = { board, etag: present.etag, form };
      if (this.isConnected && board === this.board) void this.#read();
      else go({ view: "policy", board });
    });
  }

  #begin(present: Tagged<PolicyAnswer>): void {
    this.#present = present;
    this.#theirs = null;
    this.#base = this.#form = toForm(present.body.policy);
    this.#serverFaults = new Map();
    this.#merged = false;
    this.requestUpdate();
    this.#soon(0);
  }

  #set(place: string, value: string): void {
    this.#form = { ...this.#form, [place]: value };
    this.#serverFaults.delete(place);
    this.requestUpdate();
    this.#soon();
  }

  #soon(wait = QUIET_MS): void {
    clearTimeout(this.#quiet);
    if (this.#may) this.#quiet = setTimeout(() => void this.#dryRun(), wait);
  }

  /** What the present policy would play, and what the one in the form would. The last question alone is answered. */
  async #dryRun(): Promise<void> {
    const present = this.#present;
    if (!present || faults(this.#form).size > 0) return;
    this.#run += 1;
    const run = this.#run;
    const forMs = this.#minutes * 60_000;
    const differs = diff(this.#base, this.#form).length > 0;
    try {
      const from = watcher.now();
      const [now, proposed, notices] = await Promise.all([
        api.dryRun(this.board, present.body.policy, forMs),
        differs ? api.dryRun(this.board, toPolicy(this.#form), forMs) : null,
        api.notices(this.board),
      ]);
      if (run !== this.#run) return;
      this.#notices = new Map(notices.map((notice) => [notice.id, notice]));
      this.#plans = { present: now, proposed, from, for: forMs };
      this.#planError = null;
    } catch (error) {
      if (run !== this.#run) return;
      this.#planError = error;
      for (const [place, detail] of asError(error).at("/policy")) this.#serverFaults.set(place, detail);
    }
    this.requestUpdate();
  }

  async #save(): Promise<void> {
    const present = this.#present;
    if (!present || this.#saving || faults(this.#form).size > 0) return;
    this.#saving = true;
    this.#deed = null;
    this.requestUpdate();
    try {
      const saved = await api.savePolicy(this.board, toPolicy(this.#form), present.etag);
      toast(t("policySaved", { n: saved.body.version }));
      this.#begin(saved);
    } catch (error) {
      await this.#refused(error);
    } finally {
      this.#saving = false;
      this.requestUpdate();
    }
  }

  async #refused(error: unknown): Promise<void> {
    const problem = asError(error);
    if (problem.status === 412) {
      try {
        this.#theirs = await api.policy(this.board);
        this.requestUpdate();
        // On a phone the button is far below what there is to decide now.
        void this.updateComplete.then(() => this.querySelector<HTMLElement>(".conflict")?.focus());
        return;
      } catch (again) {
        error = again;
      }
    }
    this.#serverFaults = problem.at();
    if (this.#serverFaults.size === 0) this.#deed = error;
  }

  async #reset(): Promise<void> {
    const present = this.#present;
    this.#asking = false;
    if (!present) return;
    try {
      const now = await api.resetPolicy(this.board, present.etag);
      toast(t("policyReset"));
      this.#begin(now);
    } catch (error) {
      await this.#refused(error);
    }
    this.requestUpdate();
  }

  /** Goes on from theirs, with what was changed here put over it; nothing is saved by that. */
  #goOn(): void {
    const theirs = this.#theirs;
    if (!theirs) return;
    const form = toForm(theirs.body.policy);
    const mine = rebase(this.#base, form, this.#form);
    this.#begin(theirs);
    this.#form = mine;
    this.#merged = true;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const present = this.#present;
    return html`<div class="page">
      ${boardHead(
        this.board,
        "policy",
        present
          ? html`<span class="facts"><span>${t("version")} <strong>${present.body.version}</strong></span>
              <span>${present.body.own ? t("own") : t("defaults")}</span></span>`
          : nothing,
      )}
      ${this.#error ? failure(this.#error, () => void this.#read()) : nothing}
      ${present ? this.#editor(present) : this.#error ? nothing : html`<section class="panel">${skeleton(8)}</section>`}
    </div>`;
  }

  #editor(present: Tagged<PolicyAnswer>): TemplateResult {
    const wrong = faults(this.#form);
    const changes = diff(this.#base, this.#form);
    const told = (place: string): string | undefined => this.#serverFaults.get(place) ?? words(wrong.get(place));
    return html`
      ${this.#theirs ? this.#conflict(this.#theirs) : nothing}
      ${this.#merged ? html`<div class="callout" role="status">${t("merged")}</div>` : nothing}
      ${this.#deed ? failure(this.#deed) : nothing}
      ${this.#may ? this.#dry() : html`<p class="callout">${t("readOnly")}</p>`}
      <form class="panel policy" novalidate autocomplete="off" @submit=${(event: Event) => {
        event.preventDefault();
        void this.#save();
      }}>
        ${policyFields(this.#form, this.#base, told, !this.#may, (place, value) => this.#set(place, value))}
        ${
          this.#may
            ? html`<div class="buttons">
              <wa-button type="submit" size="s" variant="brand" ?loading=${this.#saving}
                ?disabled=${changes.length === 0 || wrong.size > 0 || this.#theirs !== null}>
                ${t("savePolicy")}</wa-button>
              <wa-button size="s" appearance="plain" ?disabled=${changes.length === 0} @click=${() => this.#drop(present)}>${t("discard")}</wa-button>
              <span class="quiet" role="status">${changes.length > 0 ? t("changes", { n: changes.length }) : ""}</span>
              <wa-button class="far" size="s" appearance="outlined" variant="danger" ?disabled=${!present.body.own} @click=${() => {
                this.#asking = true;
                this.requestUpdate();
              }}>${t("resetPolicy")}</wa-button>
            </div>`
            : nothing
        }
      </form>
      ${this.#ask()}`;
  }

  #conflict(theirs: Tagged<PolicyAnswer>): TemplateResult {
    return html`<section class="panel conflict" role="alert" tabindex="-1" aria-label=${t("conflict")}>
      <h2>${t("conflict")}</h2>
      <p>${t("conflictHint", { n: theirs.body.version })}</p>
      ${conflictTable(this.#base, toForm(theirs.body.policy), this.#form)}
      <div class="buttons">
        <wa-button size="s" variant="brand" @click=${() => this.#goOn()}>${t("keepMine")}</wa-button>
        <wa-button size="s" appearance="outlined" @click=${() => this.#drop(theirs)}>${t("takeTheirs")}</wa-button>
      </div>
    </section>`;
  }

  #dry(): TemplateResult {
    const plans = this.#plans;
    return html`<section class="panel dry" aria-labelledby="dry-title">
      <div class="panel-head">
        <div><h2 id="dry-title">${t("dryRun")}</h2><p class="quiet">${t("dryRunHint")}</p></div>
        <fieldset class="segments"><legend class="unseen">${t("window")}</legend>
          ${WINDOWS.map(
            (minutes) =>
              html`<label><input type="radio" name="window" .checked=${minutes === this.#minutes} @change=${() => {
                this.#minutes = minutes;
                this.#soon(0);
                this.requestUpdate();
              }} /><span>${t("minutes", { n: minutes })}</span></label>`,
          )}
        </fieldset>
      </div>
      ${this.#planError ? failure(this.#planError, () => void this.#dryRun()) : nothing}
      ${
        plans
          ? html`${this.#lane(t("presentPolicy"), plans.present, this.#base)}
            ${
              plans.proposed
                ? this.#lane(t("proposedPolicy"), plans.proposed, this.#form)
                : html`<p class="quiet lane-note">${t("proposedPolicy")}: ${t("unchanged")}</p>`
            }`
          : this.#planError
            ? nothing
            : skeleton(2)
      }
    </section>`;
  }

  #lane(name: string, plan: Plan, form: Form): TemplateResult {
    const { from, for: forMs } = this.#plans ?? { from: 0, for: 1 };
    const counts = t("slots", { n: plan.slots.length, p: plan.pins.length });
    const nothingPlays = plan.slots.length + plan.pins.length === 0;
    return html`<figure class="lane" aria-label=${`${name}: ${counts}`}>
      <figcaption><strong>${name}</strong> <span class="quiet">${nothingPlays ? t("emptyPlay") : counts}</span></figcaption>
      ${
        nothingPlays
          ? nothing
          : drawPlan(
              { slots: plan.slots.slice(0, DRAWN_MAX), pins: plan.pins.slice(0, DRAWN_MAX) },
              { from, for: forMs },
              (id) => ({
                text: this.#notices.get(id)?.text ?? id,
                color: form[`/levels/${this.#notices.get(id)?.level ?? "INFO"}/color`] ?? "",
              }),
            )
      }
    </figure>`;
  }

  #ask(): TemplateResult {
    const close = (): void => {
      this.#asking = false;
      this.requestUpdate();
    };
    return html`<wa-dialog label=${t("resetAsk", { board: this.board })} ?open=${this.#asking} @wa-hide=${close}>
      <p>${t("resetAskHint")}</p>
      <div class="buttons">
        <wa-button size="s" variant="danger" @click=${() => void this.#reset()}>${t("reset")}</wa-button>
        <wa-button size="s" appearance="plain" @click=${close}>${t("cancel")}</wa-button>
      </div>
    </wa-dialog>`;
  }
}

const words = (fault: Fault | undefined): string | undefined =>
  fault === undefined ? undefined : fault === "color" ? t("badColor") : t("outOf", fault);

customElements.define("mq-policy", PolicyView);
