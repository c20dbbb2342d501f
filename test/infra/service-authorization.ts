const READ = ['s3:GetObject', 's3:GetObjectVersion'];
const NEW_OBJECT = [
  's3:PutObject',
  's3:PutObjectTagging',
  's3:PutObjectAcl',
  's3:PutObjectRetention',
  's3:PutObjectLegalHold',
  'kms:GenerateDataKey',
];
const ANNOTATIONS = [
  's3:GetObjectAnnotation',
  's3:GetObjectVersionAnnotation',
  's3:PutObjectAnnotation',
  'kms:Decrypt',
];

// Which IAM actions the commands of the AWS SDK need, from the Service Authorization Reference, read 2026-11-24:
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonkinesisfirehose.html
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html
// A command that is not listed fails the test: look it up, and add it here and to the role.
export const ACTIONS_OF_COMMAND: Readonly<Record<string, readonly string[]>> = {
  AbortMultipartUpload: ['s3:AbortMultipartUpload'],
  CompleteMultipartUpload: ['s3:PutObject', 'kms:Decrypt'],
  // With tags and annotations, which it copies unless told otherwise, and with ACL and locks where they are sent along:
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
  CopyObject: [
    ...READ,
    ...NEW_OBJECT,
    's3:GetObjectTagging',
    's3:GetObjectVersionTagging',
    ...ANNOTATIONS,
  ],
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions
  CreateMultipartUpload: [...NEW_OBJECT, 'kms:Decrypt'],
  CreateSession: [], // in every S3 client, sent to directory buckets only, which Sealward leaves alone
  DeleteItem: ['dynamodb:DeleteItem'],
  DeleteObject: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
  DescribeEndpoints: [], // in every DynamoDB client, sent only where endpoint discovery is switched on
  DescribeKey: ['kms:DescribeKey'],
  DescribeStacks: ['cloudformation:DescribeStacks'],
  GetBucketPolicy: ['s3:GetBucketPolicy'],
  GetBucketReplication: ['s3:GetReplicationConfiguration'],
  GetBucketTagging: ['s3:GetBucketTagging'],
  GetCallerIdentity: [], // needs no permission
  GetBucketVersioning: ['s3:GetBucketVersioning'],
  GetItem: ['dynamodb:GetItem'],
  GetKeyRotationStatus: ['kms:GetKeyRotationStatus'],
  GetObject: [...READ, 'kms:Decrypt'],
  GetObjectAcl: ['s3:GetObjectAcl', 's3:GetObjectVersionAcl'],
  GetObjectAnnotation: ['s3:GetObjectAnnotation', 's3:GetObjectVersionAnnotation', 'kms:Decrypt'],
  GetObjectTagging: ['s3:GetObjectTagging', 's3:GetObjectVersionTagging'],
  HeadObject: READ,
  ListObjectAnnotations: ['s3:ListObjectAnnotations', 's3:ListObjectVersionAnnotations'],
  ListObjectVersions: ['s3:ListBucketVersions'],
  ListObjectsV2: ['s3:ListBucket'],
  ListParts: ['s3:ListMultipartUploadParts'],
  PublishBatch: ['sns:Publish'],
  PutItem: ['dynamodb:PutItem'],
  PutObject: ['s3:PutObject', 'kms:GenerateDataKey'],
  PutObjectAnnotation: [
    's3:PutObjectAnnotation',
    's3:PutObjectVersionAnnotation',
    'kms:GenerateDataKey',
  ],
  PutObjectTagging: ['s3:PutObjectTagging', 's3:PutObjectVersionTagging'],
  PutRecordBatch: ['firehose:PutRecordBatch'],
  SendMessageBatch: ['sqs:SendMessage'],
  UpdateItem: ['dynamodb:UpdateItem'],
  // With the KMS rights that the API reference lists, `kms:ReEncrypt*` spelt out:
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_UpdateObjectEncryption.html
  UpdateObjectEncryption: [
    's3:UpdateObjectEncryption',
    'kms:Encrypt',
    'kms:Decrypt',
    'kms:GenerateDataKey',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo',
  ],
  UploadPartCopy: [...READ, 's3:PutObject', 'kms:Decrypt', 'kms:GenerateDataKey'],
};

type ServiceNeed = {
  readonly why: string;
  readonly command?: string; // only for functions whose bundle holds it
  readonly actions: readonly string[];
};

/** What a role needs for no command of its own. */
export const SERVICE_NEEDS: readonly ServiceNeed[] = [
  {
    why: 'Lambda polls the queues with the role of the function', // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  },
  {
    why: 'Lambda writes the log with the role of the function', // https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  },
  {
    why: 'HEAD answers 404 instead of 403 for what is gone', // https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
    command: 'HeadObject',
    actions: ['s3:ListBucket', 's3:ListBucketVersions'],
  },
  {
    why: 'HEAD tells of Object Lock', // https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html
    command: 'HeadObject',
    actions: ['s3:GetObjectRetention', 's3:GetObjectLegalHold'],
  },
  {
    why: 'the topic is encrypted under the key of the stack', // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
    command: 'PublishBatch',
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
  },
];

const needsOf = (needs: readonly ServiceNeed[]): readonly string[] =>
  needs.flatMap(({ actions }) => actions);

/** The actions that somebody with these commands must have, and no others. */
export const actionsOf = (commands: readonly string[]): readonly string[] => {
  const own = commands.flatMap((command) => {
    const actions = ACTIONS_OF_COMMAND[command];
    if (actions === undefined) throw new Error(`no actions are known for \`${command}Command\``);
    return actions;
  });
  const needs = SERVICE_NEEDS.filter(
    ({ command }) => command !== undefined && commands.includes(command),
  );
  return [...new Set([...own, ...needsOf(needs)])];
};

/** The same for a function with these commands in its bundle, which Lambda needs to run. */
export const actionsNeededBy = (commands: readonly string[]): readonly string[] => [
  ...new Set([
    ...actionsOf(commands),
    ...needsOf(SERVICE_NEEDS.filter(({ command }) => command === undefined)),
  ]),
];
