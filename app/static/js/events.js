// Events: a stream that is followed until its end, over any number of lost lines and restarted servers.

const FIRST = 500; // milliseconds until a lost line is tried again
const LAST = 8000;
const HIDDEN = "pentimento.hidden"; // the lock of the one hidden page that may keep its line

/**
 * Calls `heard(kind, data)` for every event of the kinds; when it returns true, that was the last one.
 * A browser sends Last-Event-ID by itself only while its own connection lives, so the stream's ids are kept here:
 * events that were heard before are not told again. Returns a function that ends it.
 */
export function follow(url, kinds, heard) {
  let source, timer, last = 0, wait = FIRST, misses = 0;

  const told = (event) => {
    [wait, misses] = [FIRST, 0];
    const id = Number(event.lastEventId || 0);
    const state = id === last; // what carries no id of its own is a state, and may be told as often as it changes
    if (!state && id < last) return;
    last = id;
    if (heard(event.type, JSON.parse(event.data))) end();
  };

  const lost = () => {
    misses += 1;
    if (misses > 1) document.dispatchEvent(new CustomEvent("server:lost")); // once is a server that starts again
    if (source.readyState === EventSource.CONNECTING) return; // the browser is at it, with its Last-Event-ID
    timer = setTimeout(open, wait);
    wait = Math.min(wait * 2, LAST);
  };

  const open = () => {
    close();
    source = new EventSource(url);
    for (const kind of kinds) source.addEventListener(kind, told);
    source.addEventListener("error", lost);
  };

  const close = () => {
    clearTimeout(timer);
    source?.close();
  };

  const leave = sharing(open, close);
  const end = () => {
    leave();
    close();
  };
  return end;
}

/**
 * A browser has six lines to a server for all of its pages: pages that are seen have theirs, and of all that are
 * hidden one at a time. Returns a function that leaves.
 */
function sharing(open, close) {
  let waiting, done;

  const release = () => {
    waiting?.abort();
    done?.();
  };

  const seen = () => {
    release();
    if (!document.hidden) return open();
    close();
    waiting = new AbortController();
    const keeps = () => new Promise((given) => (done = given, open()));
    navigator.locks?.request(HIDDEN, { signal: waiting.signal }, keeps).catch(() => null); // in time, or never
  };

  document.addEventListener("visibilitychange", seen);
  seen();
  return () => {
    document.removeEventListener("visibilitychange", seen);
    release();
  };
}
