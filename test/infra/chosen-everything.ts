/** Every optional parameter given. */
export const chosenEverything = {
  Mode: 'enforce',
  AlertEmail: 'security@example.com',
  AuditBucketName: 'example-log-archive',
  AuditBucketAccountId: '222233334444',
  AuditBucketKeyArn: 'arn:aws:kms:eu-west-1:222233334444:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  PermissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/boundary',
  VpcSubnetIds: 'subnet-1,subnet-2',
  VpcSecurityGroupIds: 'sg-1',
  CodeSigningConfigArn: 'arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-1',
  WriterPutObject: 'granted',
} as const;
