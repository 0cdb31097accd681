// Recipes: read out of a painting that was made here, and told in the first room's address.

import { ask } from "./api.js";

const END = 1 << 18; // bytes

/** What a painting tells of itself; null for a picture that tells nothing. */
export async function recipeOf(file) {
  if (!(await mayTell(file))) return null;
  return ask("POST", "/v1/pictures/recipe", file).catch((error) => {
    if (error.type === "bad-picture") return null;
    throw error;
  });
}

/** Our name stands in every note, at one end of its file: who sends a photograph asks the server no wrong question. */
async function mayTell(file) {
  const ends = new Blob([file.slice(0, END), file.slice(-END)]);
  return new TextDecoder("latin1").decode(await ends.arrayBuffer()).includes("pentimento");
}

/** A recipe's fields and a painting's works, as the address of the first room takes them. */
export function fields({ recipe, painting }) {
  const { name, ...settings } = recipe;
  const text = (value) => (typeof value === "object" ? Object.entries(value).map((each) => each.join(":")).join(", ") : value);
  const told = Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, text(value)]));
  return { recipe: name, ...told, ...(painting ? { content: painting.content, style: painting.style } : {}) };
}

export const address = (told) => `/?${new URLSearchParams(fields(told))}#paint`;
