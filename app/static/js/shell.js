// The shell: what every page has.

import "./elements/theme-switch.js";
import "./elements/server-state.js";

// The page may have moved on since it was drawn: the other language is asked for where one is now.
document.addEventListener("click", ({ target }) => {
  const link = target.closest("a[hreflang]");
  if (link) link.search = new URLSearchParams({ back: location.pathname + location.search });
});
