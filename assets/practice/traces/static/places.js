// Each place that keeps a word without a person's hand: puts it there, and says whether it is found there again.
import { KEPT } from "./kept.js";
import { SHOWN } from "./shown.js";
import { SENT } from "./sent.js";

export const PLACES = { ...KEPT, ...SENT, ...SHOWN };
