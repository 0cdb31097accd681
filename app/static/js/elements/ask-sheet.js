// <ask-sheet data-kind="variations|strengths">: asks for a sheet of what the first room's form says, and goes to watch it.

import { order } from "../order.js";
import { changed } from "../settings.js";

const ADDRESSES = { variations: "/v1/variations", strengths: "/v1/variations/strengths" };
const SKETCH = { name: "sketch", size: 192 }; // small enough that a whole sheet takes less time than one painting
const OWN = ["alpha", "beta", "size"]; // what a sheet says itself

class AskSheet extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    button.addEventListener("click", () => order(button, ADDRESSES[this.dataset.kind], this.body(), "sheets", this.querySelector("[role=alert]")));
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
