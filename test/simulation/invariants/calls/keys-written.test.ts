import { describe, expect, it } from '@jest/globals';
import { beginUpload, complete, copyInput, keep, put, ref } from '../data/acts.ts';
import {
  altering,
  COPIER,
  createStage,
  type Input,
  JUDGE,
  KEY,
  KEYS,
  underKms,
  UPDATER,
} from '../data/stage.ts';
import { keysWritten } from './keys-written.ts';

const LONG = '0123456789abcdef';
const update = (KMSKeyArn: string, others: Input = {}): Input => ({
  Bucket: 'update-on',
  Key: KEY,
  ObjectEncryption: { SSEKMS: { KMSKeyArn, BucketKeyEnabled: true }, ...others },
});

describe('keys are written only to targets of the policy', () => {
  it('holds for an update, copies at once and in parts, and a move', () => {
    const stage = createStage(keysWritten);
    put(stage, 'update-on', 'x');
    stage.call(UPDATER, 'UpdateObjectEncryption', update(KEYS.main));
    put(stage, 'copy-on', LONG);
    stage.call(COPIER, 'CopyObject', copyInput(ref(stage, 'copy-on')));
    complete(stage, 'copy-on', beginUpload(stage, ref(stage, 'copy-on')));
    put(stage, 'move-on', 'x');
    keep(stage, 'move-on');
    stage.call('user', 'PutObject', { Bucket: 'copy-on', Key: KEY, ...underKms(KEYS.foreign) });
    expect(stage.violations()).toEqual([]);
  });

  it.each<[string, string, Input]>([
    ['an alias', 'UpdateObjectEncryption', update('alias/main')],
    ['a key that is spelt alike', 'UpdateObjectEncryption', update(KEYS.alike)],
    ['another encryption', 'UpdateObjectEncryption', update(KEYS.main, { SSES3: {} })],
    [
      'a key of no rule',
      'CopyObject',
      copyInput({ Bucket: 'copy-on', Key: KEY }, underKms(KEYS.foreign)),
    ],
    [
      'the key of the quarantine',
      'CreateMultipartUpload',
      { Bucket: 'copy-on', Key: KEY, ...underKms(KEYS.quarantine) },
    ],
    [
      'the target in quarantine',
      'PutObject',
      { Bucket: 'sim-quarantine', Key: KEY, ...underKms(KEYS.main) },
    ],
    ['no key at all', 'PutObject', { Bucket: 'sim-quarantine', Key: KEY }],
    [
      'SSE-S3',
      'CopyObject',
      copyInput({ Bucket: 'copy-on', Key: KEY }, { ServerSideEncryption: 'AES256' }),
    ],
    [
      'a key of a call that takes none',
      'PutObjectTagging',
      { Bucket: 'copy-on', Key: KEY, SSEKMSKeyId: KEYS.main },
    ],
  ])('fails for %s, taken or not', (_title, name, input) => {
    const stage = createStage(keysWritten);
    put(stage, 'copy-on', 'x');
    put(stage, 'update-on', 'x');
    stage.call(COPIER, name, input);
    expect(stage.violations()).not.toEqual([]);
  });

  it('fails where another key is there afterwards than was named', () => {
    const stage = createStage(keysWritten);
    put(stage, 'update-on', 'x');
    const encryption = { kind: 'sse-kms', keyArn: KEYS.foreign, bucketKey: true } as const;
    const tamper = altering('update-on', { encryption });
    stage.call(UPDATER, 'UpdateObjectEncryption', update(KEYS.main), { tamper });
    expect(stage.violations()).toEqual([expect.stringContaining('not under a target')]);
  });

  it('fails where a key or an alias is changed', () => {
    const stage = createStage(keysWritten);
    const input = { AliasName: 'alias/main', TargetKeyId: KEYS.foreign };
    stage.call(JUDGE, 'UpdateAlias', input, { service: 'kms' });
    expect(stage.violations()).toEqual([expect.stringContaining('an alias')]);
  });

  it('is not moved by an alias that a user moves', () => {
    const stage = createStage(keysWritten);
    put(stage, 'update-on', 'x');
    const input = { AliasName: 'alias/main', TargetKeyId: KEYS.foreign };
    stage.call('user', 'UpdateAlias', input, { service: 'kms' });
    stage.call(UPDATER, 'UpdateObjectEncryption', update(KEYS.main));
    stage.call(UPDATER, 'UpdateObjectEncryption', update(KEYS.foreign));
    expect(stage.violations()).toEqual([
      expect.stringContaining(KEYS.foreign),
      expect.stringContaining('not under a target'),
    ]);
  });
});
