/** Rates and latencies of the last ten minutes, from what this page has seen itself. It asks for nothing; the watcher does. */
import { html, nothing, type TemplateResult } from "lit";
import { LEVELS } from "../../sdk/frames.ts";
import { t } from "../prefs.ts";
import { session } from "../session.ts";
import { percentile, type Rates, type Samples, WINDOW_S } from "../stats.ts";
import { empty, curl, View } from "../view.ts";
import { watcher } from "../watcher.ts";
import "./chart.ts";
import type { Line } from "./chart.ts";

/** A point of a line stands for so many seconds. */
const STEP_S = 5;
/** What is said in numbers is of the last so many seconds. */
const RECENT_S = 10;

const LEVEL_COLORS = ["--urgent", "--warning", "--info", "--low"] as const;
const KINDS = ["put", "delete", "policy"] as const;
const KIND_WORDS = { put: "puts", delete: "deletes", policy: "policies" } as const;
const HUES = ["--hue-1", "--hue-2", "--hue-3", "--hue-4", "--hue-5", "--hue-6", "--hue-7", "--hue-8", "--quiet"] as const;

class Traffic extends View {
  #by: "level" | "board" = "level";

  protected override render(): TemplateResult {
    const now = watcher.now();
    const boards = watcher.byBoard.series;
    const notices: [Rates, readonly string[], Line[]] =
      this.#by === "level"
        ? [watcher.byLevel, LEVELS, LEVELS.map((level, at) => ({ name: level, color: LEVEL_COLORS[at] ?? "--quiet" }))]
        : [
            watcher.byBoard,
            boards,
            boards.map((board, at) => ({ name: board === "others" ? t("others") : board, color: HUES[at] ?? "--quiet" })),
          ];
    return html`<div class="page">
      <div class="head">
        <div><h1>${t("traffic")}</h1>
          <p class="quiet">${t("lastMinutes", { n: WINDOW_S / 60 })} · ${t("following", { n: watcher.boards.length })}</p></div>
        <fieldset class="segments"><legend class="unseen">${t("rates")}</legend>
          ${(["level", "board"] as const).map(
            (by) =>
              html`<label><input type="radio" name="by" .checked=${by === this.#by} @change=${() => {
                this.#by = by;
                this.requestUpdate();
              }} /><span>${t(by === "level" ? "byLevel" : "byBoard")}</span></label>`,
          )}
        </fieldset>
      </div>
      ${
        watcher.entries.size === 0
          ? html`<section class="panel">${empty(t("noTraffic"), t("noTrafficHint"), curl("main", "hello, every screen"))}</section>`
          : nothing
      }
      <div class="charts">
        ${this.#rates(t("rates"), now, ...notices)}
        ${this.#rates(
          t("entries"),
          now,
          watcher.entries,
          KINDS,
          KINDS.map((kind, at) => ({ name: t(KIND_WORDS[kind]), color: HUES[at] ?? "--quiet" })),
        )}
        ${this.#latency(t("seeing"), now, watcher.seeing)}
        ${this.#latency(t("storing"), now, watcher.storing)}
        ${this.#latency(t("delivering"), now, watcher.delivering)}
        ${this.#latency(t("showing"), now, watcher.showing)}
      </div>
      <p class="quiet">${t(session.can("admin") ? "stagesTold" : "stagesAdmin")}</p>
    </div>`;
  }

  #rates(title: string, now: number, rates: Rates, series: readonly string[], lines: Line[]): TemplateResult {
    rates.forget(now);
    return html`<section class="panel chart" aria-label=${title}>
      <h2>${title}</h2>
      <ul class="legend">${lines.map(
        ({ name, color }, at) => html`<li data-color=${color}><span class="dash"></span><span class="series">${name}</span>
          <strong>${t("perSecond", { n: rates.rate(now, RECENT_S, series[at]).toFixed(1) })}</strong></li>`,
      )}</ul>
      <mq-chart .lines=${lines} .data=${rates.points(now, STEP_S, series)} label=${title}></mq-chart>
    </section>`;
  }

  #latency(title: string, now: number, samples: Samples): TemplateResult {
    samples.forget(now);
    const values = samples.values(now);
    const lines: Line[] = [
      { name: t("p50"), color: "--hue-1" },
      { name: t("p99"), color: "--hue-2" },
    ];
    const said = (percent: number): string => {
      const value = percentile(values, percent);
      return value === null ? "–" : `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
    };
    const [times] = watcher.entries.points(now, STEP_S, []);
    return html`<section class="panel chart" aria-label=${`${t("latencies")}: ${title}`}>
      <h2>${title} <span class="count">${t("latencies")}</span></h2>
      <ul class="legend">
        <li data-color="--hue-1"><span class="dash"></span><span class="series">${t("p50")}</span><strong>${said(50)}</strong></li>
        <li data-color="--hue-2"><span class="dash"></span><span class="series">${t("p99")}</span><strong>${said(99)}</strong></li>
        <li class="quiet">${t("samples", { n: samples.size })}</li>
      </ul>
      <mq-chart .lines=${lines} .data=${[times, ...samples.points(now, STEP_S, [50, 99])]} points label=${title}></mq-chart>
    </section>`;
  }
}

customElements.define("mq-traffic", Traffic);
