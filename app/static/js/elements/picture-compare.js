// <picture-compare>: a slider between the painting and either of the pictures it came from, and its real pixels.

import { say } from "../words.js";

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

/** The file's own pixels, one for each of the screen's, to be dragged and scrolled about. */
function zoom(url) {
  const view = document.createElement("dialog");
  view.className = "zoom";
  view.setAttribute("aria-label", say("look.zoom"));
  view.innerHTML = `<form method="dialog"><button class="button-plain view-close" aria-label="${say("view.close")}">✕</button></form><div class="zoom-room" tabindex="0"></div>`;
  const room = view.querySelector(".zoom-room");
  const picture = new Image();
  picture.alt = "";
  picture.draggable = false;
  picture.addEventListener("load", () => {
    picture.width = picture.naturalWidth / devicePixelRatio;
    room.scrollTo((room.scrollWidth - room.clientWidth) / 2, (room.scrollHeight - room.clientHeight) / 2);
  });
  picture.src = url;
  room.append(picture);
  room.addEventListener("pointermove", (event) => event.buttons && event.pointerType === "mouse" && room.scrollBy(-event.movementX, -event.movementY));
  view.addEventListener("close", () => view.remove());
  document.body.append(view);
  view.showModal();
  room.focus();
}

customElements.define("picture-compare", PictureCompare);
