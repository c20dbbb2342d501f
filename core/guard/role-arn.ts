declare const brand: unique symbol;

/** Full ARN of an IAM role, never of a session of it, and without wildcards. */
export type RoleArn = string & { readonly [brand]: 'RoleArn' };

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
const ROLE_ARN = /^arn:(aws[a-z-]*):iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/;

export const parseRoleArn = (text: string): RoleArn | undefined =>
  ROLE_ARN.test(text) ? (text as RoleArn) : undefined;

/** `aws`, `aws-cn`, `aws-us-gov` … */
export const partitionOf = (arn: RoleArn): string => ROLE_ARN.exec(arn)?.[1] ?? 'aws';
