// Swap: the server draws every part of a page; this fetches the page anew and hangs its changed parts in place.

import { leaf } from "./api.js";

const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** Replace the elements of these ids by those of the page at `url`. An older answer never replaces a newer one. */
export async function swap(url, ids, { motion = true } = {}) {
  const turn = (swap.turn = (swap.turn ?? 0) + 1);
  const page = await leaf(url);
  if (turn !== swap.turn) return false;
  const hang = () => {
    for (const id of ids) exchange(document.getElementById(id), page.getElementById(id));
    document.title = page.title;
  };
  if (motion && document.startViewTransition && !calm.matches) await document.startViewTransition(hang).updateCallbackDone;
  else hang();
  return true;
}

/** Whoever had the keyboard keeps it, where the new part has the same control. */
function exchange(old, young) {
  if (!old || !young) return;
  const held = old.contains(document.activeElement) ? document.activeElement.id : "";
  old.replaceWith(document.adoptNode(young));
  if (held) document.getElementById(held)?.focus({ preventScroll: true });
}
