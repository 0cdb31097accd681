// A sheet's page: watched while it is painted; any of it is looked at large, and promoted.

import "./elements/promote-button.js";
import "./elements/sheet-watch.js";
