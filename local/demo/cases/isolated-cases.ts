import type { Ending } from '../check/ending.ts';
import { type DemoCase, numbered } from './demo-case.ts';
import { sseC } from './sse-c.ts';
import { type PutInput, putObject } from './upload.ts';

const isolated = (rule: string): Ending => ({ how: 'isolated', rule, requirement: 'encryption' });

const plain = (
  id: string,
  title: string,
  bucket: string,
  put: () => PutInput,
  ending: Ending,
): DemoCase => ({
  id,
  title,
  key: numbered(`2026/${id}`, '.bin'),
  place: async (world, key) => [await putObject(world, bucket, key, put())],
  ends: [ending],
});

/** Objects that stay where they are, under a tag that the policy of their bucket looks for. */
export const isolatedCases: readonly DemoCase[] = [
  plain('customer-key', 'SSE-C, which nobody can read', 'partners', sseC, isolated('partners')),
  plain(
    'isolated-tagged',
    'with tags of its own',
    'partners',
    () => ({ Tagging: 'kept=yes' }),
    isolated('partners'),
  ),
  plain(
    'retained',
    'retained by Object Lock, so that it cannot be moved',
    'evidence-locked',
    () => ({
      ObjectLockMode: 'GOVERNANCE',
      ObjectLockRetainUntilDate: new Date('2099-12-31T00:00:00Z'),
    }),
    isolated('evidence'),
  ),
  plain(
    'isolated-suspended',
    'versioning suspended, so that it cannot be moved',
    'evidence-suspended',
    () => ({}),
    isolated('evidence'),
  ),
  plain(
    'archived',
    'archived in GLACIER, so that it cannot be moved',
    'evidence',
    () => ({ StorageClass: 'GLACIER' }),
    isolated('evidence'),
  ),
  {
    ...plain(
      'unguarded',
      'its bucket has no statement that would deny access',
      'partners-open',
      () => ({}),
      {
        how: 'reported',
        rule: 'partners',
        requirement: 'encryption',
        because: 'tried',
        order: 'isolate',
        refused: 'NoDenyStatement',
      },
    ),
    says: 'sealward guard partners-open',
  },
];
