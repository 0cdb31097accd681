// <collection-room>: searches while one types, deletes and takes it back, picks several, takes in dropped paintings.

import { ask, Problem } from "../api.js";
import { notice } from "../notice.js";
import { address, recipeOf } from "../recipe.js";
import { swap } from "../swap.js";
import { language, say } from "../words.js";

const PAUSE = 250; // milliseconds of quiet before a search
const AGAIN = 2500; // until what is being painted is looked at again

class CollectionRoom extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.picked = new Set();
    this.form.addEventListener("submit", (event) => (event.preventDefault(), this.seeks()));
    this.form.addEventListener("input", (event) => this.typed(event.target));
    this.addEventListener("click", (event) => this.clicked(event));
    this.addEventListener("change", (event) => this.pick(event.target));
    this.addEventListener("painting:favoured", () => this.shown === "favourites" && this.draws());
    addEventListener("popstate", () => this.draws());
    this.takesDrops();
    this.settled();
  }

  disconnectedCallback() {
    clearTimeout(this.again);
  }

  get shown() {
    return new FormData(this.form).get("show");
  }

  url() {
    const data = new FormData(this.form);
    const asked = { q: data.get("q").trim(), show: data.get("show") === "all" ? "" : data.get("show") };
    const told = new URLSearchParams(Object.entries(asked).filter(([, value]) => value)).toString();
    return told ? `/collection?${told}` : "/collection";
  }

  typed(field) {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.seeks(), field.type === "search" ? PAUSE : 0);
  }

  /** The address holds what is looked for; letters that are typed in a row are one step back. */
  seeks() {
    clearTimeout(this.typing);
    const url = this.url();
    if (url === location.pathname + location.search) return;
    history[location.search.includes("q=") && url.includes("q=") ? "replaceState" : "pushState"](null, "", url);
    this.forget();
    this.draws();
  }

  async draws(motion = true) {
    try {
      if (await swap(location.href, ["hung"], { motion })) this.settled();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.type !== "lost") notice(this.querySelector("#drop-says"), error);
      this.later();
    }
  }

  settled() {
    for (const time of this.querySelectorAll("time")) {
      time.textContent = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(time.dateTime));
    }
    for (const box of this.querySelectorAll("[data-pick]")) box.checked = this.picked.has(box.dataset.pick);
    clearTimeout(this.again);
    if (this.querySelector("[data-coming]")) this.later();
  }

  later() {
    clearTimeout(this.again);
    this.again = setTimeout(() => (document.hidden ? this.later() : this.draws(false)), AGAIN);
  }

  clicked(event) {
    const button = event.target.closest("button");
    if (!button) return;
    const { delete: painting, deleteSheet: sheet, restore } = button.dataset;
    if (painting) this.deletes([`/v1/paintings/${painting}`]);
    else if (sheet) this.deletes([`/v1/variations/${sheet}`]);
    else if (restore) this.marks([`/v1/paintings/${restore}`], false).then(() => this.draws());
    else if (button.id === "picked-delete") this.deletes([...this.picked].map((id) => `/v1/paintings/${id}`));
    else if (button.id === "picked-none") this.forget();
  }

  /** As many of them as can be; tells which. */
  async marks(urls, deleted) {
    const done = [];
    try {
      for (const url of urls) {
        await ask("PATCH", url, { deleted });
        done.push(url);
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      notice(this.querySelector("#drop-says"), error);
    }
    return done;
  }

  async deletes(urls) {
    const done = await this.marks(urls, true);
    if (!done.length) return;
    this.forget();
    await this.draws();
    this.offers(done);
  }

  /** Whoever deleted with the keyboard finds the way back under it. */
  offers(urls) {
    const box = document.createElement("div");
    box.className = "notice notice-calm";
    box.append(Object.assign(document.createElement("p"), { textContent: say("collection.deleted", { n: urls.length }) }));
    const back = Object.assign(document.createElement("button"), { className: "button", textContent: say("collection.undo") });
    back.addEventListener("click", async () => {
      this.querySelector("#undo").replaceChildren();
      await this.marks(urls, false);
      await this.draws();
    });
    box.append(back);
    this.querySelector("#undo").replaceChildren(box);
    back.focus({ preventScroll: true });
  }

  pick({ dataset, checked }) {
    if (!dataset.pick) return;
    this.picked[checked ? "add" : "delete"](dataset.pick);
    this.tellsPicked();
  }

  forget() {
    this.picked.clear();
    for (const box of this.querySelectorAll("[data-pick]")) box.checked = false;
    this.tellsPicked();
  }

  tellsPicked() {
    const ids = [...this.picked];
    const finished = ids.filter((id) => document.getElementById(`tile-${id}`)?.dataset.status === "finished");
    this.querySelector("#picked").hidden = !ids.length;
    this.querySelector("#picked-told").textContent = say("collection.picked", { n: ids.length });
    const zip = this.querySelector("#picked-zip");
    zip.hidden = !finished.length;
    zip.href = `/v1/paintings/archive?${new URLSearchParams(finished.map((id) => ["id", id]))}`;
  }

  /** A painting that is dropped anywhere leads to the first room, with its settings and works. */
  takesDrops() {
    const over = (event) => event.dataTransfer?.types.includes("Files") && (event.preventDefault(), this.classList.add("over"));
    for (const kind of ["dragenter", "dragover"]) document.addEventListener(kind, over);
    document.addEventListener("dragleave", (event) => event.relatedTarget || this.classList.remove("over"));
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      this.classList.remove("over");
      const [file] = event.dataTransfer.files;
      if (file) this.restores(file);
    });
  }

  async restores(file) {
    try {
      const made = await recipeOf(file);
      if (made) location.assign(address(made));
      else this.querySelector("#drop-says").innerHTML = `<div class="notice"><p>${say("collection.drop.other")}</p></div>`;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      notice(this.querySelector("#drop-says"), error);
    }
  }
}

customElements.define("collection-room", CollectionRoom);
