// How a camp is told apart: a shape first, then a hue, and always its label. Positions past the last shape begin again,
// so that two camps may share a shape only where there are more than seven.

/** Camps with a shape and a hue of their own; 0 is the camp not assigned. */
export const CAMP_STYLES = 7;

/** The outline of each camp's shape on a 16 by 16 field; index = style. */
export const SHAPES: readonly string[] = [
  "M8 2l6.5 12h-13z", // 0: triangle, unassigned
  "M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0z", // 1: circle
  "M8 .8 15.2 8 8 15.2.8 8z", // 2: diamond
  "M2 2h12v12H2z", // 3: square
  "M5.6 1.5h4.8v4.1h4.1v4.8h-4.1v4.1H5.6v-4.1H1.5V5.6h4.1z", // 4: cross
  "M8 .6l2.2 5 5.4.5-4.1 3.6 1.3 5.4L8 12.3l-4.8 2.8 1.3-5.4L.4 6.1l5.4-.5z", // 5: star
  "M2 2h12L9.4 8 14 14H2l4.6-6z", // 6: hourglass
  "M1.5 4.5a6.5 6.5 0 0 0 13 0z M1.5 10.5h13v3h-13z", // 7: bowl on a bar
];

/** The style (1 to 7) of a position from 1; 0 for the camp not assigned. */
export function campStyle(position: number): number {
  return position <= 0 ? 0 : ((position - 1) % CAMP_STYLES) + 1;
}

/** The class that sets the camp's hue for what is inside. */
export function campClass(position: number | undefined): string {
  return `camp-${campStyle(position ?? 0)}`;
}
