import type { WireCall } from '../../front/wire-call.ts';

/** An intent that was durable, or the write of an order, in the order in which they were seen. */
export type WriteStep =
  | { readonly kind: 'intent'; readonly durableAt: number; readonly versionId?: string } // epoch ms
  | {
      readonly kind: 'update';
      readonly at: number; // epoch ms, whole
      readonly versionId?: string; // that it names
      readonly deletes?: true;
    };

/** The call of each other order that changes the object itself. The demo puts, copies and deletes too, as a client. */
const WRITES: ReadonlySet<string> = new Set([
  'CopyObject',
  'CreateMultipartUpload',
  'PutObjectTagging',
  'DeleteObject',
]);

/** What a writer did to an object. */
export const toWriteStep = ({
  service,
  operation,
  caller,
  at,
  versionId,
}: WireCall): WriteStep | undefined => {
  if (service !== 's3') return undefined;
  const isOrdered =
    operation === 'UpdateObjectEncryption' || (caller === 'function' && WRITES.has(operation));
  if (!isOrdered) return undefined;
  return {
    kind: 'update',
    at,
    ...(versionId !== undefined && { versionId }),
    ...(operation === 'DeleteObject' && { deletes: true }),
  };
};

/** A move deletes twice where the version was current: a marker on top first, then the version. */
export const isSameWrite = (before: WriteStep | undefined, step: WriteStep): boolean =>
  before?.kind === 'update' &&
  step.kind === 'update' &&
  before.deletes === true &&
  step.deletes === true;
