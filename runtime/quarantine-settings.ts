import { parseRoleArn, type RoleArn } from '../core/guard/role-arn.ts';
import { parseKeyArn } from '../core/keys/key-arn.ts';
import type { Quarantine } from '../core/quarantine/move-task.ts';
import { type Environment, list, required } from './environment.ts';

/** Where the stack keeps what it moves. */
export const quarantineOf = (env: Environment): Quarantine => ({
  bucket: required(env, 'SEALWARD_QUARANTINE_BUCKET'),
  keyArn: parsed('SEALWARD_QUARANTINE_KEY', parseKeyArn, required(env, 'SEALWARD_QUARANTINE_KEY')),
});

/** Whom the deny statement of a bucket must leave out. */
export const trustedRolesOf = (env: Environment): readonly RoleArn[] =>
  list(env, 'SEALWARD_TRUSTED_ROLES').map((text) =>
    parsed('SEALWARD_TRUSTED_ROLES', parseRoleArn, text),
  );

const parsed = <Value>(
  name: string,
  parse: (text: string) => Value | undefined,
  text: string,
): Value => {
  const value = parse(text);
  if (value === undefined) {
    throw new Error(`environment variable \`${name}\` holds \`${text}\`, which is no such ARN`);
  }
  return value;
};
