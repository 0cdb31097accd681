// The API's client: JSON in and out, and every failure a Problem that can be shown in words.

import { knows, say } from "./words.js";

/** What an RFC 9457 document tells, or `lost` when no answer came at all. */
export class Problem extends Error {
  constructor({ type = "/problems/internal", status = 0, detail = "", errors = [] }, again = 0) {
    super(detail);
    Object.assign(this, { type: type.replace("/problems/", ""), status, detail, errors, again });
  }

  /** A line for whoever reads the page. */
  get title() {
    return say(knows(`problem.${this.type}`) ? `problem.${this.type}` : "problem.internal");
  }
}

const MOST = Number(document.documentElement.dataset.upload); // bytes of a file

/** Method, address, and whatever is the body: an object goes as JSON, a file as it is. */
export async function ask(method, url, body, headers = {}) {
  if (body instanceof Blob && body.size > MOST) throw new Problem({ type: "too-large", detail: `it has ${megabytes(body.size)}, and ${megabytes(MOST)} are allowed` });
  const answer = await fetched(url, { method, ...packed(body, headers) });
  return answer.status === 204 ? null : answer.json();
}

const megabytes = (bytes) => `${Math.ceil(bytes / 1e6)} MB`;

/** The page at an address, as a document. */
export async function leaf(url) {
  const answer = await fetched(url, { headers: { Accept: "text/html" } });
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

async function fetched(url, options) {
  let answer;
  try {
    answer = await fetch(url, options);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    document.dispatchEvent(new CustomEvent("server:lost"));
    throw new Problem({ type: "lost" });
  }
  if (answer.ok || answer.headers.get("Content-Type")?.startsWith("text/html")) return answer;
  throw await problem(answer);
}

async function problem(answer) {
  const told = await answer.json().catch(() => ({ status: answer.status }));
  return new Problem(told, Number(answer.headers.get("Retry-After") ?? 0));
}

function packed(body, headers) {
  if (body === undefined) return { headers };
  if (body instanceof Blob) return { body, headers: { "Content-Type": body.type || "application/octet-stream", ...headers } };
  return { body: JSON.stringify(body), headers: { "Content-Type": "application/json", ...headers } };
}
