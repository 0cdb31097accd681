// Words: what scripts say, from the same table as the templates, and numbers as the reader's language writes them.

const page = document.documentElement;
const table = await (await fetch(page.dataset.strings)).json();

export const language = page.lang;

/** The string of a key; `n` chooses between `key.one` and `key.other` where there are both. */
export function say(key, values = {}) {
  const chosen = "n" in values && `${key}.other` in table ? `${key}.${values.n === 1 ? "one" : "other"}` : key;
  return table[chosen].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export const knows = (key) => key in table;

export function number(value, digits = 0) {
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
}

/** Seconds as a person would tell them: no more exact than they can be known. */
export function duration(seconds) {
  if (seconds < 10) return say("time.seconds", { n: Math.max(1, Math.round(seconds)) });
  if (seconds < 90) return say("time.seconds", { n: Math.round(seconds / 5) * 5 });
  if (seconds < 5400) return say("time.minutes", { n: Math.round(seconds / 60) });
  return say("time.hours", { n: Math.round(seconds / 3600) });
}
