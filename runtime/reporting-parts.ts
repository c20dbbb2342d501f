import type { CopyPorts } from '../app/copies/copy-ports.ts';

/** How far a copy in parts has come, as far as a person waiting wants to know it. */
export type PartDone = { readonly bytes: number; readonly ofBytes: number };

/** Copies as the given ports do, and tells of every part that is done. Parts are begun in their order. */
export const reportingParts = (ports: CopyPorts, onPart: (part: PartDone) => void): CopyPorts => ({
  ...ports,
  uploads: {
    ...ports.uploads,
    copyPart: async (source, upload, range) => {
      const answer = await ports.uploads.copyPart(source, upload, range);
      if (answer.kind === 'part') {
        onPart({ bytes: range.last + 1, ofBytes: source.size });
      }
      return answer;
    },
  },
});
