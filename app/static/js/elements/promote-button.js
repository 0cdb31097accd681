// <promote-button data-id>: has a sketch painted in full, and goes to watch it.

import { ask, Problem } from "../api.js";
import { notice } from "../notice.js";

class PromoteButton extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button");
    this.button.addEventListener("click", () => this.promote());
  }

  /** The same sketch keeps its key: asked again after a lost line, it is not painted twice. */
  async promote() {
    this.button.disabled = true;
    this.key ??= crypto.getRandomValues(new Uint32Array(4)).join("-");
    const headers = { "Idempotency-Key": `${this.dataset.id}-${this.key}` };
    try {
      const { id } = await ask("POST", `/v1/paintings/${this.dataset.id}/promotion`, {}, headers);
      location.assign(`/paintings/${id}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      notice(this.querySelector("[role=alert]"), error);
    } finally {
      this.button.disabled = false;
    }
  }
}

customElements.define("promote-button", PromoteButton);
