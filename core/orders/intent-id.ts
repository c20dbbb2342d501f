import { fingerprint } from '../fingerprint.ts';
import type { Violation } from '../judge/verdict.ts';
import type { Ref } from '../objects/ref.ts';
import type { EncryptTo, OrderKind, Pin } from './order.ts';

type Intended = {
  readonly ref: Ref;
  readonly pin: Pin;
  readonly because: Violation;
  readonly policyHash: string;
  readonly kind: OrderKind;
  readonly to?: EncryptTo;
};

/**
 * Names one intended change of one exact state: the same finding on the same version under the same policy
 * always has the same id, so that a repeated event repeats nothing and an order that changed nothing is noticed.
 */
export const intentIdOf = ({ ref, pin, because, policyHash, kind, to }: Intended): string =>
  fingerprint(
    'intent',
    ref.bucket,
    ref.key,
    ...(pin.kind === 'version' ? [pin.versionId] : [pin.etag, pin.lastModified]),
    policyHash,
    because.rule,
    because.requirement,
    because.found,
    kind,
    to?.algorithm,
    to?.keyArn,
    to && String(to.bucketKey),
  );
