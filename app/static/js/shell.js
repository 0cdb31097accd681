// The shell: what every page has.

import "./elements/theme-switch.js";
import "./elements/server-state.js";
