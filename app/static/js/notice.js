// Notices: a problem in words, where it belongs.

import { language, say } from "./words.js";

/** What the matter is; the server's own detail, which is English, below it. */
export function notice(place, problem) {
  const box = document.createElement("div");
  box.className = "notice";
  const line = (text, className, lang = language) => {
    const made = document.createElement("p");
    Object.assign(made, { textContent: text, className, lang });
    box.append(made);
  };
  line(problem.title, "");
  if (problem.detail && problem.type !== "lost") line(problem.detail, "small soft sentence", "en");
  if (problem.again) line(say("problem.again", { n: problem.again }), "small");
  place.replaceChildren(box);
}
