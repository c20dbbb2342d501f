import { createHash } from 'node:crypto';
import { fingerprint } from '../fingerprint.ts';
import type { TriggerCause, TriggeredRef } from '../messages/ref-message.ts';
import type { Order } from '../orders/order.ts';
import { quoteText } from '../show-text.ts';
import { complianceOf } from './compliance-of.ts';
import { describeFinding } from './describe-finding.ts';
import { describeOrder } from './describe-order.ts';
import { findingUid } from './finding-uid.ts';
import type { LedgerContext } from './ledger-context.ts';
import type { LedgerRecord } from './ledger-record.ts';
import { objectResource, whereOf } from './object-resource.ts';
import { recordSeverity } from './record-severity.ts';
import { recordTitle } from './record-title.ts';
import { recordUid } from './record-uid.ts';
import { showWords } from './show-words.ts';
import { toOcsf } from './to-ocsf.ts';
import { verdictRecord } from './verdict-record.ts';

/** How a queue gave up. `words` say why, where anybody knows. */
export type GaveUp = { readonly receiveCount: number; readonly words?: string };

/** An order that its writer could not carry out: closes the intent as `failed`. */
export const failedOrderRecord = (
  order: Order,
  { receiveCount, words }: GaveUp,
  context: LedgerContext,
): LedgerRecord => {
  const { ref, pin, because, intentId, policyHash } = order;
  const { rule } = because;
  const closes = {
    intentId,
    rule,
    outcome: 'failed',
    ...(words !== undefined && { words }),
  } as const;
  const etag = pin.kind === 'etag' ? pin.etag : undefined;
  const why = words === undefined ? '' : ` (${showWords(words)})`;
  const what = `${describeOrder(order.kind)} was tried ${receiveCount} times and given up`;
  return toOcsf(
    {
      uid: recordUid({ kind: 'failed', ...ref, etag, trigger: {}, closes, policyHash }),
      finding: { uid: findingUid(ref, rule), title: recordTitle('failed', rule) },
      severity: recordSeverity('failed', because.severity),
      message: `${quoteText(`${ref.bucket}/${ref.key}`)} ${describeFinding(because)}: ${what}${why}`,
      compliance: complianceOf(because, rule),
      advice: 'look at the log of the writer for why, mend that, then judge it again',
      resource: objectResource(ref, { etag }, context),
      detail: {
        kind: 'failed',
        policyHash,
        verdict: 'violation',
        rule,
        closes,
        tries: receiveCount,
      },
    },
    context,
  );
};

/** A ref that the reader could not judge in all its tries: indeterminate, and closes the intent it came back with. */
export const unjudgedRefRecord = (
  ref: TriggeredRef,
  {
    cause,
    runId,
    receiveCount,
    words,
  }: GaveUp & { readonly cause: TriggerCause; readonly runId?: string },
  context: LedgerContext,
): LedgerRecord =>
  verdictRecord(
    {
      ref,
      cause,
      ...(runId !== undefined && { runId }),
      judged: {
        ref: {
          bucket: ref.bucket,
          key: ref.key,
          ...(ref.versionId !== undefined && { versionId: ref.versionId }),
        },
        verdict: {
          kind: 'indeterminate',
          cause: 'gave-up',
          ...(words !== undefined && { words }),
          undecided: [],
        },
      },
      tries: receiveCount,
    },
    context,
  );

const MOST_BYTES = 512 * 1024;

/** A message that nobody could understand, kept as evidence. `queue` is the ARN of the queue it was meant for. */
export const unreadableMessageRecord = (
  body: string,
  queue: string,
  context: LedgerContext,
): LedgerRecord => {
  const bytes = Buffer.from(body);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const kind = 'unreadable-message';
  return toOcsf(
    {
      uid: fingerprint('record', kind, queue, sha256, context.policyHash),
      finding: { uid: fingerprint('finding', kind, queue, sha256), title: recordTitle(kind) },
      severity: recordSeverity(kind),
      message: `a message of ${bytes.length} bytes in ${quoteText(queue)} could not be understood: its objects, if any, were not judged`,
      advice: 'decode `body.base64`, find out who sent it, and judge what it names',
      resource: {
        uid: queue,
        type: 'AWS::SQS::Queue',
        name: queue.slice(queue.lastIndexOf(':') + 1),
        ...whereOf(context),
      },
      detail: {
        kind,
        policyHash: context.policyHash,
        body: {
          base64: bytes.subarray(0, MOST_BYTES).toString('base64'),
          bytes: bytes.length,
          sha256,
          cut: bytes.length > MOST_BYTES,
        },
      },
    },
    context,
  );
};
