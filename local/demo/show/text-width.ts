// Code points that a terminal draws two cells wide; those that take none were made visible by showText, but for
// accents that combine with what is before them.
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u;
const COMBINING = /\p{Mn}/u;

const cellsOf = (point: string): number => (COMBINING.test(point) ? 0 : WIDE.test(point) ? 2 : 1);

/** Cells that a shown text takes in a terminal. */
export const widthOf = (text: string): number => {
  let cells = 0;
  for (const point of text) cells += cellsOf(point);
  return cells;
};

/** At most `width` cells, a cut marked with `…`. */
export const clip = (text: string, width: number): string => {
  if (widthOf(text) <= width) return text;
  let cells = 1; // of the mark
  let kept = '';
  for (const point of text) {
    cells += cellsOf(point);
    if (cells > width) break;
    kept += point;
  }
  return `${kept}…`;
};

/** Exactly `width` cells. */
export const fit = (text: string, width: number): string => {
  const clipped = clip(text, width);
  return clipped + ' '.repeat(Math.max(width - widthOf(clipped), 0));
};
