// <server-state>: says that the studio does not answer, asks until it does, and then tells the page so.

import { say } from "../words.js";

const FIRST = 1000; // milliseconds
const LAST = 10000;

class ServerState extends HTMLElement {
  connectedCallback() {
    document.addEventListener("server:lost", () => this.lost());
    addEventListener("online", () => this.timer && this.look());
  }

  lost() {
    if (this.timer) return;
    this.innerHTML = `<div class="notice"><p>${say("server.lost")}</p><p class="small">${say("server.again")}</p></div>`;
    this.wait = FIRST;
    this.later();
  }

  later() {
    this.timer = setTimeout(() => this.look(), this.wait);
    this.wait = Math.min(this.wait * 2, LAST);
  }

  async look() {
    clearTimeout(this.timer);
    const lives = await fetch("/livez").then((answer) => answer.ok, () => false);
    if (!lives) return this.later();
    this.timer = undefined;
    this.replaceChildren();
    document.dispatchEvent(new CustomEvent("server:back"));
  }
}

customElements.define("server-state", ServerState);
