import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  DescribeKeyCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
  KMSServiceException,
} from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { createReadKey, createReadRotation } from '../../aws/read-key.ts';
import type { KeyAlias } from '../../core/keys/key-arn.ts';
import { keyArn, makeKey } from '../made/facts.ts';

const kms = mockClient(KMSClient);
const client = new KMSClient({ region: 'eu-west-1' });
const [readKey, readRotation] = [createReadKey(client), createReadRotation(client)];
const fails = (name: string) =>
  new KMSServiceException({ name, message: 'as KMS says it', $fault: 'client', $metadata: {} });

beforeEach(() => {
  kms.reset();
  kms.onAnyCommand().rejects('unstubbed call');
});

it('describes a key by the alias that names it', async () => {
  kms.on(DescribeKeyCommand, { KeyId: 'alias/payroll' }).resolves({
    KeyMetadata: {
      KeyId: 'k1',
      Arn: keyArn('k1'),
      KeyManager: 'CUSTOMER',
      KeyState: 'Disabled',
      KeySpec: 'SYMMETRIC_DEFAULT',
      KeyUsage: 'ENCRYPT_DECRYPT',
      Origin: 'AWS_KMS',
      MultiRegion: false,
    },
  });
  expect(await readKey('alias/payroll' as KeyAlias)).toEqual(makeKey('k1', { state: 'Disabled' }));
});

it('takes a key for unusable where KMS does not say its state', async () => {
  kms.on(DescribeKeyCommand).resolves({ KeyMetadata: { KeyId: 'k1', Arn: keyArn('k1') } });
  expect(await readKey(keyArn('k1'))).toMatchObject({ state: 'unknown', spec: 'unknown' });
});

it.each([true, false])('reads rotation as %s', async (enabled) => {
  kms
    .on(GetKeyRotationStatusCommand, { KeyId: keyArn('k1') })
    .resolves({ KeyRotationEnabled: enabled });
  expect(await readRotation(keyArn('k1'))).toEqual({ kind: 'rotation', enabled });
});

it('takes rotation for off where the key cannot rotate: imported material, custom key stores', async () => {
  kms.on(GetKeyRotationStatusCommand).rejects(fails('UnsupportedOperationException'));
  expect(await readRotation(keyArn('k1'))).toEqual({ kind: 'rotation', enabled: false });
});

describe('a key that cannot be read', () => {
  it.each([
    ['AccessDeniedException', 'access-denied'],
    ['NotFoundException', 'not-found'],
    ['InvalidArnException', 'invalid-arn'],
    ['KMSInvalidStateException', 'invalid-state'],
  ])('%s', async (name, cause) => {
    kms.onAnyCommand().rejects(fails(name));
    const unreadable = { kind: 'key-unreadable', cause, words: `${name}: as KMS says it` };
    expect(await readKey(keyArn('k1'))).toEqual(unreadable);
    expect(await readRotation(keyArn('k1'))).toEqual(unreadable);
  });

  it.each(['ThrottlingException', 'KMSInternalException', 'constructor'])(
    'is left to the queue on %s',
    async (name) => {
      kms.onAnyCommand().rejects(fails(name));
      await expect(readKey(keyArn('k1'))).rejects.toMatchObject({ name });
      await expect(readRotation(keyArn('k1'))).rejects.toMatchObject({ name });
    },
  );
});
