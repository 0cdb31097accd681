// <strength-slider>: style against content, on a scale of octaves about the recipe's own balance; it moves `beta`.

import { say } from "../words.js";

const WORDS = ["faint", "light", "even", "strong", "bold"]; // from one end of the slider to the other

class StrengthSlider extends HTMLElement {
  connectedCallback() {
    this.slider = this.querySelector("input");
    this.form = this.closest("form");
    this.slider.addEventListener("input", () => this.moved());
    this.slider.addEventListener("change", () => this.beta.dispatchEvent(new Event("change", { bubbles: true })));
    this.form.addEventListener("input", this);
    this.follow();
  }

  disconnectedCallback() {
    this.form.removeEventListener("input", this);
  }

  handleEvent(event) {
    if (["alpha", "beta"].includes(event.target.name)) this.follow();
  }

  get beta() {
    return this.form.elements.beta;
  }

  /** The balance of the recipe itself, which is the slider's middle. */
  get middle() {
    return Number(this.beta.dataset.usual) / Number(this.form.elements.alpha.dataset.usual);
  }

  moved() {
    const beta = this.middle * Number(this.form.elements.alpha.value) * 2 ** Number(this.slider.value);
    this.beta.value = String(Number(beta.toPrecision(3)));
    this.tell();
  }

  follow() {
    const octaves = Math.log2(Number(this.beta.value) / Number(this.form.elements.alpha.value) / this.middle);
    this.slider.value = Number.isNaN(octaves) ? 0 : Math.max(-4, Math.min(4, octaves));
    this.tell();
  }

  tell() {
    const place = Math.round(((Number(this.slider.value) + 4) / 8) * (WORDS.length - 1));
    const word = say(`paint.strength.${WORDS[place]}`);
    this.querySelector("output").textContent = word;
    this.slider.setAttribute("aria-valuetext", word);
  }
}

customElements.define("strength-slider", StrengthSlider);
