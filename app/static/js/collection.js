// The collection's page.

import "./elements/collection-room.js";
import "./elements/favour-button.js";
