// Zoom: a picture's real pixels in a dialog of their own, to be dragged and scrolled about.

import { say } from "./words.js";

const TIMES = [1, 2, 4]; // pixels of the screen for each of the picture's

export function zoom(url) {
  const view = document.createElement("dialog");
  view.className = "zoom";
  view.setAttribute("aria-label", say("look.zoom"));
  view.innerHTML = `
    <form method="dialog" class="zoom-tools">
      <fieldset class="chips">
        <legend class="unseen">${say("zoom.scale")}</legend>
        ${TIMES.map((n) => `<label><input type="radio" name="times" value="${n}"><span>${say("zoom.times", { n })}</span></label>`).join("")}
      </fieldset>
      <button class="button-plain view-close" aria-label="${say("view.close")}">✕</button>
    </form>
    <div class="zoom-room" tabindex="0" role="group" aria-label="${say("look.zoom")}"></div>`;
  const room = view.querySelector(".zoom-room");
  const picture = Object.assign(new Image(), { alt: "", draggable: false, src: url });
  const show = (times) => {
    picture.width = (picture.naturalWidth / devicePixelRatio) * times;
    room.scrollTo((room.scrollWidth - room.clientWidth) / 2, (room.scrollHeight - room.clientHeight) / 2);
  };
  room.append(picture);
  picture.addEventListener("load", () => view.querySelector("[name=times]").click());
  room.addEventListener("pointermove", (event) => dragged(room, event));
  view.addEventListener("change", (event) => show(Number(event.target.value)));
  view.addEventListener("close", () => view.remove());
  document.body.append(view);
  view.showModal();
  room.focus();
}

/** Fingers scroll by themselves. */
function dragged(room, event) {
  if (event.buttons && event.pointerType === "mouse") room.scrollBy(-event.movementX, -event.movementY);
}
