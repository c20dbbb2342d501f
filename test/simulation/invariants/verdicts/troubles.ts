import type { Step } from '../../steps/step.ts';
import { detailOf, nameOf } from '../ledger/record-of.ts';

/**
 * What users and faults did that no event tells of, and that may therefore stand between an object's last verdict and
 * what it is at the end.
 */
export const createTroubles = () => {
  const tagged = new Map<string, number>(); // by object: when a user last wrote its tags
  const silent = new Map<string, number>(); // by object: when it was last replaced without an event
  const answered = new Set<string>(); // codes of AWS's refusals to writers
  const failed = new Set<string>(); // ids of intents whose order was given up
  let keysAt: number | undefined; // when a user last changed a key or an alias, as an index
  let index = 0;

  const seeCall = (step: Extract<Step, { kind: 'call' }>): void => {
    const { by, service, name, input, result } = step;
    if (by !== 'user') {
      if (result.kind === 'error') answered.add(result.code);
      return;
    }
    if (service === 'kms' || name === 'DenyKeyRequests') keysAt = index;
    if (service === 'model' && name.endsWith('Object') && name.startsWith('Put')) {
      silent.set(nameOf(String(input['Bucket']), String(input['Key'])), index);
    }
    if (name === 'PutObjectTagging' || name === 'DeleteObjectTagging') {
      tagged.set(nameOf(String(input['Bucket']), String(input['Key'])), index);
    }
  };

  return {
    see: (step: Step): void => {
      index += 1;
      if (step.kind === 'call') seeCall(step);
      if (step.kind === 'recorded' && step.by.function === 'close-dead-letter') {
        for (const record of step.records) {
          const { closes } = detailOf(record);
          if (closes !== undefined) failed.add(closes.intentId);
        }
      }
    },
    isTaggedSince: (bucket: string, key: string, since: number): boolean =>
      (tagged.get(nameOf(bucket, key)) ?? -1) > since,
    /** Staged as older than any event: what was known of a `null` version is not about this one. */
    isReplacedSilently: (bucket: string, key: string, since: number): boolean =>
      (silent.get(nameOf(bucket, key)) ?? -1) > since,
    areKeysTouched: (): boolean => keysAt !== undefined,
    wasAnswered: (code: string): boolean => answered.has(code),
    isGivenUp: (intentId: string): boolean => failed.has(intentId),
  };
};

export type Troubles = ReturnType<typeof createTroubles>;
