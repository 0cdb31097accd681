// <picture-view>: any work's own page in a large dialog, for every link of class `closer`.

import { leaf, Problem } from "../api.js";
import { say } from "../words.js";

class PictureView extends HTMLElement {
  connectedCallback() {
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a.closer");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.open(link);
    });
  }

  async open(link) {
    const view = document.createElement("dialog");
    view.setAttribute("aria-label", link.getAttribute("aria-label"));
    view.className = "view";
    view.innerHTML = `<form method="dialog"><button class="button-plain view-close" aria-label="${say("view.close")}">✕</button></form>`;
    view.append(await this.inside(link));
    view.addEventListener("click", (event) => event.target === view && view.close());
    view.addEventListener("keydown", (event) => this.along(event, view, link));
    view.addEventListener("close", () => view.remove());
    this.append(view);
    view.showModal();
  }

  /** Arrows walk along the wall. */
  along({ key }, view, link) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
    const wall = [...(link.closest(".hang") ?? link.parentElement).querySelectorAll("a.closer")];
    const next = step && wall[wall.indexOf(link) + step];
    if (!next) return;
    view.close();
    next.focus({ preventScroll: true });
    this.open(next);
  }

  /** A picture by itself, or the part of a page that tells of it. */
  async inside(link) {
    const url = link.getAttribute("href");
    if (url.startsWith("/v1/")) return Object.assign(new Image(), { src: `${url}?size=2048`, alt: "", className: "view-picture" });
    try {
      const page = await leaf(url);
      return document.adoptNode(page.querySelector(".work-page"));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return Object.assign(document.createElement("p"), { className: "notice", textContent: error.title });
    }
  }
}

customElements.define("picture-view", PictureView);
