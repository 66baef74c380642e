/** Logging in: with a token, or as a client with its secret. What is typed goes to this server alone and is forgotten at once. */
import { html, nothing, type TemplateResult } from "lit";
import { api, asError } from "../api.ts";
import { t } from "../prefs.ts";
import { link } from "../route.ts";
import { session, tokenIn } from "../session.ts";
import { failure, View } from "../view.ts";

class Login extends View {
  #by: "token" | "client" = "token";
  #fault: string | null = null;
  #error: unknown = null;
  #busy = false;

  protected override firstUpdated(): void {
    // Whether the server wants a login at all is told by its first answer.
    if (!session.loggedIn) void api.boards().catch(() => undefined);
  }

  #typed(name: string): string {
    return this.querySelector<HTMLInputElement>(`wa-input[name=${name}]`)?.value.trim() ?? "";
  }

  #forget(): void {
    for (const field of this.querySelectorAll<HTMLInputElement>("wa-input")) field.value = "";
  }

  async #enter(): Promise<void> {
    if (this.#busy) return;
    this.#error = null;
    this.#fault = null;
    if (this.#by === "token") {
      const token = tokenIn(this.#typed("token"));
      if (token === undefined) this.#fault = t("badToken");
      else {
        this.#forget();
        await this.#try(() => api.takeToken(token));
      }
    } else {
      const [id, secret] = [this.#typed("client"), this.#typed("secret")];
      if (!id || !secret) this.#fault = t("needed");
      else await this.#try(() => api.logIn(id, secret));
    }
    this.requestUpdate();
    if (this.#fault !== null) void this.updateComplete.then(() => this.querySelector<HTMLElement>("[data-fault]")?.focus());
  }

  async #try(enter: () => Promise<void>): Promise<void> {
    this.#busy = true;
    this.requestUpdate();
    try {
      await enter();
      this.#forget();
    } catch (error) {
      this.#error = asError(error);
    } finally {
      this.#busy = false;
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="page login">
      <section class="panel" aria-labelledby="login-title">
        <h1 id="login-title">${t("loginTitle")}</h1>
        ${session.open ? html`<p>${t("noLogin")} <a class="textual" href=${link({ view: "boards" })}>${t("boards")}</a></p>` : this.#form()}
      </section>
    </div>`;
  }

  #form(): TemplateResult {
    return html`<p class="quiet">${t("loginHint")}</p>
      ${session.why === "ended" && !this.#error ? html`<p class="callout" role="alert">${t("ended")}</p>` : nothing}
      <fieldset class="segments"><legend class="unseen">${t("loginTitle")}</legend>
        ${(["token", "client"] as const).map(
          (by) =>
            html`<label><input type="radio" name="by" .checked=${by === this.#by} @change=${() => {
              this.#by = by;
              this.#fault = this.#error = null;
              this.requestUpdate();
            }} /><span>${t(by === "token" ? "byToken" : "byClient")}</span></label>`,
        )}
      </fieldset>
      <form novalidate autocomplete="off" @submit=${(event: Event) => {
        event.preventDefault();
        void this.#enter();
      }}>
        ${
          this.#by === "token"
            ? html`<wa-input name="token" type="password" label=${t("token")} autocomplete="off" autocapitalize="off" spellcheck="false"
              hint=${this.#fault ?? t("tokenHint")} ?data-fault=${this.#fault !== null}></wa-input>`
            : html`<wa-input name="client" label=${t("clientId")} autocomplete="off" autocapitalize="off" spellcheck="false"
                ?data-fault=${this.#fault !== null}></wa-input>
              <wa-input name="secret" type="password" label=${t("clientSecret")} autocomplete="off" hint=${this.#fault ?? ""}
                ?data-fault=${this.#fault !== null}></wa-input>`
        }
        ${this.#error ? failure(this.#error, undefined, asError(this.#error).status === 401 ? "notTaken" : undefined) : nothing}
        <div class="buttons"><wa-button type="submit" variant="brand" ?loading=${this.#busy}>${t("enter")}</wa-button></div>
      </form>`;
  }
}

customElements.define("mq-login", Login);
