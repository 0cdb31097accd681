// A map of works that one can pan, zoom and click: <work-map> draws what its JSON tells, or what its `src` answers.
//
// {"works": [{"id", "title", "note", "cluster", "label", "page"}], "maps": {"name": [[x, y], …]}, "labels": […],
//  "atlas": URL, "cell": pixels, "columns": how many} with x and y from 0 to 1, and each work's thumbnail in the atlas.

const COLOURS = [
  "#26419b", "#b4532a", "#4c7a52", "#8a5a9e", "#c98a3c", "#2f8f8a", "#a8324a", "#6b7a2e", "#5a6b8f", "#8f6b4a",
];
const NONE = "#8d877d";
const MOST = 60; // times closer than the whole
const CALM = 500; // milliseconds from one map to another

class WorkMap extends HTMLElement {
  async connectedCallback() {
    if (this.canvas) return;
    const told = this.querySelector("script[type='application/json']");
    this.data = told ? JSON.parse(told.textContent) : await (await fetch(this.getAttribute("src"))).json();
    this.atlas = new Image();
    this.atlas.src = this.data.atlas;
    await this.atlas.decode();
    this.names = Object.keys(this.data.maps);
    this.places = this.data.maps[this.names[0]].map((place) => [...place]);
    this.by = this.data.labels.length ? "label" : "cluster";
    this.view = { x: 0.5, y: 0.5, zoom: 1 };
    this.chosen = -1;
    this.draw = this.draw.bind(this);
    this.build();
    this.listen();
    new ResizeObserver(() => this.ask()).observe(this.canvas);
  }

  build() {
    this.canvas = document.createElement("canvas");
    this.canvas.tabIndex = 0;
    this.canvas.setAttribute("role", "img");
    this.canvas.setAttribute("aria-label", this.getAttribute("label") ?? "Map");
    this.tools = element("div", "map-tools");
    for (const name of this.names) this.tools.append(this.button(name, () => this.turnTo(name), name === this.names[0]));
    if (this.data.labels.length) {
      const swap = this.button(this.getAttribute("by-cluster") ?? "clusters", () => {
        this.by = this.by === "label" ? "cluster" : "label";
        swap.setAttribute("aria-pressed", String(this.by === "cluster"));
        this.key();
        this.ask();
      });
      this.tools.append(swap);
    }
    this.legend = element("ul", "map-key");
    this.card = element("div", "map-card");
    this.card.setAttribute("role", "status"); // what was chosen by keys is said aloud
    this.card.hidden = true;
    this.append(this.canvas, this.tools, this.legend, this.card);
    this.key();
  }

  button(text, act, pressed = false) {
    const button = element("button", "map-button");
    button.type = "button";
    button.textContent = text;
    button.setAttribute("aria-pressed", String(pressed));
    button.addEventListener("click", act);
    return button;
  }

  group(row) {
    const work = this.data.works[row];
    return this.by === "label" ? this.data.labels.indexOf(work.label) : work.cluster;
  }

  key() {
    const counts = new Map();
    this.data.works.forEach((_, row) => counts.set(this.group(row), (counts.get(this.group(row)) ?? 0) + 1));
    const groups = [...counts].sort((a, b) => (a[0] < 0) - (b[0] < 0) || a[0] - b[0]);
    this.legend.replaceChildren(
      ...groups.slice(0, 24).map(([group, many]) => {
        const item = element("li", "");
        const dot = element("i", "");
        dot.style.background = colour(group);
        item.append(dot, `${this.called(group)} ${many}`);
        return item;
      }),
    );
  }

  called(group) {
    if (group < 0) return "–";
    return this.by === "label" ? this.data.labels[group] : `${group + 1}:`;
  }

