/** What a glob means, read aloud and tried out place by place: the reference for the real one. */
export const plainGlob = (glob: string, text: string): boolean => {
  const parts = glob.match(/\*\*|[^]/gu) ?? [];
  const characters = Array.from(text);
  const tried = new Map<string, boolean>();

  const matches = (at: number, from: number): boolean => {
    const place = `${at} ${from}`;
    const known = tried.get(place);
    if (known !== undefined) {
      return known;
    }
    const result = attempt(at, from);
    tried.set(place, result);
    return result;
  };

  const attempt = (at: number, from: number): boolean => {
    const part = parts[at];
    const character = characters[from];
    switch (part) {
      case undefined:
        return character === undefined;
      case '**':
        return matches(at + 1, from) || (character !== undefined && matches(at, from + 1));
      case '*':
        return (
          matches(at + 1, from) ||
          (character !== undefined && character !== '/' && matches(at, from + 1))
        );
      case '?':
        return character !== undefined && character !== '/' && matches(at + 1, from + 1);
      default:
        return character === part && matches(at + 1, from + 1);
    }
  };

  return matches(0, 0);
};
