import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'forbidden-is-gone',
  title: 'takes 403 for a missing object, as it is where the role may not list the bucket',
  file: 'aws/to-read-failure.ts',
  from: "      return { kind: 'unreadable', ref, cause: 'access-denied', words: wordsOf(error) };",
  to: "      return { kind: 'gone', ref, deleteMarker: false };",
  invariant: 5,
};
