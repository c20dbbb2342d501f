// Which IAM actions the commands of the AWS SDK need, from the Service Authorization Reference, read 2026-11-24:
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonkinesisfirehose.html
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html
// A command that is not listed fails the test: look it up, and add it here and to the role.
export const ACTIONS_OF_COMMAND: Readonly<Record<string, readonly string[]>> = {
  CreateSession: [], // in every S3 client, sent to directory buckets only, which Sealward leaves alone
  DescribeKey: ['kms:DescribeKey'],
  GetBucketReplication: ['s3:GetReplicationConfiguration'],
  GetBucketTagging: ['s3:GetBucketTagging'],
  GetKeyRotationStatus: ['kms:GetKeyRotationStatus'],
  GetObjectTagging: ['s3:GetObjectTagging', 's3:GetObjectVersionTagging'],
  HeadObject: ['s3:GetObject', 's3:GetObjectVersion'],
  PublishBatch: ['sns:Publish'],
  PutRecordBatch: ['firehose:PutRecordBatch'],
  SendMessageBatch: ['sqs:SendMessage'],
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

/** The actions that a function with these commands in its bundle must have, and no others. */
export const actionsNeededBy = (commands: readonly string[]): readonly string[] => {
  const needs = SERVICE_NEEDS.filter(
    ({ command }) => command === undefined || commands.includes(command),
  );
  const own = commands.flatMap((command) => {
    const actions = ACTIONS_OF_COMMAND[command];
    if (actions === undefined) throw new Error(`no actions are known for \`${command}Command\``);
    return actions;
  });
  return [...new Set([...own, ...needs.flatMap(({ actions }) => actions)])];
};
