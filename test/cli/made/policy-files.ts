import { keyArn } from '../../made/facts.ts';

export const FILE = 'sealward.policy.yaml';
export const LOCK = 'sealward.policy.lock.json';
export const POLICY = `version: 1
rules:
  - id: payroll
    match: { buckets: [payroll] }
    require: { encryption: [aws:kms], kms-key: [alias/payroll] }
    on-violation: re-encrypt
    target: { kms-key: alias/payroll }
`;
export const lockTo = (key: string): string =>
  `${JSON.stringify(
    {
      version: 1,
      pins: [
        {
          account: '111122223333',
          region: 'eu-west-1',
          alias: 'alias/payroll',
          keyArn: keyArn(key),
        },
      ],
    },
    undefined,
    2,
  )}\n`;
