// On the pages around a shift: the keys that lead back to the work.

import { listen, showBar } from "/assets/keys.js";

listen();
showBar();
