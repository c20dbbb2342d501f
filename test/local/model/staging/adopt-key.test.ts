import { describe, expect, it } from '@jest/globals';
import { ACCOUNT, createBucketWorld, head, put, REGION } from '../world.ts';

const KeyArn = `arn:aws:kms:${REGION}:${ACCOUNT}:key/0a1b2c3d-0000-4000-8000-000000000001`;

describe('a key made elsewhere', () => {
  it('a key made elsewhere keeps its ARN, policy and rotation [model/adopted-key]', () => {
    const world = createBucketWorld();
    world.stage('AdoptKey', { KeyArn, Policy: '{}', RotationPeriodInDays: 365 });
    const KeyId = KeyArn;
    expect(world.kms('DescribeKey', { KeyId }).KeyMetadata).toMatchObject({
      Arn: KeyArn,
      KeyId: '0a1b2c3d-0000-4000-8000-000000000001',
      KeyManager: 'CUSTOMER',
      Enabled: true,
    });
    expect(world.kms('GetKeyPolicy', { KeyId }).Policy).toBe('{}');
    expect(world.kms('GetKeyRotationStatus', { KeyId }).KeyRotationEnabled).toBe(true);
    put(world, 'a', 'x', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: KeyArn });
    expect(head(world, 'a').SSEKMSKeyId).toBe(KeyArn);
    expect(world.kms('ListKeys', {}).Keys).toHaveLength(1);
    expect(world.stageRefuses('AdoptKey', { KeyArn }).code).toBe('AlreadyExistsException');
    const elsewhere = { KeyArn: KeyArn.replace(REGION, 'us-east-1') };
    expect(world.stageRefuses('AdoptKey', elsewhere).code).toBe('NotFoundException');
  });
});
