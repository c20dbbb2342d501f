import { expect, it } from '@jest/globals';
import { quarantineOf, trustedRolesOf } from '../../runtime/quarantine-settings.ts';
import { ACCOUNT, keyArn } from '../made/facts.ts';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/reader`;

it('reads where the stack keeps what it moves', () => {
  const env = {
    SEALWARD_QUARANTINE_BUCKET: 'quarantine',
    SEALWARD_QUARANTINE_KEY: keyArn('quarantine'),
  };
  expect(quarantineOf(env)).toEqual({ bucket: 'quarantine', keyArn: keyArn('quarantine') });
  expect(() => quarantineOf({ ...env, SEALWARD_QUARANTINE_KEY: 'alias/x' })).toThrow('`alias/x`');
  expect(() => quarantineOf({ ...env, SEALWARD_QUARANTINE_BUCKET: '' })).toThrow('is not set');
});

it('reads whom a deny statement leaves out, and takes nothing but roles for it', () => {
  expect(trustedRolesOf({ SEALWARD_TRUSTED_ROLES: `${ROLE},${ROLE}/x` })).toEqual([
    ROLE,
    `${ROLE}/x`,
  ]);
  expect(() => trustedRolesOf({ SEALWARD_TRUSTED_ROLES: `${ROLE},*` })).toThrow('`*`');
  expect(() => trustedRolesOf({})).toThrow('is not set');
});
