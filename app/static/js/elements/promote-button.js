// <promote-button data-id>: has a sketch painted in full, and goes to watch it.

import { order } from "../order.js";

class PromoteButton extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    button.addEventListener("click", () =>
      order(button, `/v1/paintings/${this.dataset.id}/promotion`, {}, "paintings", this.querySelector("[role=alert]")),
    );
  }
}

customElements.define("promote-button", PromoteButton);
