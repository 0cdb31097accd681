// Recipes: read out of a painting that was made here, and told in the first room's address.

import { ask } from "./api.js";

/** What the painting tells of itself; a picture that tells nothing is a Problem. */
export const recipeOf = (file) => ask("POST", "/v1/pictures/recipe", file);

/** A recipe's fields and a painting's works, as the address of the first room takes them. */
export function fields({ recipe, painting }) {
  const { name, ...settings } = recipe;
  const text = (value) => (typeof value === "object" ? Object.entries(value).map((each) => each.join(":")).join(", ") : value);
  const told = Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, text(value)]));
  return { recipe: name, ...told, ...(painting ? { content: painting.content, style: painting.style } : {}) };
}

export const address = (told) => `/?${new URLSearchParams(fields(told))}#paint`;
