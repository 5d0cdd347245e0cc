// On the pages around a shift, which have no bar of keys: the keys that lead back to the work.

import { listen } from "/assets/keys.js";

listen();
