/** The policy that the demo's stack enforces: one rule for each thing that can follow. */
export const DEMO_POLICY = `version: 1
mode: enforce
defaults:
  require: { encryption: [aws:kms], key-manager: customer }
  on-violation: report
rules:
  - id: payroll
    match: { buckets: [payroll, payroll-*] }
    require: { encryption: [aws:kms, aws:kms:dsse], kms-key: [alias/payroll], bucket-key: true }
    on-violation: re-encrypt
    target: { kms-key: alias/payroll, bucket-key: true }
    rekey-from: [alias/payroll-2019]
  - id: personal
    match: { buckets: [shared], object-tags: { data: personal } }
    require: { encryption: [aws:kms], kms-key: [alias/payroll] }
    on-violation: re-encrypt
    target: { kms-key: alias/payroll, bucket-key: true }
  - id: campaigns
    match: { buckets: [campaigns] }
    require: { encryption: [aws:kms], kms-key: [alias/payroll] }
    on-violation: re-encrypt
    target: { kms-key: alias/payroll, bucket-key: true }
    mode: observe
  - id: scans
    match: { buckets: [scans, scans-*] }
    require: { encryption: [aws:kms], kms-key: [alias/payroll] }
    on-violation: re-encrypt-by-copy
    target: { kms-key: alias/payroll, bucket-key: true }
  - id: vault
    match: { buckets: [vault] }
    require: { encryption: [aws:kms:dsse], kms-key: [alias/payroll] }
    on-violation: re-encrypt-by-copy
    target: { kms-key: alias/payroll, encryption: aws:kms:dsse }
  - id: partners
    match: { buckets: [partners, partners-*] }
    require: { encryption: [aws:kms], kms-key: [alias/payroll] }
    on-violation: isolate
  - id: evidence
    match: { buckets: [evidence, evidence-*, hearings] }
    require: { encryption: [aws:kms], kms-key: [alias/payroll] }
    on-violation: quarantine
    target: { kms-key: alias/payroll, bucket-key: true } # for what is released
    severity: high
exemptions:
  - id: etl-landing
    match: { buckets: [etl-landing] }
    reason: vendor tool cannot send SSE-KMS
    owner: data-platform
    ticket: SEC-412
    expires: 2099-12-31
`;
