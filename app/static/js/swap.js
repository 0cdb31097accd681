// Swap: the server draws every part of a page; this fetches the page anew and hangs its changed parts in place.

import { leaf } from "./api.js";

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const turns = new Map(); // who asked for an element last

/**
 * Replace the elements of these ids by those of the page at `url`; with `motion` the old ones show through for a while.
 * An older answer never replaces a newer one. Returns whether anything was replaced.
 */
export async function swap(url, ids, { motion = false } = {}) {
  const turn = Symbol(url);
  for (const id of ids) turns.set(id, turn);
  const page = await leaf(url);
  const due = ids.filter((id) => turns.get(id) === turn);
  if (!due.length) return false;
  const hang = () => {
    for (const id of due) exchange(document.getElementById(id), page.getElementById(id));
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
