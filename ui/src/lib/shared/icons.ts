// The signs of the interface, as strokes on a 16 by 16 field. Drawn, not set: the fonts lack some of them.

/** One stroke; `fill` paints it in, `dash` breaks it. */
export interface Stroke {
  readonly d: string;
  readonly fill?: true;
  readonly dash?: string;
}

const circle = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

export const ICONS = {
  search: [{ d: circle(7, 7, 4.5) }, { d: "m10.5 10.5 3.5 3.5" }],
  filter: [{ d: "M2.5 4h11M4.5 8h7M6.5 12h3" }],
  theme: [{ d: circle(8, 8, 5.5) }, { d: "M8 2.5a5.5 5.5 0 0 1 0 11z", fill: true }],
  plus: [{ d: "M8 3v10M3 8h10" }],
  file: [{ d: "M4 2h5.5L12.5 5v9H4z" }, { d: "M9.2 2v3.3h3.3" }],
  save: [{ d: "M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13.2h10" }],
  folder: [{ d: "M2 12.5v-9h4l1.5 2H14v7z" }],
  text: [{ d: "M3 4h10M3 8h10M7 12h6" }],
  undo: [{ d: "M10 4 13.5 7.2 10 10.4M13 7.2H6.5a3.5 3.5 0 0 0 0 6.3H9" }],
  redo: [{ d: "M6 4 2.5 7.2 6 10.4M3 7.2h6.5a3.5 3.5 0 0 1 0 6.3H7" }],
  close: [{ d: "m4 4 8 8M12 4l-8 8" }],
  stop: [{ d: "M4 4h8v8H4z" }],
  warning: [{ d: "M8 2.5 14.5 13.5h-13z" }, { d: "M8 6.8v3.2M8 11.8v.1" }],
  check: [{ d: "m3 8.5 3.2 3.2L13 4.8" }],
  next: [{ d: "M10 3 5 8l5 5" }],
  down: [{ d: "m3.5 6 4.5 4.5L12.5 6" }],
  help: [{ d: circle(8, 8, 6) }, { d: "M6.2 6.4a1.9 1.9 0 1 1 2.6 1.8c-.6.3-.8.6-.8 1.2M8 11.6v.1" }],
  settings: [{ d: "M2.5 4.5h4M10 4.5h3.5M2.5 11.5H6M9.5 11.5h4" }, { d: circle(8.2, 4.5, 1.7) }, { d: circle(7.8, 11.5, 1.7) }],
  pencil: [{ d: "M3 13l.6-2.6L11 3l2 2-7.4 7.4z" }],
  voice: [{ d: "M9 4 5 8l4 4M13 4 9 8l4 4" }],
  naming: [{ d: "M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8z" }, { d: circle(8, 8, 1.8) }],
  language: [{ d: circle(8, 8, 6) }, { d: "M2 8h12M8 2c2 1.8 2.8 3.8 2.8 6S10 12.2 8 14c-2-1.8-2.8-3.8-2.8-6S6 3.8 8 2z" }],
  gap: [{ d: "M2.5 2.5h11v11h-11z", dash: "2.2 2.2" }, { d: "M6 8h4" }],
  agree: [{ d: "M3 6h10M3 10.5h10" }],
  figures: [{ d: "M2 5h7M7 11h7M2 3v4M9 3v4M7 9v4M14 9v4" }],
  clash: [{ d: "M3 5.5h10M3 10.5h10M11 2.5 5 13.5" }],
  deny: [{ d: circle(8, 8, 5.6) }, { d: "m4.2 4.2 7.6 7.6" }],
  mirror: [{ d: "M8 2v12M5.5 5 2.5 8l3 3M10.5 5l3 3-3 3" }],
  one: [{ d: circle(4, 8, 2.4), fill: true }, { d: "M9 8h1M12 8h1.5" }],
  admit: [{ d: "M8 13.5V4M4.5 7 8 3.5 11.5 7" }],
  apart: [{ d: "M2.5 9.2c1.6-3 3.4-3 5.5-1.2s3.9 1.8 5.5-1.2" }],
  same: [{ d: "M3 8h10" }],
  doubt: [{ d: "M6 6a2 2 0 1 1 2.8 1.9c-.6.3-.8.7-.8 1.4M8 12v.1" }],
  ask: [{ d: "M5.5 6a2.5 2.5 0 1 1 3.5 2.3c-.8.4-1 .9-1 1.7M8 12.6v.1" }],
  plan: [{ d: circle(8, 8, 5.6), dash: "2.2 2.2" }, { d: "M8 5v3.2l2 1.4" }],
  condition: [{ d: "M5 2.5v11M5 8h3.5a3 3 0 0 0 3-3V3" }],
  arrange: [{ d: "M5 3v10M2.8 5.2 5 3l2.2 2.2M11 13V3M8.8 10.8 11 13l2.2-2.2" }],
  more: [3.4, 8, 12.6].map((x) => ({ d: circle(x, 8, 0.5), fill: true as const })),
  board: [{ d: "M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10" }],
} as const satisfies Record<string, readonly Stroke[]>;

export type IconName = keyof typeof ICONS;
