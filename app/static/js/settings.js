// Settings: what of the recipe's form differs from the usual, and what the whole would take.

import { ask, Problem } from "./api.js";
import { duration, number, say } from "./words.js";

const PAUSE = 250; // milliseconds of quiet before the server is asked

/** The settings that were changed, by name; whatever stands as usual is left out. */
export function changed(form) {
  const found = {};
  for (const field of form.querySelectorAll("[data-usual]")) {
    const value = field.type === "checkbox" ? String(field.checked) : field.value.trim();
    if (value !== "" && value !== field.dataset.usual) found[field.name] = value;
  }
  return found;
}

/** The line that tells, before anything is painted, of time, queue and memory; and the size's chips beside it. */
export class Estimate {
  /** `refused` is called when the settings are, and again when they no longer are. */
  constructor(form, refused) {
    Object.assign(this, { form, refused });
    form.addEventListener("input", (event) => this.heard(event.target));
  }

  heard(field) {
    if (field.dataset.sets) {
      const target = this.form.elements[field.dataset.sets];
      target.value = field.value;
      target.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  show() {
    const size = this.form.elements.size?.value;
    for (const chip of this.form.querySelectorAll("[data-sets]")) chip.checked = chip.value === size;
    clearTimeout(this.timer);
    if (!this.form.querySelector("#paint").hidden) this.timer = setTimeout(() => this.asked(), PAUSE);
  }

  async asked() {
    const recipe = { name: new FormData(this.form).get("recipe"), ...changed(this.form) };
    try {
      this.tell(await ask("POST", "/v1/estimates", { recipe }));
      if (this.form.querySelector("#more .fault")) this.refused();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.line("");
      if (error.type === "bad-recipe") this.refused();
    }
  }

  tell({ seconds, measured, position, wait, megabytes }) {
    const words = [
      say(measured ? "estimate.time" : "estimate.time.guess", { time: duration(seconds) }),
      say("estimate.memory", { size: number(megabytes) }),
      position ? `${say("estimate.queue", { n: position })} ${say("estimate.wait", { time: duration(wait) })}` : "",
    ];
    this.line(words.filter(Boolean).join(" "));
  }

  line(text) {
    this.form.querySelector("#estimate").textContent = text;
  }
}
