/** The one of the candidates that was probably meant: at most a third of its letters differ. */
export const nearest = (text: string, candidates: readonly string[]): string | undefined => {
  if (text.length > 40) {
    return undefined;
  }
  const typed = plain(text);
  const [best] = candidates
    .map((candidate) => ({ candidate, distance: distance(typed, plain(candidate)) }))
    .filter((found) => found.distance <= Math.ceil(found.candidate.length / 3))
    .toSorted((a, b) => a.distance - b.distance);
  return best?.candidate;
};

/** `kmsKey`, `kms_key` and `KMS-Key` are all meant for `kms-key`. */
const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Letters to insert, delete or replace (Levenshtein). */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of a.split('').entries()) {
    const next = [i + 1];
    for (const [j, other] of b.split('').entries()) {
      const replace = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replace, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};
