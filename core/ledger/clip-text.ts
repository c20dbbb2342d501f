/** At most `most` UTF-16 units, a cut marked with `…`. Never splits a surrogate pair. */
export const clipText = (text: string, most: number): string => {
  if (text.length <= most) {
    return text;
  }
  const end = most - 1;
  const splits = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return `${text.slice(0, splits ? end - 1 : end)}…`;
};