  turnTo(name) {
    for (const button of this.tools.children)
      if (this.names.includes(button.textContent)) button.setAttribute("aria-pressed", String(button.textContent === name));
    const from = this.places.map((place) => [...place]);
    const to = this.data.maps[name];
    const begun = performance.now();
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const step = (now) => {
      const share = still ? 1 : Math.min(1, Math.max(0, (now - begun) / CALM));
      const eased = 1 - (1 - share) ** 3;
      this.places = from.map(([x, y], row) => [x + (to[row][0] - x) * eased, y + (to[row][1] - y) * eased]);
      this.draw();
      if (share < 1) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  ask() {
    if (!this.asked) this.asked = requestAnimationFrame(this.draw);
  }

  get measure() {
    return 0.88 * Math.min(this.canvas.clientWidth, this.canvas.clientHeight) * this.view.zoom;
  }

  get size() {
    const crowd = Math.sqrt(this.data.works.length);
    const most = (14 + 26 * Math.sqrt(this.view.zoom)) * clamp(14 / crowd, 1, 2); // few may be larger
    return Math.max(5, Math.min(this.data.cell, (1.15 * this.measure) / crowd, most));
  }

  at(row) {
    const [x, y] = this.places[row];
    return [
      this.canvas.clientWidth / 2 + (x - this.view.x) * this.measure,
      this.canvas.clientHeight / 2 - (y - this.view.y) * this.measure,
    ];
  }

  draw() {
    this.asked = 0;
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const dense = devicePixelRatio || 1;
    if (this.canvas.width !== Math.round(width * dense) || this.canvas.height !== Math.round(height * dense)) {
      this.canvas.width = Math.round(width * dense);
      this.canvas.height = Math.round(height * dense);
    }
    const pen = this.canvas.getContext("2d");
    pen.setTransform(dense, 0, 0, dense, 0, 0);
    pen.clearRect(0, 0, width, height);
    const size = this.size;
    const order = this.data.works.keys();
    for (const row of order) if (row !== this.chosen) this.work(pen, row, size, width, height);
    if (this.chosen >= 0) this.work(pen, this.chosen, size * 1.25, width, height);
  }

  work(pen, row, size, width, height) {
    const [x, y] = this.at(row);
    if (x < -size || y < -size || x > width + size || y > height + size) return;
    const { cell, columns, works } = this.data;
    const [wide, high] = works[row].shape;
    const [w, h] = [size * wide, size * high];
    const edge = row === this.chosen ? 4 : Math.max(1.5, size / 22);
    pen.fillStyle = colour(this.group(row));
    pen.fillRect(x - w / 2 - edge, y - h / 2 - edge, w + 2 * edge, h + 2 * edge);
    const left = (row % columns) * cell + (cell * (1 - wide)) / 2;
    const top = Math.floor(row / columns) * cell + (cell * (1 - high)) / 2;
    pen.drawImage(this.atlas, left, top, cell * wide, cell * high, x - w / 2, y - h / 2, w, h);
  }

  listen() {
    const touches = new Map();
    let moved = 0;
    this.canvas.addEventListener("pointerdown", (event) => {
      this.canvas.setPointerCapture(event.pointerId);
      touches.set(event.pointerId, [event.offsetX, event.offsetY]);
      if (touches.size === 1) moved = 0;
    });
    this.canvas.addEventListener("pointermove", (event) => {
      const before = touches.get(event.pointerId);
      if (!before) return;
      const [dx, dy] = [event.offsetX - before[0], event.offsetY - before[1]];
      moved += Math.abs(dx) + Math.abs(dy);
      const other = [...touches].find(([id]) => id !== event.pointerId)?.[1];
      if (other) {
        const apart = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);
        const now = [event.offsetX, event.offsetY];
        this.zoom(apart(now, other) / Math.max(1, apart(before, other)), (now[0] + other[0]) / 2, (now[1] + other[1]) / 2);
      } else this.pan(dx, dy);
      touches.set(event.pointerId, [event.offsetX, event.offsetY]);
    });
    const end = (event) => {
      if (touches.delete(event.pointerId) && moved < 6 && event.type === "pointerup")
        this.choose(this.under(event.offsetX, event.offsetY));
    };
    this.canvas.addEventListener("pointerup", end);
    this.canvas.addEventListener("pointercancel", end);
    this.canvas.addEventListener(
      "wheel",
      (event) => {
        event.preventDefault();
        this.zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)), event.offsetX, event.offsetY);
      },
      { passive: false },
    );
    this.canvas.addEventListener("dblclick", () => this.reset());
    this.canvas.addEventListener("keydown", (event) => this.typed(event));
  }

  typed(event) {
    const step = 60;
    const acts = {
      ArrowLeft: () => this.pan(step, 0),
      ArrowRight: () => this.pan(-step, 0),
      ArrowUp: () => this.pan(0, step),
      ArrowDown: () => this.pan(0, -step),
      "+": () => this.zoom(1.3),
      "-": () => this.zoom(1 / 1.3),
      0: () => this.reset(),
      Enter: () => this.choose(this.under(this.canvas.clientWidth / 2, this.canvas.clientHeight / 2, Infinity)),
      Escape: () => this.choose(-1),
    };
    if (!acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  }

  pan(dx, dy) {
    this.view.x = clamp(this.view.x - dx / this.measure, -0.2, 1.2);
    this.view.y = clamp(this.view.y + dy / this.measure, -0.2, 1.2);
    this.ask();
  }

  zoom(by, x = this.canvas.clientWidth / 2, y = this.canvas.clientHeight / 2) {
    const [dx, dy] = [x - this.canvas.clientWidth / 2, y - this.canvas.clientHeight / 2];
    const before = this.measure;
    this.view.zoom = clamp(this.view.zoom * by, 0.6, MOST);
    this.view.x += dx / before - dx / this.measure;
    this.view.y -= dy / before - dy / this.measure;
    this.ask();
  }

  reset() {
    this.view = { x: 0.5, y: 0.5, zoom: 1 };
    this.ask();
  }

  under(x, y, reach = 0.7 * this.size) {
    let [found, nearest] = [-1, reach];
    this.data.works.forEach((_, row) => {
      const [left, top] = this.at(row);
      const away = Math.hypot(left - x, top - y);
      if (away <= nearest) [found, nearest] = [row, away];
    });
    return found;
  }

  choose(row) {
    this.chosen = row;
    this.card.hidden = row < 0;
    if (row >= 0) this.tell(row);
    this.ask();
  }

  tell(row) {
    const work = this.data.works[row];
    const { cell, columns } = this.data;
    const picture = element("canvas", "map-picture");
    const [wide, high] = work.shape;
    [picture.width, picture.height] = [Math.round(cell * wide), Math.round(cell * high)];
    const [left, top] = [(row % columns) * cell + (cell * (1 - wide)) / 2, Math.floor(row / columns) * cell + (cell * (1 - high)) / 2];
    picture.getContext("2d").drawImage(this.atlas, left, top, cell * wide, cell * high, 0, 0, picture.width, picture.height);
    const title = element(work.page ? "a" : "b", "");
    if (work.page) title.href = work.page;
    title.textContent = work.title || work.id;
    const note = element("span", "");
    note.textContent = [work.note, work.label].filter(Boolean).join(" · ");
    this.card.replaceChildren(picture, title, note);
  }
}

function element(kind, name) {
  const made = document.createElement(kind);
  if (name) made.className = name;
  return made;
}

function colour(group) {
  return group < 0 ? NONE : COLOURS[group % COLOURS.length];
}

function clamp(value, least, most) {
  return Math.min(most, Math.max(least, value));
}

customElements.define("work-map", WorkMap);
