// <loss-curve>: the losses over the steps, on a scale of powers of ten; fed step by step, or from `data-src`.

import { ask } from "../api.js";
import { number, say } from "../words.js";

const [WIDTH, HEIGHT, LEFT, BOTTOM] = [400, 170, 34, 20];
const LOSSES = ["content", "style", "total"];
const SHAPES = "http://www.w3.org/2000/svg";
const PAUSE = 200; // milliseconds between two drawings

class LossCurve extends HTMLElement {
  points = [];

  connectedCallback() {
    const parent = this.closest("details");
    if (this.dataset.src) parent.addEventListener("toggle", () => this.fetched(), { once: true });
  }

  async fetched() {
    const { losses } = await ask("GET", this.dataset.src);
    this.points = losses;
    this.steps = losses.at(-1)?.step ?? 1;
    this.draw();
  }

  add(point, steps) {
    this.steps = steps;
    this.points = [...this.points.filter(({ step }) => step < point.step), point]; // a painting may go back to a checkpoint
    this.timer ??= setTimeout(() => this.draw(), PAUSE);
  }

  draw() {
    this.timer = undefined;
    const values = this.points.flatMap((point) => LOSSES.map((loss) => point[loss])).filter((value) => value > 0);
    if (!values.length) return;
    this.low = Math.floor(Math.log10(Math.min(...values)));
    this.high = Math.max(this.low + 1, Math.ceil(Math.log10(Math.max(...values))));
    const picture = shape("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": this.words() });
    picture.append(...this.powers(), ...this.scales(), ...this.lines(), ...this.ends());
    this.replaceChildren(picture, legend());
    this.hidden = false;
  }

  x = (step) => LEFT + (step / this.steps) * (WIDTH - LEFT - 4);
  y = (loss) => 6 + ((this.high - Math.log10(loss)) / (this.high - this.low)) * (HEIGHT - BOTTOM - 10);

  lines() {
    return LOSSES.map((loss) => {
      const known = this.points.filter((point) => point[loss] > 0);
      const path = known.map((point) => `${this.x(point.step).toFixed(1)},${this.y(point[loss]).toFixed(1)}`);
      return shape("polyline", { points: path.join(" "), class: `curve-line curve-${loss}` });
    });
  }

  /** No more than five powers are named. */
  powers() {
    const each = Math.ceil((this.high - this.low) / 4);
    const named = [];
    for (let power = this.low; power <= this.high; power += each) {
      const y = this.y(10 ** power);
      named.push(shape("line", { x1: LEFT, x2: WIDTH, y1: y, y2: y, class: "curve-scale" }));
      const label = shape("text", { x: LEFT - 6, y: y + 4, "text-anchor": "end" });
      label.append("10", Object.assign(shape("tspan", { dy: -4, "font-size": 9 }), { textContent: power }));
      named.push(label);
    }
    return named;
  }

  /** Where a finer scale begins, the losses are of another picture. */
  scales() {
    const begins = this.points.filter((point, i) => i && point.scale !== this.points[i - 1].scale);
    return begins.map(({ step }) => shape("line", { x1: this.x(step), x2: this.x(step), y1: 6, y2: HEIGHT - BOTTOM, class: "curve-scale" }));
  }

  ends() {
    const [first, last] = [shape("text", { x: LEFT, y: HEIGHT - 3 }), shape("text", { x: WIDTH - 4, y: HEIGHT - 3, "text-anchor": "end" })];
    first.textContent = "0";
    last.textContent = say("curve.steps", { n: this.steps });
    return [first, last];
  }

  words() {
    const last = this.points.at(-1);
    return say("curve.alt", { step: last.step, total: number(last.total, 4) });
  }
}

function shape(name, attributes) {
  const made = document.createElementNS(SHAPES, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function legend() {
  const made = Object.assign(document.createElement("p"), { className: "curve-legend" });
  for (const loss of LOSSES) {
    const entry = document.createElement("span");
    entry.append(Object.assign(document.createElement("i"), { className: `curve-${loss}` }), say(`curve.${loss}`));
    made.append(entry);
  }
  return made;
}

customElements.define("loss-curve", LossCurve);
