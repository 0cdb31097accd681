// The first room: one form that grows. Its address holds all that was asked; the server draws every step of it.

import { Problem } from "./api.js";
import { order } from "./order.js";
import { fields } from "./recipe.js";
import { changed, Estimate } from "./settings.js";
import { swap } from "./swap.js";
import { say } from "./words.js";
import "./elements/ask-sheet.js";
import "./elements/picture-drop.js";
import "./elements/picture-view.js";
import "./elements/strength-slider.js";

const STEPS = ["words", "choose", "manner", "paint"];
const AFTER = { content: "manner", style: "paint" }; // which step a choice leads to
const OPENING = 1000; // milliseconds until indexes that are being opened are asked for again

class CommissionForm extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.estimate = new Estimate(this.form, () => swap(this.url(), ["more"]));
    this.form.addEventListener("submit", (event) => this.submitted(event));
    this.form.addEventListener("change", (event) => this.changed(event.target));
    this.form.addEventListener("keydown", (event) => this.pressed(event));
    this.form.addEventListener("click", (event) => this.clicked(event));
    this.addEventListener("picture:own", (event) => this.brought(event.detail));
    this.addEventListener("picture:recipe", (event) => this.restored(event.detail));
    for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => this.missed(event));
    addEventListener("popstate", () => this.shows(location.href, STEPS));
    document.addEventListener("server:back", () => this.owed && this.shows(location.href, this.owed));
    this.settled();
  }

  /** The address of what the form asks now. */
  url(over = {}) {
    const old = new URLSearchParams(location.search);
    const data = new FormData(this.form);
    const asked = {
      title: data.get("title").trim(),
      description: data.get("description").trim(),
      content: this.now("content"),
      style: this.now("style"),
      contents: old.get("contents") ?? "",
      styles: old.get("styles") ?? "",
      recipe: data.get("recipe") === "studio" ? "" : data.get("recipe"),
      ...changed(this.form),
      ...over,
    };
    const told = Object.entries(asked).filter(([, value]) => value !== "");
    return `/?${new URLSearchParams(told)}`;
  }

  submitted(event) {
    event.preventDefault();
    const { id, name, value } = event.submitter ?? {};
    if (id === "commission") this.paints();
    else if (name === "contents" || name === "styles") this.goes(this.url({ [name]: value }), [name === "contents" ? "choose" : "manner"], "");
    else this.finds();
  }

  /** New words find new works; a picture of one's own stays. */
  finds() {
    const { title, description } = this.form.elements;
    if (!title.value.trim() && !description.value.trim()) return this.fault(say("words.none"));
    const over = { content: this.own("content"), style: this.own("style"), contents: "", styles: "" };
    this.goes(this.url(over), ["choose", "manner", "paint"], "choose");
  }

  changed({ name, type }) {
    if (name === "content") this.goes(this.url({ style: this.own("style"), styles: "" }), ["manner", "paint"], "");
    else if (name === "style") this.goes(this.url(), ["paint"], "");
    else if (name === "recipe") this.goes(this.withoutSettings(), ["settings"], "", true);
    else if (name && type !== "file" && name !== "title" && name !== "description") this.keeps();
  }

  /** What is chosen of a row; of one that does not hang yet, what the address knows. */
  now(name) {
    return new FormData(this.form).get(name) ?? new URLSearchParams(location.search).get(name) ?? "";
  }

  own(name) {
    return this.now(name).startsWith("pic_") ? this.now(name) : "";
  }

  withoutSettings() {
    return this.url(Object.fromEntries(Object.keys(changed(this.form)).map((name) => [name, ""])));
  }

  /** Another setting changes nothing that is drawn, but the address and the estimate. */
  keeps() {
    history.replaceState(null, "", this.url());
    this.estimate.show();
  }

  /** Enter takes the work that has the keyboard and goes on to the next step; in a setting it only takes what is typed. */
  pressed(event) {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    const { name, type } = event.target;
    const [next, setting] = [AFTER[name], event.target.closest("#settings")];
    if (next || setting) event.preventDefault();
    if (setting && type !== "radio") event.target.dispatchEvent(new Event("change", { bubbles: true }));
    if (next) {
      if (!event.target.checked) event.target.click();
      this.chosen = (this.chosen ?? Promise.resolve()).then(() => this.leads(next, true));
    }
  }

  clicked(event) {
    const example = event.target.closest("a.example");
    if (example && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.takes(new URL(example.href).searchParams);
    }
    // A click that came from a pointer: arrows choose too, and must not carry the page away.
    if (event.target.type === "radio" && event.detail && AFTER[event.target.name]) this.leading = AFTER[event.target.name];
  }

  takes(words) {
    this.form.elements.title.value = words.get("title");
    this.form.elements.description.value = words.get("description");
    this.finds();
  }

  /** A picture that was dropped beside the frames is meant for the large one; a browser would leave the page for it. */
  missed(event) {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (event.type === "drop") this.querySelector("picture-drop").dropped(event);
  }

  brought({ role, id }) {
    const over = role === "content" ? { content: id, style: this.own("style") } : { style: id };
    this.goes(this.url(over), STEPS, role === "content" || this.now("content") ? AFTER[role] : "");
  }

  /** A painting's own settings and works; what was typed stays typed. */
  restored(made) {
    this.goes(this.url(fields(made)), STEPS, "paint");
    this.chosen.then(() => history.replaceState(null, "", this.url())); // without what is the recipe's own
  }

  goes(url, steps, leadsTo, replaces = false) {
    history[replaces ? "replaceState" : "pushState"](null, "", url);
    this.chosen = this.shows(url, steps, leadsTo || undefined);
  }

  async shows(url, steps, leadsTo) {
    const button = this.form.querySelector("#find");
    button.setAttribute("aria-busy", "true");
    this.fault("");
    try {
      if (await swap(url, steps)) this.settled();
      this.owed = undefined;
      this.leads(leadsTo ?? this.leading);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.owed = steps; // to be drawn as soon as the server is back
      this.fault(error.title);
    } finally {
      this.leading = undefined;
      button.removeAttribute("aria-busy");
    }
  }

  /** To the next step; with the keyboard, to its first control. */
  leads(step, held = false) {
    const section = step && document.getElementById(step);
    if (!section || section.hidden) return;
    const first = section.querySelector("input:checked, input[type=radio], button");
    if (held) first?.focus({ preventScroll: true });
    else if (step === "choose") section.querySelector("h2")?.focus({ preventScroll: true });
    section.scrollIntoView({ block: "start" });
  }

  /** After every drawing: what only scripts can do is shown, and what is not there yet asked for again. */
  settled() {
    for (const each of this.querySelectorAll("strength-slider, #sizes")) each.hidden = false;
    this.estimate.show();
    clearTimeout(this.again);
    if (this.querySelector("[data-again]")) this.again = setTimeout(() => this.shows(location.href, ["choose", "manner", "paint"]), OPENING);
  }

  fault(words) {
    const place = this.form.querySelector("#words-fault");
    place.textContent = words;
    place.hidden = !words;
  }

  paints() {
    const data = new FormData(this.form);
    const body = {
      title: data.get("title").trim(),
      description: data.get("description").trim(),
      content: data.get("content"),
      style: data.get("style"),
      recipe: { name: data.get("recipe"), ...changed(this.form) },
    };
    order(this.form.querySelector("#commission"), "/v1/paintings", body, "paintings", this.form.querySelector("#paint-fault"));
  }
}

customElements.define("commission-form", CommissionForm);
