// A painting's page: watched while it comes into being, then looked at.

import "./elements/another-seed.js";
import "./elements/favour-button.js";
import "./elements/loss-curve.js";
import "./elements/painting-watch.js";
import "./elements/picture-compare.js";
import "./elements/picture-view.js";
import "./elements/promote-button.js";
