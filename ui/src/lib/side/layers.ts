// The layers of marks, in the order of their switches and keys 1 to 7. Figures have no switch: they are always shown.

import type { MarkLayer } from "../backend/types.gen";
import type { Key } from "../lang/ar";
import type { IconName } from "../shared/icons";

export type Layer = Exclude<MarkLayer, "figure">;

/** One switch: its words, and the sample of its mark (letters drawn with it) or its sign. */
export interface LayerSwitch {
  readonly layer: Layer;
  readonly label: Key;
  readonly sample: Key | null;
  readonly icon: IconName | null;
}

export const LAYERS: readonly LayerSwitch[] = [
  { layer: "word", label: "layer.word", sample: "layer.word.sample", icon: null },
  { layer: "clitic", label: "layer.clitic", sample: "layer.clitic.sample", icon: null },
  { layer: "spelling", label: "layer.spelling", sample: "layer.spelling.sample", icon: null },
  { layer: "digits", label: "layer.digits", sample: "layer.digits.sample", icon: null },
  { layer: "voice", label: "layer.voice", sample: null, icon: "voice" },
  { layer: "naming", label: "layer.naming", sample: null, icon: "naming" },
  { layer: "moved", label: "layer.moved", sample: "layer.moved.sample", icon: null },
];

/** Loaded names are off at first: they are most of a text, and a view of their own will count them. So are moved words: Arabic
    moves its words freely, and mostly nothing is meant by it. */
export const DEFAULT_LAYERS: readonly Layer[] = ["word", "clitic", "spelling", "digits", "voice"];
