// <another-seed>: asks for the same painting once more, by another chance.

import { order } from "../order.js";

class AnotherSeed extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    button.addEventListener("click", () => order(button, "/v1/paintings", this.body(), "paintings", document.getElementById("watch-fault")));
  }

  /** Only a start from noise hears the seed: begun with its subject, the same painting would come again. */
  body() {
    const job = JSON.parse(this.dataset.job);
    const [seed] = crypto.getRandomValues(new Uint32Array(1));
    const start = job.recipe.start === "content" ? "noise" : job.recipe.start;
    return { ...job, recipe: { ...job.recipe, start, seed } };
  }
}

customElements.define("another-seed", AnotherSeed);
