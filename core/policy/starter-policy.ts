/**
 * A first policy for `sealward policy init`: it judges every object and changes none. The path of the
 * JSON Schema is relative to the policy file.
 */
export const starterPolicy = (schemaPath = './docs/policy-schema.json'): string =>
  `# yaml-language-server: $schema=${schemaPath}
# What S3 objects must be encrypted with, and what happens where they are not.
# Check it with \`sealward policy lint\`. The reference is docs/policy.md.

version: 1

# Judge and record, change nothing. Say \`enforce\`, here or in single rules, once the records look right.
mode: observe

# Governs every object that no rule below matches.
defaults:
  # SSE-KMS under any key that the account itself manages: neither SSE-S3 nor aws/s3.
  require: { encryption: [aws:kms], key-manager: customer }
  on-violation: report
  severity: medium

# From top to bottom, the first rule that matches an object governs it; its \`require\` replaces the one above.
# In globs \`*\` stops at a slash and \`**\` does not. Pin the aliases with \`sealward policy pin\`.
#rules:
#  - id: payroll
#    match: { buckets: ["payroll-*"], objects: ["statements/**"] }
#    require: { encryption: [aws:kms], kms-key: [alias/payroll], key-account: same, bucket-key: true }
#    on-violation: re-encrypt
#    target: { kms-key: alias/payroll }
#    severity: high

# Violations that are accepted for a time. Tags can never exempt: uploaders write them.
#exemptions:
#  - id: etl-landing
#    match: { buckets: [etl-landing] }
#    reason: the vendor's tool cannot send SSE-KMS
#    owner: data-platform
#    ticket: SEC-412
#    expires: 2027-01-31
`;
