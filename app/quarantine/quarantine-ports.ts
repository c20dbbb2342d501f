import type { AttributesReading } from '../../core/copies/attributes-reading.ts';
import type { Copied, CopyTask, OnlyIf } from '../../core/copies/copy-task.ts';
import type { Refusal } from '../../core/copies/refusal.ts';
import type { BucketPolicyReading } from '../../core/guard/bucket-policy-reading.ts';
import type { RoleArn } from '../../core/guard/role-arn.ts';
import type { Reading, TagReading } from '../../core/objects/object-facts.ts';
import type { Ref } from '../../core/objects/ref.ts';
import type { BucketVersioning } from '../../core/orders/plan-facts.ts';
import type { Done } from '../../core/quarantine/done.ts';
import type { KeptManifest } from '../../core/quarantine/kept-manifest.ts';
import type { Manifest } from '../../core/quarantine/manifest.ts';
import type { Quarantine } from '../../core/quarantine/move-task.ts';

type Shared = {
  readonly stack: string;
  readonly now: () => Date;
  readonly readObject: (ref: Ref) => Promise<Reading>;
  readonly readAttributes: (ref: Ref) => Promise<AttributesReading>;
  readonly readManifest: (bucket: string, intentId: string) => Promise<KeptManifest | undefined>;
  /** Writes it if what is there is what was expected, and answers the one that is there then. */
  readonly keepManifest: (
    manifest: Manifest,
    onlyIf: OnlyIf,
  ) => Promise<{ readonly kind: 'kept'; readonly manifest: Manifest } | Refusal>;
};

export type MovePorts = Shared & {
  readonly quarantine: Quarantine;
  readonly readVersioning: (bucket: string) => Promise<BucketVersioning>;
  readonly copyWhole: (task: CopyTask, timeLeft: () => number) => Promise<Copied>;
  /** Clears away what an earlier attempt began to copy in parts, once the order has ended. */
  readonly abandonCopy: (intentId: string) => Promise<void>;
  /** Deletes what is current, if it has this ETag: a delete marker on top, or gone where there never was versioning. */
  readonly removeCurrent: (ref: Ref, etag: string) => Promise<Done | Refusal>;
  readonly removeVersion: (ref: Ref) => Promise<Done | Refusal>;
};

export type IsolatePorts = Shared & {
  readonly trustedRoles: readonly RoleArn[]; // whom the bucket's deny statement must leave out
  readonly partition: string;
  readonly readBucketPolicy: (bucket: string) => Promise<BucketPolicyReading>;
  readonly readTags: (ref: Ref) => Promise<TagReading | Refusal>;
  readonly putTags: (ref: Ref, tags: Readonly<Record<string, string>>) => Promise<Done | Refusal>;
};
