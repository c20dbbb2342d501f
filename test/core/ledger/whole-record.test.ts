import { expect, it } from '@jest/globals';
import { verdictRecord } from '../../../core/ledger/verdict-record.ts';
import { CONTEXT, KEY_ARN, makeInput, NOW, planOf, VIOLATION } from './make-input.ts';

const INPUT = makeInput(VIOLATION, {
  plan: planOf('intent-1'),
  sent: 'sent',
  runId: 'run-7',
  receivedAt: new Date(NOW.getTime() - 5),
});

it('tells everything about a violation with an intent', () => {
  const written = verdictRecord(INPUT, CONTEXT);
  expect(written).toEqual({
    activity_id: 2,
    activity_name: 'Update',
    category_uid: 2,
    class_uid: 2003,
    type_uid: 200302,
    time: NOW.getTime(),
    severity_id: 3,
    severity: 'Medium',
    status_id: 2,
    status: 'In Progress',
    message:
      '`payroll-2026/statements/x.pdf` is encrypted with `sse-s3`, expected `aws:kms`: re-encryption ordered',
    metadata: {
      version: '1.8.0',
      uid: expect.stringMatching(/^[0-9a-f]{64}$/),
      product: { name: 'Sealward', vendor_name: 'Sealward', version: '0.1.0' },
      profiles: ['cloud'],
    },
    finding_info: {
      uid: expect.stringMatching(/^[0-9a-f]{64}$/),
      title: 'object is not encrypted as the policy asks, and is being mended: rule `payroll`',
    },
    compliance: {
      status_id: 3,
      status: 'Fail',
      standards: ['sealward-policy-v1'],
      control: 'payroll',
      requirements: ['encryption', 'kms-key'],
      checks: [
        {
          name: 'encryption',
          desc: 'is encrypted with `AES256`, expected `aws:kms`',
          status_id: 3,
          status: 'Fail',
        },
        {
          name: 'kms-key',
          desc: `is encrypted with \`sse-s3\`, expected key \`${KEY_ARN}\``,
          status_id: 3,
          status: 'Fail',
        },
      ],
    },
    remediation: {
      desc: 'nothing yet: the next record of this object says how the order ended',
    },
    resources: [
      {
        uid: 'arn:aws:s3:::payroll-2026/statements/x.pdf',
        type: 'AWS::S3::Object',
        name: 'statements/x.pdf',
        namespace: 'payroll-2026',
        version: 'v1',
        region: 'eu-west-1',
        cloud_partition: 'aws',
        owner: { account: { uid: '111122223333', type_id: 10, type: 'AWS Account' } },
        modified_time: Date.parse('2026-11-20T10:15:00.000Z'),
        data: { etag: 'e1', size: 12 },
      },
    ],
    cloud: {
      provider: 'AWS',
      region: 'eu-west-1',
      cloud_partition: 'aws',
      account: { uid: '111122223333', type_id: 10, type: 'AWS Account' },
    },
    unmapped: {
      sealward: {
        kind: 'intent',
        stack: 'sealward-prod',
        policyHash: CONTEXT.policyHash,
        verdict: 'violation',
        rule: 'payroll',
        encryption: { kind: 'sse-s3' },
        undecided: [],
        plan: {
          kind: 'order',
          order: 'update-encryption',
          intentId: 'intent-1',
          to: { algorithm: 'aws:kms', keyArn: KEY_ARN, bucketKey: true },
          sent: 'sent',
        },
        intent: {
          intentId: 'intent-1',
          order: {
            kind: 'update-encryption',
            pin: { kind: 'version', versionId: 'v1' },
            to: { algorithm: 'aws:kms', keyArn: KEY_ARN, bucketKey: true },
          },
        },
        trigger: {
          cause: 'event',
          sequencer: '00A1',
          runId: 'run-7',
          receivedAt: NOW.getTime() - 5,
        },
      },
    },
  });
});
