// The page of curating: it asks again until the collection has been surveyed.

import { Problem } from "./api.js";
import { swap } from "./swap.js";

const AGAIN = 2000; // milliseconds

async function looks() {
  try {
    await swap(location.href, ["curated"]);
  } catch (error) {
    if (!(error instanceof Problem)) throw error; // the server that is lost is told of by itself
  }
  waits();
}

function waits() {
  if (document.querySelector("#curated[data-coming]")) setTimeout(looks, AGAIN);
}

waits();
