// <picture-drop data-for="content">: a frame that takes a picture of one's own, dropped or chosen.

import { ask, Problem } from "../api.js";
import { notice } from "../notice.js";
import { recipeOf } from "../recipe.js";
import { say } from "../words.js";

class PictureDrop extends HTMLElement {
  connectedCallback() {
    this.role_ = this.dataset.for;
    this.input = this.querySelector("input");
    this.input.addEventListener("change", () => this.input.files[0] && this.take(this.input.files[0]));
    for (const kind of ["dragenter", "dragover"]) this.addEventListener(kind, (event) => this.over(event));
    this.addEventListener("dragleave", () => this.classList.remove("over"));
    this.addEventListener("drop", (event) => this.dropped(event));
  }

  over(event) {
    event.preventDefault();
    this.classList.add("over");
  }

  dropped(event) {
    event.preventDefault();
    this.classList.remove("over");
    const file = event.dataTransfer.files[0];
    if (file) this.take(file);
  }

  /** A painting that was made here brings its recipe; any other picture is hung. */
  async take(file) {
    this.say("");
    this.classList.add("taking");
    try {
      const made = await recipeOf(file);
      if (made) this.offer(made, file);
      else await this.keep(file);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      notice(this.place, error);
    } finally {
      this.classList.remove("taking");
      this.input.value = "";
    }
  }

  async keep(file) {
    const { id } = await ask("POST", "/v1/pictures", file);
    this.dispatchEvent(new CustomEvent("picture:own", { bubbles: true, detail: { role: this.role_, id } }));
  }

  offer(made, file) {
    const box = document.createElement("div");
    box.className = "notice notice-calm stack";
    box.innerHTML = `<p>${say("drop.made")}</p><div class="row"></div>`;
    const button = (words, act) => {
      const made_ = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: words });
      made_.addEventListener("click", () => { this.say(""); act(); });
      box.lastElementChild.append(made_);
    };
    button(say("drop.made.recipe"), () => this.dispatchEvent(new CustomEvent("picture:recipe", { bubbles: true, detail: made })));
    button(say("drop.made.picture"), () => this.keep(file));
    this.place.replaceChildren(box);
    box.querySelector("button").focus();
  }

  get place() {
    return document.getElementById("drop-says");
  }

  say(words) {
    this.place.textContent = words;
  }
}

customElements.define("picture-drop", PictureDrop);
