// <ask-sheet data-kind="variations|strengths">: asks for a sheet of what the first room's form says, and goes to watch it.

import { ask, Problem } from "../api.js";
import { notice } from "../notice.js";
import { changed } from "../settings.js";

const SKETCH = { name: "sketch", size: 192 }; // small enough that a whole sheet takes less time than one painting
const OWN = ["alpha", "beta", "size"]; // what a sheet says itself

class AskSheet extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button");
    this.button.addEventListener("click", () => this.asks());
  }

  /** The same wish keeps its key: sent again after a lost line, it does not paint twice. */
  async asks() {
    const body = this.body();
    const told = JSON.stringify(body);
    if (this.wish?.told !== told) this.wish = { told, key: crypto.getRandomValues(new Uint32Array(4)).join("-") };
    const url = this.dataset.kind === "strengths" ? "/v1/variations/strengths" : "/v1/variations";
    this.button.disabled = true;
    try {
      const { id } = await ask("POST", url, body, { "Idempotency-Key": this.wish.key });
      location.assign(`/sheets/${id}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      notice(this.querySelector("[role=alert]"), error);
    } finally {
      this.button.disabled = false;
    }
  }

  body() {
    const form = this.closest("form");
    const data = new FormData(form);
    const words = { title: data.get("title").trim(), description: data.get("description").trim() };
    if (this.dataset.kind !== "strengths") return { ...words, recipe: SKETCH };
    const settings = Object.fromEntries(Object.entries(changed(form)).filter(([name]) => !OWN.includes(name)));
    return { ...words, content: data.get("content"), style: data.get("style"), recipe: { ...settings, ...SKETCH } };
  }
}

customElements.define("ask-sheet", AskSheet);
