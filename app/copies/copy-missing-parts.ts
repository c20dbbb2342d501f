import type { UploadProgress } from '../../core/copies/copy-progress.ts';
import type { CopyTask } from '../../core/copies/copy-task.ts';
import { type PartRange, partRanges } from '../../core/copies/part-plan.ts';
import type { Refusal } from '../../core/copies/refusal.ts';
import type { NoUpload, UploadedPart } from '../../core/copies/upload.ts';
import { withLimit } from '../with-limit.ts';
import type { CopyPorts } from './copy-ports.ts';

type Stopped = { readonly kind: 'unfinished' } | Refusal | NoUpload;
type AllParts = { readonly kind: 'parts'; readonly parts: readonly UploadedPart[] };

/** Milliseconds that a part may take, at a pace far below S3's, and with it the answer. */
const timeForPart = (partBytes: number): number => 30_000 + (partBytes / (64 * 1024 ** 2)) * 1_000;

/** Copies the parts that are not there yet, as many as time allows. All parts as S3 lists them, once they are there. */
export const copyMissingParts = async (
  ports: CopyPorts,
  { id, attributes, to }: CopyTask,
  { uploadId, partBytes, done }: UploadProgress,
  timeLeft: () => number,
): Promise<AllParts | Stopped> => {
  const upload = { ...to, uploadId };
  const ranges = partRanges(attributes.size, partBytes);
  const listed = await ports.uploads.listParts(upload, done);
  if (listed.kind === 'no-upload') return listed;
  const there = new Set(listed.parts.filter((part) => isPart(ranges, part)).map(numberOf));
  const missing = ranges.filter(({ number }) => number > done && !there.has(number));

  let stopped: Stopped | { readonly kind: 'failed'; readonly error: unknown } | undefined;
  await withLimit(missing, ports.atOnce, async (range) => {
    if (stopped !== undefined) return;
    if (timeLeft() < timeForPart(partBytes)) {
      stopped = { kind: 'unfinished' };
      return;
    }
    try {
      const answer = await ports.uploads.copyPart(attributes, upload, range);
      if (answer.kind === 'part') there.add(range.number);
      else stopped ??= answer;
    } catch (error) {
      stopped ??= { kind: 'failed', error }; // thrown below, once no part is on its way any more
    }
  });
  if (stopped?.kind === 'failed') throw stopped.error;
  if (stopped?.kind === 'unfinished') {
    await ports.progress.advance(id, uploadId, allUpTo(there, done));
  }
  return stopped ?? listAll(ports, id, upload, ranges);
};

const numberOf = ({ number }: { readonly number: number }): number => number;

const isPart = (ranges: readonly PartRange[], { number, size }: UploadedPart): boolean => {
  const range = ranges[number - 1];
  return range !== undefined && range.last - range.first + 1 === size;
};

const allUpTo = (there: ReadonlySet<number>, done: number): number => {
  let last = done;
  while (there.has(last + 1)) last += 1;
  return last;
};

/** The list is what counts, not what was noted or answered: two tries at once may have copied the same part. */
const listAll = async (
  { uploads, progress }: CopyPorts,
  id: string,
  upload: Parameters<CopyPorts['uploads']['listParts']>[0],
  ranges: readonly PartRange[],
): Promise<AllParts | NoUpload> => {
  const listed = await uploads.listParts(upload, 0);
  if (listed.kind === 'no-upload') return listed;
  const parts = listed.parts.filter((part) => isPart(ranges, part));
  if (parts.length < ranges.length) {
    await progress.advance(id, upload.uploadId, 0);
    throw new Error(
      `S3 lists ${parts.length} of ${ranges.length} parts: looked for again next time`,
    );
  }
  return { kind: 'parts', parts };
};
