import { assertNever } from '../../core/assert-never.ts';
import { flawOfQuarantined } from '../../core/quarantine/flaw-of-quarantined.ts';
import type { MoveManifest } from '../../core/quarantine/manifest.ts';
import { moveTask } from '../../core/quarantine/move-task.ts';
import type { MovePorts } from './quarantine-ports.ts';

/** What is wrong with the copy that a manifest is about, or `undefined` where it is the whole object. */
export const flawInQuarantine = async (
  { readAttributes, quarantine }: Pick<MovePorts, 'readAttributes' | 'quarantine'>,
  { intentId, source, copyEtag }: MoveManifest,
): Promise<string | undefined> => {
  const task = moveTask(intentId, source, quarantine);
  const reading = await readAttributes(task.to);
  switch (reading.kind) {
    case 'attributes':
      return reading.attributes.etag === copyEtag
        ? flawOfQuarantined(task, reading.attributes)
        : 'it is another one than its manifest names';
    case 'gone':
      return 'it is not there';
    case 'unreadable':
      return `it cannot be read: ${reading.words ?? reading.cause}`;
    default:
      return assertNever(reading);
  }
};
