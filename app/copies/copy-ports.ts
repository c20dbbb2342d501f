import type { AttributesReading } from '../../core/copies/attributes-reading.ts';
import type { CopyProgress } from '../../core/copies/copy-progress.ts';
import type { CopyTask } from '../../core/copies/copy-task.ts';
import type { KeyVersion } from '../../core/copies/key-version.ts';
import type { Made } from '../../core/copies/made.ts';
import type { AnnotationEntry, ObjectAttributes } from '../../core/copies/object-attributes.ts';
import type { PartRange } from '../../core/copies/part-plan.ts';
import type { Refusal } from '../../core/copies/refusal.ts';
import type { NoUpload, UploadedPart, UploadRef } from '../../core/copies/upload.ts';
import type { Reading } from '../../core/objects/object-facts.ts';
import type { Ref } from '../../core/objects/ref.ts';
import type { BucketVersioning } from '../../core/orders/plan-facts.ts';

/** What verifying a copy takes: one HEAD with its checksum. */
export type CopyMade = Pick<ObjectAttributes, 'etag' | 'size' | 'encryption' | 'checksum'>;

export type UploadPorts = {
  readonly create: (task: CopyTask) => Promise<({ readonly kind: 'upload' } & UploadRef) | Refusal>;
  readonly copyPart: (
    source: ObjectAttributes,
    upload: UploadRef,
    range: PartRange,
  ) => Promise<{ readonly kind: 'part' } | Refusal | NoUpload>;
  readonly listParts: (
    upload: UploadRef,
    after: number,
  ) => Promise<{ readonly kind: 'parts'; readonly parts: readonly UploadedPart[] } | NoUpload>;
  readonly complete: (
    task: CopyTask,
    upload: UploadRef,
    parts: readonly UploadedPart[],
  ) => Promise<Made | Refusal | NoUpload>;
  readonly abort: (upload: UploadRef) => Promise<void>;
};

export type ProgressPorts = {
  readonly read: (id: string) => Promise<CopyProgress | undefined>;
  readonly begin: (progress: CopyProgress) => Promise<CopyProgress>; // what is there now: another's upload stays
  readonly advance: (id: string, uploadId: string, done: number) => Promise<void>;
  readonly noteMade: (id: string, uploadId: string, made: string) => Promise<void>; // `nameOfMade`
  readonly end: (progress: Pick<CopyProgress, 'id' | 'upload'>) => Promise<void>;
};

/** Everything that copying needs. Whatever AWS may do later is thrown. */
export type CopyPorts = {
  readonly readAttributes: (ref: Ref) => Promise<AttributesReading>;
  readonly readObject: (ref: Ref) => Promise<Reading>; // without a version id: the current one
  readonly readCopy: (ref: Ref) => Promise<CopyMade>;
  readonly readVersioning: (bucket: string) => Promise<BucketVersioning>;
  readonly versionsOfKey: (bucket: string, key: string) => Promise<readonly KeyVersion[]>; // newest first
  readonly copyObject: (task: CopyTask) => Promise<Made | Refusal>;
  readonly uploads: UploadPorts;
  readonly listAnnotations: (ref: Ref) => Promise<readonly AnnotationEntry[]>;
  readonly carryAnnotation: (name: string, from: Ref, to: Ref, onlyIfEtag: string) => Promise<void>;
  readonly progress: ProgressPorts;
  readonly now: () => Date;
  readonly largestCopy: number; // bytes that one CopyObject is asked for
  readonly partBytes: number; // that a part should have where nothing else decides
  readonly leastPartBytes: number; // 5 MiB, but in simulations
  readonly atOnce: number; // parts or annotations copied at the same time
};
