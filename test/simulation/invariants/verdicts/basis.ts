import type { LedgerRecord } from '../../../../core/ledger/ledger-record.ts';
import { detailOf, type Place } from '../ledger/record-of.ts';
import { isSame, type Told, toldBy } from './encryption-told.ts';
import type { Seen, SeenCalls } from './seen-calls.ts';

/** What one HEAD lets a verdict say. */
export type Basis =
  | { readonly kind: 'object'; readonly head: Seen; readonly told: Told; readonly etag?: string }
  | { readonly kind: 'gone'; readonly head: Seen; readonly deleteMarker: boolean }
  | { readonly kind: 'unreadable'; readonly head: Seen; readonly cause: string };

const isProbe = ({ call }: Seen): boolean => call.input['SSECustomerAlgorithm'] !== undefined;

/** A HEAD that answers 400 is of an SSE-C object only where a key that cannot be right answers 403. */
const ofBadRequest = (head: Seen, heads: readonly Seen[]): Basis => {
  const { Bucket, Key, VersionId } = head.call.input;
  const isCustomerKey = heads.some((probe) => {
    const { input, result } = probe.call;
    return (
      probe.index > head.index &&
      isProbe(probe) &&
      input['Bucket'] === Bucket &&
      input['Key'] === Key &&
      input['VersionId'] === VersionId &&
      result.kind === 'error' &&
      result.status === 403
    );
  });
  return isCustomerKey
    ? { kind: 'object', head, told: { kind: 'sse-c' } }
    : { kind: 'unreadable', head, cause: 'invalid-request' };
};

const ofRefusal = (head: Seen, heads: readonly Seen[]): Basis | undefined => {
  const { result } = head.call;
  if (result.kind === 'ok') return undefined;
  switch (result.status) {
    case 404:
      return {
        kind: 'gone',
        head,
        deleteMarker: result.headers?.['x-amz-delete-marker'] === 'true',
      };
    case 405:
      return { kind: 'gone', head, deleteMarker: true };
    case 403:
      return { kind: 'unreadable', head, cause: 'access-denied' };
    case 301:
    case 307:
      return { kind: 'unreadable', head, cause: 'wrong-region' };
    case 400:
      return ofBadRequest(head, heads);
    default:
      return undefined; // asked again
  }
};

/** Everything that an invocation was told of exactly this version, or of the current one where none is named. */
export const basesOf = (
  { bucket, key, version }: Place,
  { heads }: SeenCalls,
): readonly Basis[] => {
  const bases: Basis[] = [];
  for (const head of heads) {
    const { input, result } = head.call;
    if (input['Bucket'] !== bucket || input['Key'] !== key || isProbe(head)) continue;
    if (result.kind === 'ok') {
      const told = result.output as Readonly<Record<string, unknown>>;
      if ((told['VersionId'] ?? input['VersionId']) === version) {
        const etag = String(told['ETag']).replaceAll('"', '');
        bases.push({ kind: 'object', head, told: toldBy(told), etag });
      }
    } else if (input['VersionId'] === version) {
      const basis = ofRefusal(head, heads);
      if (basis !== undefined) bases.push(basis);
    }
  }
  return bases;
};

/** Whether a record tells exactly what this HEAD told. */
export const isToldOf = (record: LedgerRecord, basis: Basis): boolean => {
  const { verdict, encryption, cause, deleteMarker } = detailOf(record);
  const etag = record.resources[0].data?.etag;
  switch (basis.kind) {
    case 'object':
      return verdict !== 'gone' && etag === basis.etag && isSame(basis.told, encryption);
    case 'gone':
      return verdict === 'gone' && deleteMarker === basis.deleteMarker;
    case 'unreadable':
    default:
      return verdict === 'indeterminate' && cause === basis.cause;
  }
};
