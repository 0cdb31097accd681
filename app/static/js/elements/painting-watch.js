// <painting-watch>: follows one painting's events, and when it has ended asks the server for the page of its end.

import { ask, Problem } from "../api.js";
import { follow } from "../events.js";
import { notice } from "../notice.js";
import { swap } from "../swap.js";
import { duration, number, say } from "../words.js";

const KINDS = ["queued", "started", "iterate", "finished", "failed", "cancelled"];
const ENDS = ["finished", "failed", "cancelled"];
const SEEN = 20; // reports from which the pace is told
const name = document.title;

class PaintingWatch extends HTMLElement {
  connectedCallback() {
    this.scales = JSON.parse(this.dataset.scales);
    this.steps = Number(this.dataset.steps);
    this.curve = this.querySelector("loss-curve");
    this.picture = this.querySelector(".easel-picture");
    this.reports = [];
    this.querySelector("#cancel").addEventListener("click", (event) => this.cancel(event.target));
    this.end = follow(`/v1/paintings/${this.dataset.id}/events`, KINDS, (kind, data) => this.heard(kind, data));
  }

  disconnectedCallback() {
    this.end();
  }

  heard(kind, data) {
    if (ENDS.includes(kind)) {
      document.title = name;
      this.ended();
      return true;
    }
    this[kind](data);
    return false;
  }

  /** The page of the end; where the server went with its last words, as soon as it is back. */
  async ended() {
    try {
      await swap(location.href, ["painting"], { motion: true });
    } catch (error) {
      this.fault(error);
      document.addEventListener("server:back", () => this.ended(), { once: true });
    }
  }

  queued({ position, estimate }) {
    this.reports = [];
    this.status("queued");
    const before = position ? say("watch.position", { n: position }) : say("watch.next");
    const soon = estimate ? ` ${say("watch.estimate", { time: duration(estimate) })}` : "";
    this.querySelector("#position").textContent = before + soon;
  }

  started({ step }) {
    this.reports = [];
    this.status("running", step ? say("watch.resumed", { step }) : undefined);
    this.querySelector("#position").textContent = "";
  }

  iterate(data) {
    this.status("running");
    this.querySelector("#position").textContent = data.note ?? "";
    this.querySelector("#progress").value = data.step;
    this.reports = [...this.reports, { at: data.at, done: this.done(data.step) }].slice(-SEEN);
    this.tell(data);
    this.curve.add(data, this.steps);
    if (data.preview) this.show(data.preview);
    document.title = `${Math.floor((data.step / this.steps) * 100)} % · ${name}`;
  }

  /** Said once, when it changes: a live region that is told of every step would never be silent. */
  status(kind, words = say(`watch.${kind}`)) {
    const place = this.querySelector("#status");
    if (place.dataset.status === kind || place.dataset.status === "cancelling") return;
    place.dataset.status = kind;
    place.textContent = words;
  }

  tell({ step, scale, scales }) {
    const left = this.left(step);
    const words = [
      say("watch.step", { step: number(step), steps: number(this.steps) }),
      scales > 1 ? say("watch.scale", { scale, scales, size: this.scales[scale - 1]?.side ?? "" }) : "",
      left === null ? "" : say("watch.left", { time: duration(left) }),
    ];
    this.querySelector("#told").replaceChildren(
      ...words.filter(Boolean).map((text) => Object.assign(document.createElement("span"), { textContent: text })),
    );
  }

  /** What has been done of the whole work: a step at a fine scale is more of it than one at a coarse scale. */
  done(step) {
    let left = step;
    return this.scales.reduce((sum, { steps, cost }) => {
      const here = Math.min(left, steps);
      left -= here;
      return sum + here * cost;
    }, 0);
  }

  left(step) {
    const [first, last] = [this.reports[0], this.reports.at(-1)];
    const pace = (last.at - first.at) / (last.done - first.done);
    return Number.isFinite(pace) ? pace * (this.done(this.steps) - this.done(step)) : null;
  }

  /** The next picture takes the place of the last one when it is there, so that nothing flickers. */
  async show(url) {
    this.newest = url;
    const next = Object.assign(new Image(), { src: url });
    await next.decode().catch(() => null);
    if (this.newest !== url || !next.naturalWidth) return;
    this.picture.src = url;
    this.picture.classList.remove("easel-ground");
  }

  async cancel(button) {
    button.disabled = true;
    try {
      await ask("DELETE", `/v1/paintings/${this.dataset.id}`);
      this.querySelector("#status").textContent = say("watch.cancelling");
      this.querySelector("#status").dataset.status = "cancelling";
    } catch (error) {
      button.disabled = false;
      this.fault(error);
    }
  }

  fault(error) {
    if (!(error instanceof Problem)) throw error;
    notice(this.querySelector("#watch-fault"), error);
  }
}

customElements.define("painting-watch", PaintingWatch);
