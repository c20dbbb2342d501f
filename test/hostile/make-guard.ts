import { denyStatement, type Guard } from '../../core/guard/deny-statement.ts';
import { parseRoleArn } from '../../core/guard/role-arn.ts';

export const GUARD: Guard = {
  bucket: 'payroll-eu',
  partition: 'aws',
  trustedRoles: ['reader', 'release'].flatMap(
    (name) => parseRoleArn(`arn:aws:iam::111122223333:role/${name}`) ?? [],
  ),
};

export const BUCKET_POLICIES = [JSON.stringify({ Statement: [denyStatement(GUARD)] })];
