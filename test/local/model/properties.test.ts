import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Applied } from '../../../local/model/call.ts';
import { findVersion, versionsOf } from '../../../local/model/s3/version-stack.ts';
import type { StoredObject } from '../../../local/model/s3/stored-object.ts';
import type { AwsModel } from '../../../local/model/state.ts';
import { anyStep, harmlessStep, update } from './random-calls.ts';
import { apply, named, run, start, stateAfter } from './random-run.ts';
import { BUCKET } from './world.ts';

const bucketOf = (state: AwsModel) => {
  const bucket = state.buckets.get(BUCKET);
  if (bucket === undefined) throw new Error('the bucket is gone');
  return bucket;
};

const withoutEncryption = ({ encryption: _encryption, ...rest }: StoredObject) => rest;

const flat = (applied: readonly Applied[]) =>
  applied.map(({ state, result, events }) => [
    JSON.stringify(state),
    JSON.stringify(result),
    JSON.stringify(events),
  ]);

describe('whatever is called', () => {
  it('re-keying changes the encryption of one version and nothing else', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 25 }), update, (steps, wanted) => {
        const from = start();
        const before = stateAfter(from, steps);
        const bucket = bucketOf(before);
        // Beyond the last version there is none to name: then the current one is meant.
        const versionId = versionsOf(bucket, wanted.key).get(-1 - wanted.version)?.versionId;
        const version = findVersion(bucket, wanted.key, versionId);
        const SSEKMS = { KMSKeyArn: from.keys[wanted.to], BucketKeyEnabled: wanted.bucketKey };
        const input = {
          Bucket: BUCKET,
          Key: wanted.key,
          VersionId: versionId,
          ObjectEncryption: { SSEKMS },
        };
        const step = { service: 's3', name: 'UpdateObjectEncryption', input } as const;
        const { state, result, events } = apply(before, step, 99);
        expect(events).toStrictEqual([]);
        if (result.kind === 'error') {
          expect(state).toBe(before);
          return;
        }
        const after = findVersion(bucketOf(state), wanted.key, versionId);
        if (version?.kind !== 'object' || after?.kind !== 'object') throw new Error('no object');
        expect(withoutEncryption(after)).toStrictEqual(withoutEncryption(version));
        expect(after.bytes).toBe(version.bytes);
        expect(after.encryption).toStrictEqual({
          kind: 'sse-kms',
          keyArn: from.keys[wanted.to],
          bucketKey: wanted.bucketKey,
        });
        const others = (of: AwsModel) =>
          bucketOf(of)
            .versions.toList()
            .flatMap((stack) => stack)
            .filter((one) => one !== version && one !== after)
            .toArray();
        expect(others(state)).toStrictEqual(others(before));
      }),
      { numRuns: 150 },
    );
  });

  it('no version is lost while versioning is on, but by a delete that names it', () => {
    fc.assert(
      fc.property(fc.array(harmlessStep, { maxLength: 30 }), (steps) => {
        const from = start('Enabled');
        let known = new Map<string, unknown>();
        for (const { state } of run(from, steps)) {
          const now = new Map<string, unknown>(
            [...bucketOf(state).versions].flatMap(([key, stack]) =>
              stack
                .toArray()
                .map((one) => [`${key}#${one.versionId}`, one.kind === 'object' && one.bytes]),
            ),
          );
          for (const [name, bytes] of known) expect(now.get(name)).toBe(bytes);
          known = now;
        }
      }),
      { numRuns: 100 },
    );
  });

  it('older data never becomes current without a copy or a delete that names a version', () => {
    fc.assert(
      fc.property(fc.array(harmlessStep, { maxLength: 30 }), (steps) => {
        const from = start('Enabled');
        const states = [from.state, ...run(from, steps).map(({ state }) => state)];
        for (const [n, state] of states.slice(1).entries()) {
          for (const [key, stack] of bucketOf(state).versions) {
            const before = versionsOf(bucketOf(states[n] ?? from.state), key);
            expect(stack.size).toBeGreaterThanOrEqual(before.size);
            expect(stack.take(before.size).map((one) => one.versionId)).toStrictEqual(
              before.map((one) => one.versionId),
            );
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('the same calls give the same states, answers and events [model/same-calls-same-state]', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 25 }), (steps) => {
        const [one, other] = [run(start(), steps), run(start(), steps)];
        expect(flat(one)).toStrictEqual(flat(other));
      }),
      { numRuns: 40 },
    );
  });

  it('a state once given out never changes [model/immutable]', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 25 }), (steps) => {
        const from = start();
        const seen = [from.state, ...run(from, steps).map(({ state }) => state)].map(
          (state) => [state, JSON.stringify(state)] as const,
        );
        // Every state is branched from once more, then must still be what it was.
        for (const [state] of seen) {
          for (const [n, step] of steps.entries()) apply(state, named(step, from.keys), 500 + n);
        }
        for (const [state, text] of seen) expect(JSON.stringify(state)).toBe(text);
      }),
      { numRuns: 15 },
    );
  });
});
