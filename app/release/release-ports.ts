import type { AttributesReading } from '../../core/copies/attributes-reading.ts';
import type { Copied, CopyTask } from '../../core/copies/copy-task.ts';
import type { Refusal } from '../../core/copies/refusal.ts';
import type { TagReading } from '../../core/objects/object-facts.ts';
import type { Ref } from '../../core/objects/ref.ts';
import type { Release } from '../../core/quarantine/manifest.ts';
import type { RecordAct } from '../operator/under-record.ts';
import type { NoteRestored } from './noting-restored.ts';

/** All that a release writes with. Whatever AWS may do later is thrown. */
export type ReleasePorts = {
  readonly copyWhole: (task: CopyTask, timeLeft: () => number) => Promise<Copied>;
  readonly abandonCopy: (id: string) => Promise<void>;
  readonly readAttributes: (ref: Ref) => Promise<AttributesReading>;
  readonly readVersionTags: (ref: Ref) => Promise<TagReading | Refusal>;
  readonly putVersionTags: (
    ref: Ref,
    tags: Readonly<Record<string, string>>,
  ) => Promise<{ readonly kind: 'done' } | Refusal>;
  readonly noteRestored: NoteRestored;
  readonly noteRelease: (bucket: string, release: Release) => Promise<void>; // once: what is there stays
  readonly record: RecordAct;
  readonly now: () => Date;
};
