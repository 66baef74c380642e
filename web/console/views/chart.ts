/** `<mq-chart>`: lines over time by uPlot, in the page's own colours. It keeps no data of its own, and one picture at a time. */
import type { PropertyValues } from "lit";
import { html, LitElement } from "lit";
import uPlot from "uplot";
import { prefs } from "../prefs.ts";

export interface Line {
  name: string;
  /** A custom property of the page. */
  color: string;
}

/** How high a picture is, px. */
const HEIGHT = 190;
/** How wide one is at least, px. */
const WIDTH_MIN = 120;

class Chart extends LitElement {
  static override readonly properties = {
    lines: { attribute: false },
    data: { attribute: false },
    points: { type: Boolean },
    label: {},
  };
  declare lines: Line[];
  declare data: (readonly (number | null)[])[];
  declare points: boolean;
  declare label: string;
  #plot: uPlot | null = null;
  #drawn = "";
  readonly #sizes = new ResizeObserver(() => this.#fit());
  readonly #again = (): void => {
    this.#drawn = "";
    this.requestUpdate();
  };

  constructor() {
    super();
    this.lines = [];
    this.data = [];
    this.points = false;
    this.label = "";
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    prefs.addEventListener("change", this.#again);
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    prefs.removeEventListener("change", this.#again);
    this.#sizes.disconnect();
    this.#plot?.destroy();
    this.#plot = null;
    this.#drawn = "";
  }

  protected override render(): unknown {
    return html`<div class="plot" role="img" aria-label=${this.label}></div>`;
  }

  protected override updated(_: PropertyValues): void {
    const kind = JSON.stringify([this.lines, this.points]);
    if (kind === this.#drawn && this.#plot) {
      this.#plot.setData(this.data as uPlot.AlignedData);
      return;
    }
    this.#drawn = kind;
    this.#plot?.destroy();
    const place = this.querySelector<HTMLElement>(".plot");
    if (place) this.#plot = new uPlot(this.#options(), this.data as uPlot.AlignedData, place);
  }

  #fit(): void {
    const width = Math.floor(this.clientWidth);
    if (this.#plot && width >= WIDTH_MIN && width !== this.#plot.width) this.#plot.setSize({ width, height: HEIGHT });
  }

  #options(): uPlot.Options {
    const style = getComputedStyle(this);
    const color = (name: string): string => style.getPropertyValue(name).trim() || "gray";
    const axis = {
      stroke: color("--quiet"),
      font: `11px ${style.fontFamily}`,
      grid: { stroke: color("--line"), width: 1 },
      ticks: { show: false },
    };
    return {
      width: Math.max(WIDTH_MIN, Math.floor(this.clientWidth)),
      height: HEIGHT,
      legend: { show: false },
      cursor: { y: false, points: { size: 5 }, drag: { x: false, y: false } },
      padding: [8, 4, 0, 0],
      scales: { x: { time: true }, y: { range: (_, __, max) => [0, Math.max(1, (max ?? 0) * 1.15)] } },
      axes: [
        {
          ...axis,
          size: 28,
          space: 70,
          values: (_, splits) =>
            splits.map((at) => new Date(at * 1_000).toLocaleTimeString([], { hour12: false, hour: "2-digit", minute: "2-digit" })),
        },
        {
          ...axis,
          size: 40,
          space: 30,
          values: (_, splits) => splits.map((value) => (value >= 10_000 ? `${value / 1_000}k` : String(value))),
        },
      ],
      series: [
        {},
        ...this.lines.map((line) => ({
          label: line.name,
          stroke: color(line.color),
          width: 1.5,
          points: { show: this.points, size: 4 },
          spanGaps: this.points,
        })),
      ],
    };
  }
}

customElements.define("mq-chart", Chart);
