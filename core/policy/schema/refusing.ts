import type * as z from 'zod';
import type { Complaint, Flaw } from '../document/complaint.ts';

type Check<T> = (payload: z.core.ParsePayload<T>) => void;

/** Makes a zod check out of a function that finds what is wrong with a value. */
export const refusing =
  <T>(flawOf: (value: T) => Flaw | undefined): Check<T> =>
  (payload) => {
    // an object that looks empty may only have had its fields misspelt
    const flaw = payload.issues.length > 0 ? undefined : flawOf(payload.value);
    if (flaw !== undefined) {
      payload.issues.push(issueOf({ ...flaw, path: [] }, payload.value));
    }
  };

/** The same for functions that find several things, deeper inside. */
export const refusingAll =
  <T>(complaintsAbout: (value: T) => readonly Complaint[]): Check<T> =>
  (payload) => {
    payload.issues.push(
      ...complaintsAbout(payload.value).map((complaint) => issueOf(complaint, payload.value)),
    );
  };

const issueOf = ({ path, message, ...params }: Complaint, input: unknown) => ({
  code: 'custom' as const,
  path: [...path],
  message,
  params,
  input,
});
