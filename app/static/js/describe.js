// The page that describes: a picture is dropped or chosen, and what a machine says of it is shown as its label.

import { ask, Problem } from "./api.js";
import { notice } from "./notice.js";
import { number, say } from "./words.js";

class DescribePicture extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input");
    this.part("seen").addEventListener("error", () => (this.part("seen").hidden = true));
    this.input.addEventListener("change", () => this.input.files[0] && this.take(this.input.files[0]));
    const frame = this.part("frame");
    for (const kind of ["dragenter", "dragover"]) {
      frame.addEventListener(kind, (event) => {
        event.preventDefault();
        frame.classList.add("over");
      });
    }
    frame.addEventListener("dragleave", () => frame.classList.remove("over"));
    frame.addEventListener("drop", (event) => {
      event.preventDefault();
      frame.classList.remove("over");
      if (event.dataTransfer.files[0]) this.take(event.dataTransfer.files[0]);
    });
  }

  part(name) {
    return this.querySelector(`.telling-${name}`);
  }

  async take(file) {
    this.hang(file);
    this.only("busy");
    this.asked = file;
    try {
      const told = await ask("POST", "/v1/describe", file);
      if (this.asked === file) this.tell(told);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.only("fault");
      notice(this.part("fault"), error);
    } finally {
      this.input.value = "";
    }
  }

  hang(file) {
    const seen = this.part("seen");
    if (seen.src) URL.revokeObjectURL(seen.src);
    seen.src = URL.createObjectURL(file);
    seen.hidden = false;
  }

  /** Of all that may stand beside the picture, one. */
  only(name) {
    for (const each of ["none", "busy", "told"]) this.part(each).hidden = each !== name;
    this.part("fault").replaceChildren();
  }

  tell(told) {
    this.only("told");
    this.part("title").textContent = told.title;
    this.part("description").textContent = told.description;
    this.part("seen").alt = told.description;
    this.part("doubt").hidden = !told.doubtful;
    this.part("doubt").textContent = say(told.known ? "describe.doubt" : "describe.unknown");
    this.part("model").textContent = say("describe.model", { model: told.model });
    this.facts(told);
    this.part("paint").href = `/?${new URLSearchParams({ title: told.title, description: told.description })}`;
  }

  facts(told) {
    const rows = told.attributes.map((each) => [each.name, `${each.value} (${number(100 * each.confidence, 0)} %)`]);
    if (told.keywords.length) rows.unshift([say("describe.keywords"), told.keywords.join(", ")]);
    this.part("facts").replaceChildren(...rows.flatMap(([name, value]) => [made("dt", name), made("dd", value)]));
  }
}

function made(kind, text) {
  return Object.assign(document.createElement(kind), { textContent: text });
}

customElements.define("describe-picture", DescribePicture);
