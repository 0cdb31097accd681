// <sheet-watch data-id data-status>: follows a sheet's events, and shows any of its paintings large.

import { ask, Problem } from "../api.js";
import { follow } from "../events.js";
import { notice } from "../notice.js";
import { duration, say } from "../words.js";

const ARROWS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
const SAID = 5; // how often, at most, a sheet is spoken of while it is painted

class SheetWatch extends HTMLElement {
  connectedCallback() {
    this.view = this.querySelector("dialog");
    this.links = [...this.querySelectorAll(".cell-link")];
    this.said = 0;
    this.addEventListener("click", (event) => this.clicked(event));
    this.addEventListener("keydown", (event) => this.pressed(event));
    this.querySelector("#sheet-stop").addEventListener("click", (event) => this.stop(event.currentTarget));
    if (this.dataset.status === "ended") return;
    this.end = follow(`/v1/variations/${this.dataset.id}/events`, ["running", "ended"], (kind, data) => this.heard(kind, data));
  }

  disconnectedCallback() {
    this.end?.();
  }

  heard(kind, data) {
    for (const painting of data.paintings) this.cell(painting);
    this.tell(data, kind === "ended");
    return kind === "ended";
  }

  cell({ id, status, step, steps, preview }) {
    const cell = document.getElementById(`cell-${id}`);
    if (!cell) return;
    const state = cell.querySelector(".cell-state");
    state.textContent = status === "running" && step ? `${Math.floor((step / steps) * 100)} %` : say(`sheet.cell.${status}`);
    if (status === "finished" && cell.dataset.status !== "finished") this.show(cell, `/v1/paintings/${id}/image?format=webp&size=512`);
    else if (status !== "finished" && preview && cell.dataset.preview !== preview) this.show(cell, preview);
    cell.dataset.preview = preview ?? "";
    cell.dataset.status = state.dataset.state = status;
  }

  /** One picture at a time for each cell, and the next when it is there: nothing flickers, nothing piles up. */
  async show(cell, url) {
    cell.wanted = url;
    if (cell.loading) return;
    cell.loading = true;
    while (cell.wanted) {
      const next = Object.assign(new Image(), { src: cell.wanted });
      cell.wanted = "";
      await next.decode().catch(() => null);
      if (next.naturalWidth) this.hang(cell, next.src);
    }
    cell.loading = false;
  }

  hang(cell, src) {
    const picture = cell.querySelector("img");
    picture.src = src;
    picture.classList.remove("easel-ground");
    if (this.view.open && this.seen?.closest(".cell") === cell) this.fill();
  }

  tell({ counts, step, steps, paintings }, ended) {
    const n = counts.finished ?? 0;
    const words = say("sheet.finished", { n, all: paintings.length });
    const left = ended ? null : this.left(step, steps);
    this.querySelector("#sheet-told").textContent = left ? `${words} · ${say("watch.left", { time: duration(left) })}` : words;
    const progress = this.querySelector("progress");
    Object.assign(progress, { value: step, hidden: ended });
    this.querySelector("#sheet-stop").hidden = ended;
    this.querySelector("#sheet-zip").hidden = !n;
    const share = Math.floor((n / paintings.length) * SAID);
    if (share > this.said || ended) this.querySelector("#sheet-says").textContent = ended ? say("sheet.ended", { n }) : words;
    this.said = share;
  }

  left(step, steps) {
    const now = performance.now() / 1000;
    this.first ??= { at: now, step };
    const pace = (now - this.first.at) / (step - this.first.step);
    return Number.isFinite(pace) && step > steps / 50 ? pace * (steps - step) : null;
  }

  clicked(event) {
    const link = event.target.closest(".cell-link");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      this.open(link);
    }
    if (event.target.closest("[data-close]") || event.target === this.view) this.view.close();
    const move = event.target.closest("[data-move]");
    if (move) this.moves(this.seen, 0, Number(move.dataset.move));
  }

  /** Arrows go from print to print, on the sheet and in the large view. */
  pressed(event) {
    const way = ARROWS[event.key];
    const from = this.view.open ? this.seen : event.target.closest(".cell-link");
    if (!way || !from) return;
    event.preventDefault();
    this.moves(from, ...way);
  }

  moves(from, down, right) {
    const across = from.closest(".sheet-row").querySelectorAll(".cell-link").length;
    const to = this.links[this.links.indexOf(from) + down * across + right];
    if (!to) return;
    if (this.view.open) this.open(to);
    else to.focus();
  }

  open(link) {
    this.seen = link;
    this.fill();
    if (!this.view.open) this.view.showModal();
    this.view.onclose = () => this.seen.focus();
  }

  fill() {
    const { subject, manner, strength, reason } = this.seen.dataset;
    const picture = this.seen.querySelector("img");
    const part = (name) => this.view.querySelector(`#cell-view-${name}`);
    Object.assign(part("picture"), { src: picture.src, alt: picture.alt, width: picture.naturalWidth, height: picture.naturalHeight });
    part("picture").classList.toggle("tall", picture.naturalHeight > picture.naturalWidth);
    part("title").textContent = subject;
    part("manner").textContent = manner;
    part("strength").textContent = strength;
    Object.assign(part("reason"), { textContent: reason, hidden: !reason });
    part("page").href = this.seen.href;
    this.view.querySelector("promote-button").dataset.id = this.seen.closest(".cell").dataset.id;
  }

  async stop(button) {
    button.disabled = true;
    try {
      await ask("DELETE", `/v1/variations/${this.dataset.id}`);
    } catch (error) {
      button.disabled = false;
      if (!(error instanceof Problem)) throw error;
      notice(this.querySelector("#watch-fault"), error);
    }
  }
}

customElements.define("sheet-watch", SheetWatch);
