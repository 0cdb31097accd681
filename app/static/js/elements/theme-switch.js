// <theme-switch>: the gallery by day or by night; the choice is kept in a cookie, so that pages arrive in it.

import { say } from "../words.js";

const YEAR = 365 * 86400;
const page = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");

class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    this.button = document.createElement("button");
    this.button.className = "button-plain";
    this.button.addEventListener("click", () => this.turn());
    this.append(this.button);
    this.show();
    dark.addEventListener("change", () => this.show());
  }

  get theme() {
    return page.dataset.theme ?? (dark.matches ? "night" : "day");
  }

  turn() {
    page.dataset.theme = this.theme === "day" ? "night" : "day";
    document.cookie = `theme=${page.dataset.theme}; path=/; max-age=${YEAR}; samesite=lax`;
    this.show();
  }

  show() {
    const other = this.theme === "day" ? "night" : "day";
    const icons = new URL("../../icons/set.svg", import.meta.url).pathname;
    this.button.title = say(`theme.${other}`);
    this.button.setAttribute("aria-label", say(`theme.${other}`));
    this.button.innerHTML = `<svg class="icon" aria-hidden="true"><use href="${icons}#${other}"></use></svg>`;
  }
}

customElements.define("theme-switch", ThemeSwitch);
