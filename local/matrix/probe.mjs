// Runs as a function inside the stand-in. Tells the Reports queue what a function sees, and fails when a body says so.
const { env } = process;
const credential = `${env.AWS_ACCESS_KEY_ID}/20260101/${env.AWS_REGION}/sqs/aws4_request`;

const report = (seen) =>
  fetch(env.AWS_ENDPOINT_URL, {
    method: 'POST',
    headers: {
      Authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=0`,
      'Content-Type': 'application/x-amz-json-1.0',
      'X-Amz-Target': 'AmazonSQS.SendMessage',
    },
    body: JSON.stringify({ QueueUrl: env.REPORTS, MessageBody: JSON.stringify(seen) }),
  });

export const handler = async ({ Records: records }, context) => {
  const started = Date.now();
  const left = context.getRemainingTimeInMillis();
  const bodies = records.map(({ body }) => body);
  if (bodies.includes('slow')) await new Promise((resolve) => setTimeout(resolve, 1000));
  await report({
    bodies,
    receives: records.map(({ attributes }) => Number(attributes.ApproximateReceiveCount)),
    started,
    left,
    leftLater: context.getRemainingTimeInMillis(),
    arn: context.invokedFunctionArn,
    node: process.version,
    env,
  });
  if (bodies.includes('throw')) throw new Error('asked to throw');
  const failed = records.filter(({ body }) => body.startsWith('fail'));
  return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
};
