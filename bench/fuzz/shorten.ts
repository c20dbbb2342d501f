/** The text without whatever it needs not have to be as wrong: chunks of half its length first, then ever smaller. */
export const shorten = (text: string, isWrong: (text: string) => boolean, most = 2000): string => {
  let shortest = text;
  let tries = 0;
  for (
    let size = Math.ceil(text.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let at = 0; at < shortest.length && tries < most;) {
      const without = shortest.slice(0, at) + shortest.slice(at + size);
      tries += 1;
      if (isWrong(without)) shortest = without;
      else at += size;
    }
  }
  return shortest;
};
