// Orders: a button asks for paintings, once, and the page goes to watch them.

import { ask, Problem } from "./api.js";
import { notice } from "./notice.js";

const wishes = new WeakMap(); // what a button has asked for and not yet got

/** Asks at `url`, and goes to what was asked for in `room`; what is wrong is said at `place`. */
export async function order(button, url, body, room, place) {
  button.disabled = true;
  try {
    const { id } = await ask("POST", url, body, { "Idempotency-Key": key(button, url, body) });
    wishes.delete(button);
    addEventListener("pageshow", () => (button.disabled = false), { once: true }); // should one come back to this page
    location.assign(`/${room}/${id}`);
  } catch (error) {
    button.disabled = false;
    if (!(error instanceof Problem)) throw error;
    notice(place, error);
  }
}

/** The same wish keeps its key: sent again after a lost line, it does not paint twice. */
function key(button, url, body) {
  const told = `${url} ${JSON.stringify(body)}`;
  if (wishes.get(button)?.told !== told) wishes.set(button, { told, key: crypto.getRandomValues(new Uint32Array(4)).join("-") });
  return wishes.get(button).key;
}
