import { type CopyStatus, hasUpload } from './stack-status.ts';

/**
 * Milliseconds. An order that gets nowhere is delivered five times, half an hour apart, and is a dead letter after 2.5
 * hours, though what is noted of its copy stays for days. The rest of the day is for large copies that get on.
 */
export const LONGEST_COPY = 24 * 60 * 60 * 1000;

/** Whether nothing goes on with the upload of a copy any more, as far as its age tells. */
export const isStalled = (copy: CopyStatus, now: Date): boolean =>
  hasUpload(copy) && now.getTime() - Date.parse(copy.progress.startedAt) > LONGEST_COPY;
