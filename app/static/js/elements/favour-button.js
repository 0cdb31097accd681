// <favour-button data-id>: its button says whether a painting is a favourite, and makes it one.

import { ask, Problem } from "../api.js";

class FavourButton extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button");
    this.button.addEventListener("click", () => this.turn());
  }

  async turn() {
    const favourite = this.button.getAttribute("aria-pressed") !== "true";
    this.button.setAttribute("aria-pressed", favourite);
    try {
      await ask("PATCH", `/v1/paintings/${this.dataset.id}`, { favourite });
      this.dispatchEvent(new CustomEvent("painting:favoured", { bubbles: true }));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.button.setAttribute("aria-pressed", !favourite);
    }
  }
}

customElements.define("favour-button", FavourButton);
