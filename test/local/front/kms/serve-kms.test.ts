import * as KMS from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rawRequest } from '../raw-request.ts';
import { ACCOUNT, startWithClients, stopAll, type FrontWithClients } from '../with-front.ts';

describe('KMS through the wire', () => {
  let aws: FrontWithClients;
  let KeyId = '';
  beforeAll(async () => {
    aws = await startWithClients();
    const Tags = [{ TagKey: 'team', TagValue: 'payroll' }];
    const made = await aws.kms.send(new KMS.CreateKeyCommand({ Description: 'payröll', Tags }));
    KeyId = made.KeyMetadata?.KeyId ?? '';
  });
  afterAll(() => stopAll(aws));

  it('describes a key by id, ARN and alias', async () => {
    await aws.kms.send(
      new KMS.CreateAliasCommand({ AliasName: 'alias/payroll', TargetKeyId: KeyId }),
    );
    const { KeyMetadata } = await aws.kms.send(new KMS.DescribeKeyCommand({ KeyId }));
    expect(KeyMetadata?.CreationDate).toBeInstanceOf(Date);
    expect(KeyMetadata).toMatchObject({
      AWSAccountId: ACCOUNT,
      Description: 'payröll',
      KeyManager: 'CUSTOMER',
    });
    for (const name of [KeyMetadata?.Arn, 'alias/payroll']) {
      const again = await aws.kms.send(new KMS.DescribeKeyCommand({ KeyId: name }));
      expect(again.KeyMetadata).toEqual(KeyMetadata);
    }
  });

  it('lists keys, aliases and tags, and reads the key policy', async () => {
    const { Keys } = await aws.kms.send(new KMS.ListKeysCommand({}));
    expect(Keys?.map((key) => key.KeyId)).toContain(KeyId);
    const { Aliases } = await aws.kms.send(new KMS.ListAliasesCommand({ KeyId }));
    expect(Aliases?.map(({ AliasName }) => AliasName)).toEqual(['alias/payroll']);
    const { Tags } = await aws.kms.send(new KMS.ListResourceTagsCommand({ KeyId }));
    expect(Tags).toEqual([{ TagKey: 'team', TagValue: 'payroll' }]);
    const { Policy } = await aws.kms.send(new KMS.GetKeyPolicyCommand({ KeyId }));
    expect(JSON.parse(Policy ?? '')).toHaveProperty('Statement');
  });

  it('rotation goes on and off', async () => {
    await aws.kms.send(new KMS.EnableKeyRotationCommand({ KeyId, RotationPeriodInDays: 180 }));
    const on = await aws.kms.send(new KMS.GetKeyRotationStatusCommand({ KeyId }));
    expect(on).toMatchObject({ KeyRotationEnabled: true, RotationPeriodInDays: 180 });
    await aws.kms.send(new KMS.DisableKeyRotationCommand({ KeyId }));
    const off = await aws.kms.send(new KMS.GetKeyRotationStatusCommand({ KeyId }));
    expect(off.KeyRotationEnabled).toBe(false);
  });

  it('a key can be disabled, enabled, and scheduled for deletion', async () => {
    const state = async () =>
      (await aws.kms.send(new KMS.DescribeKeyCommand({ KeyId }))).KeyMetadata?.KeyState;
    await aws.kms.send(new KMS.DisableKeyCommand({ KeyId }));
    expect(await state()).toBe('Disabled');
    await aws.kms.send(new KMS.EnableKeyCommand({ KeyId }));
    expect(await state()).toBe('Enabled');
    const { DeletionDate } = await aws.kms.send(
      new KMS.ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }),
    );
    expect(DeletionDate).toBeInstanceOf(Date);
    expect(await state()).toBe('PendingDeletion');
    await aws.kms.send(new KMS.CancelKeyDeletionCommand({ KeyId }));
    expect(await state()).toBe('Disabled');
  });

  it('errors are those that the SDK has classes for', async () => {
    const missing = new KMS.DescribeKeyCommand({ KeyId: 'alias/nobody' });
    await expect(aws.kms.send(missing)).rejects.toBeInstanceOf(KMS.NotFoundException);
  });

  it('broken JSON and unknown operations are refused', async () => {
    const target = '/';
    const ask = (operation: string, body: string) =>
      rawRequest(aws.front.url, {
        method: 'POST',
        target,
        service: 'kms',
        headers: { 'X-Amz-Target': `TrentService.${operation}` },
        body,
      });
    expect(await ask('DescribeKey', '{')).toMatchObject({
      status: 400,
      body: expect.stringContaining('SerializationException'),
    });
    expect(await ask('Whatever', '{}')).toMatchObject({ status: 501 });
  });
});
