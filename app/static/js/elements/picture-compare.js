// <picture-compare>: a slider between the painting and either of the pictures it came from, and its real pixels.

import { zoom } from "../zoom.js";

class PictureCompare extends HTMLElement {
  connectedCallback() {
    this.stage = this.querySelector(".compare");
    this.slider = this.querySelector(".compare-slider");
    this.querySelector(".compare-tools").hidden = false;
    this.addEventListener("change", (event) => event.target.name === "compare" && this.show(event.target.value));
    this.slider.addEventListener("input", () => this.cut(Number(this.slider.value)));
    this.stage.addEventListener("pointermove", (event) => this.pulled(event));
    this.stage.addEventListener("pointerdown", (event) => this.pulled(event));
    this.querySelector("[data-zoom]").addEventListener("click", (event) => zoom(event.currentTarget.dataset.zoom));
  }

  show(role) {
    for (const other of this.querySelectorAll(".compare-other")) {
      other.hidden = other.dataset.role !== role;
      if (!other.hidden && !other.src) other.src = other.dataset.src;
    }
    this.slider.hidden = this.querySelector(".compare-edge").hidden = role === "none";
    this.cut(Number(this.slider.value));
  }

  /** A mouse pulls the edge by being there, a finger by being down. */
  pulled(event) {
    if (this.slider.hidden) return;
    const { left, width } = this.stage.getBoundingClientRect();
    this.cut(Math.max(0, Math.min(100, ((event.clientX - left) / width) * 100)));
  }

  cut(percent) {
    this.slider.value = percent;
    this.stage.style.setProperty("--cut", `${percent}%`);
  }
}

customElements.define("picture-compare", PictureCompare);
