/** The fields of a policy, and the table of a conflict. They hold nothing: what is typed is handed up. */
import { html, nothing, type TemplateResult } from "lit";
import { LEVELS } from "../../sdk/frames.ts";
import { bounds, diff, FIELDS, type Form } from "../policy.ts";
import { t } from "../prefs.ts";

type Told = (place: string) => string | undefined;
type Changed = (place: string, value: string) => void;

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

/** Every field of the form: those of the ribbon, then the levels, a row each. */
export function policyFields(form: Form, base: Form, told: Told, closed: boolean, changed: Changed): TemplateResult {
  const touched = new Set(diff(base, form));
  return html`<h2>${t("ribbon")}</h2>
    <div class="numbers">
      ${FIELDS.map(({ pointer, label, hint, min, max }) => {
        const fault = told(pointer);
        return html`<wa-input size="s" inputmode="numeric" data-place=${pointer} label=${t(label)} .value=${form[pointer] ?? ""} ?disabled=${closed}
          ?data-fault=${fault !== undefined} ?data-touched=${touched.has(pointer)}
          hint=${fault ?? `${t(hint)} · ${min}–${max.toLocaleString("en")}`}
          @input=${(event: Event) => changed(pointer, valueOf(event))}></wa-input>`;
      })}
    </div>
    <h2>${t("levels")}</h2>
    <table class="cards level-table">
      <thead><tr><th>${t("level")}</th><th>${t("weight")}</th><th>${t("play")}</th><th>${t("hold")}</th><th>${t("color")}</th></tr></thead>
      <tbody>${LEVELS.map((level) => {
        const place = (member: string): string => `/levels/${level}/${member}`;
        return html`<tr>
          <th scope="row">${level}</th>
          <td data-label=${t("weight")}>${cell(place("weight"), `${level}: ${t("weight")}`, form, told, touched, closed, changed)}</td>
          <td data-label=${t("play")}>
            <select aria-label=${`${level}: ${t("play")}`} ?disabled=${closed} ?data-touched=${touched.has(place("play"))}
              @change=${(event: Event) => changed(place("play"), valueOf(event))}>
              ${(["scroll", "pin"] as const).map((play) => html`<option value=${play} .selected=${form[place("play")] === play}>${t(play)}</option>`)}
            </select>
          </td>
          <td data-label=${t("hold")}>${cell(place("hold_ms"), `${level}: ${t("hold")}`, form, told, touched, closed, changed)}</td>
          <td data-label=${t("color")}><span class="color">
            <input type="color" aria-label=${`${level}: ${t("color")}`} .value=${form[place("color")] ?? "#000000"} ?disabled=${closed}
              @input=${(event: Event) => changed(place("color"), valueOf(event))} />
            ${cell(place("color"), `${level}: ${t("color")} #`, form, told, touched, closed, changed)}
          </span></td>
        </tr>`;
      })}</tbody>
    </table>`;
}

function cell(
  place: string,
  label: string,
  form: Form,
  told: Told,
  touched: ReadonlySet<string>,
  closed: boolean,
  changed: Changed,
): TemplateResult {
  const fault = told(place);
  const id = `fault${place.replaceAll("/", "-")}`;
  return html`<span class="cell"><input type="text" inputmode=${bounds(place) ? "numeric" : "text"} aria-label=${label}
      .value=${form[place] ?? ""} ?disabled=${closed}
      spellcheck="false" aria-invalid=${fault === undefined ? "false" : "true"} aria-describedby=${fault === undefined ? nothing : id}
      ?data-touched=${touched.has(place)} @input=${(event: Event) => changed(place, valueOf(event))} />
    ${fault === undefined ? nothing : html`<span class="fault" id=${id}>${fault}</span>`}</span>`;
}

/** A value of one side: quiet where it is what was. */
const side = (was: string | undefined, is: string | undefined): TemplateResult =>
  was === is ? html`<span class="quiet">${is}</span>` : html`<strong>${is}</strong>`;

/** What both have changed, and from what. */
export function conflictTable(base: Form, theirs: Form, mine: Form): TemplateResult {
  const places = [...new Set([...diff(base, theirs), ...diff(base, mine)])];
  return html`<table class="cards"><thead><tr><th>${t("field")}</th><th>${t("was")}</th><th>${t("theirs")}</th><th>${t("yours")}</th></tr></thead>
    <tbody>${places.map((place) => {
      const both = theirs[place] !== base[place] && mine[place] !== base[place] && theirs[place] !== mine[place];
      return html`<tr data-both=${both ? "yes" : nothing}>
        <td class="mono" data-label=${t("field")}>${place.slice(1).replaceAll("/", " · ")}</td>
        <td class="mono quiet" data-label=${t("was")}>${base[place]}</td>
        <td class="mono" data-label=${t("theirs")}>${side(base[place], theirs[place])}</td>
        <td class="mono" data-label=${t("yours")}>${side(base[place], mine[place])}</td>
      </tr>`;
    })}</tbody></table>`;
}
