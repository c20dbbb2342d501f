import fc from 'fast-check';
import type { VerdictRecordInput } from '../../../core/ledger/verdict-record-input.ts';
import type { TriggeredRef } from '../../../core/messages/ref-message.ts';
import type { Encryption } from '../../../core/objects/encryption.ts';
import type { Order, Outcome, Plan } from '../../../core/orders/order.ts';
import { anyVerdict, anyViolation, hostileText, maybe, present } from './any-verdict.ts';
import { KEY_ARN } from './make-input.ts';

const id = fc.constantFrom('intent-1', 'intent-2', 'intent-3');

const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc
    .record({
      kind: fc.constant('applied'),
      became: maybe(hostileText),
      residual: maybe(hostileText),
      movedTo: maybe(hostileText),
      words: maybe(hostileText),
    })
    .map((one) => present(one) as Outcome),
  fc.record({ kind: fc.constant('superseded' as const), words: hostileText }),
  fc.record({ kind: fc.constant('refused' as const), code: hostileText, words: hostileText }),
  fc.record({ kind: fc.constant('failed' as const), words: hostileText }),
);

const ref: fc.Arbitrary<TriggeredRef> = fc
  .record({
    bucket: hostileText,
    key: hostileText,
    versionId: maybe(hostileText),
    etag: maybe(hostileText),
    sequencer: maybe(hostileText),
    attempt: maybe(fc.nat(96)),
    returned: maybe(fc.record({ intentId: id, rule: hostileText, outcome })),
  })
  .map((one) => present(one) as TriggeredRef);

const to = fc.constant({ algorithm: 'aws:kms', keyArn: KEY_ARN, bucketKey: true } as const);

/** Any order that could follow from an object. */
export const anyOrder: fc.Arbitrary<Order> = fc
  .record({
    kind: fc.constantFrom('update-encryption', 'copy', 'copy-in-parts', 'isolate', 'move'),
    ref,
    pin: fc.oneof(
      fc.record({ kind: fc.constant('version' as const), versionId: hostileText }),
      fc.record({
        kind: fc.constant('etag' as const),
        etag: hostileText,
        lastModified: fc.constant('2026-11-20T10:15:00.000Z'),
      }),
    ),
    because: anyViolation,
    policyHash: hostileText,
    intentId: id,
    to,
    size: fc.nat(),
  })
  .map(
    ({ to: target, size, ...rest }) =>
      present(
        rest.kind === 'isolate' || rest.kind === 'move'
          ? rest
          : rest.kind === 'update-encryption'
            ? { ...rest, to: target }
            : { ...rest, to: target, size },
      ) as Order,
  );

const plan: fc.Arbitrary<Plan> = fc.oneof(
  anyOrder.map((order) => ({ kind: 'order' as const, order })),
  fc
    .record({
      kind: fc.constant('report'),
      reason: fc.constantFrom(
        'policy-says-report',
        'archived',
        'alias-moved',
        'already-isolated',
        'not-current',
        'current-unreadable',
        'no-remedy',
      ),
      detail: maybe(hostileText),
    })
    .map((one) => present(one) as Plan),
  fc.constant({ kind: 'wait', reason: 'replication-pending', seconds: 900 } as const),
);

const encryption: fc.Arbitrary<Encryption> = fc.oneof(
  fc.constantFrom<Encryption>(
    { kind: 'sse-s3' },
    { kind: 'none' },
    { kind: 'sse-c' },
    { kind: 'dsse-kms', keyArn: KEY_ARN },
    { kind: 'sse-kms', keyArn: KEY_ARN, bucketKey: false },
  ),
  fc.record({ kind: fc.constant('managed-elsewhere' as const), by: hostileText }),
);

/** Anything a reader could ever have to record. */
export const anyInput: fc.Arbitrary<VerdictRecordInput> = fc
  .record({
    ref,
    cause: fc.constantFrom('event', 'writer', 'wait', 'sweep', 'redrive', 'cli'),
    runId: maybe(hostileText),
    verdict: anyVerdict,
    encryption: maybe(encryption),
    etag: maybe(hostileText),
    lastModified: maybe(fc.date({ noInvalidDate: true, min: new Date(0) })),
    size: maybe(fc.nat()),
    plan: maybe(plan),
    sent: maybe(fc.constantFrom('sent', 'observe', 'not-enabled', 'tried')),
    tries: maybe(fc.nat(9)),
    receivedAt: maybe(fc.date({ noInvalidDate: true, min: new Date(0) })),
  })
  .map(({ verdict, ...input }) => {
    const { bucket, key, versionId } = input.ref;
    return present({
      ...input,
      judged: { ref: present({ bucket, key, versionId }), verdict },
    }) as VerdictRecordInput;
  });
