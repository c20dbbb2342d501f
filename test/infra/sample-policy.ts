const key = (id: string): string => `arn:aws:kms:eu-west-1:111122223333:key/${id}`;

export const targetKey = key('11111111-1111-4111-8111-111111111111');
export const sourceKey = key('22222222-2222-4222-8222-222222222222');

/** A policy that re-encrypts: with what it names, the writers' roles must be content. */
export const reEncryptingPolicy = `version: 1
mode: enforce
rules:
  - id: payroll
    match: { buckets: [payroll] }
    require: { encryption: [aws:kms], kms-key: [${targetKey}] }
    on-violation: re-encrypt
    target: { kms-key: ${targetKey}, bucket-key: true }
    rekey-from: [${sourceKey}]
`;
