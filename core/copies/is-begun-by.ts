/**
 * Whether an upload was begun by a role, in whichever session. S3 documents the ARN for users only; for a role it is
 * that of the session, or, should it ever be, the role's own.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_Initiator.html
 */
export const isBegunBy = (initiator: string, roleArn: string): boolean =>
  initiator === roleArn || initiator.startsWith(sessionsOf(roleArn));

/** A session's ARN leaves the role's path out. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns */
const sessionsOf = (roleArn: string): string => {
  const [arn, partition, , , account] = roleArn.split(':');
  const name = roleArn.slice(roleArn.lastIndexOf('/') + 1);
  return `${arn}:${partition}:sts::${account}:assumed-role/${name}/`;
};
