// <another-seed>: asks for the same painting once more, by another chance.

import { ask, Problem } from "../api.js";
import { notice } from "../notice.js";

class AnotherSeed extends HTMLElement {
  connectedCallback() {
    this.querySelector("button").addEventListener("click", (event) => this.paint(event.currentTarget));
  }

  async paint(button) {
    button.disabled = true;
    const job = JSON.parse(this.dataset.job);
    const [seed] = crypto.getRandomValues(new Uint32Array(1));
    // Only a start from noise hears the seed: begun with its subject, the same painting would come again.
    const start = job.recipe.start === "content" ? "noise" : job.recipe.start;
    try {
      const painting = await ask("POST", "/v1/paintings", { ...job, recipe: { ...job.recipe, start, seed } });
      location.assign(`/paintings/${painting.id}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      notice(document.getElementById("watch-fault"), error);
    } finally {
      button.disabled = false;
    }
  }
}

customElements.define("another-seed", AnotherSeed);
