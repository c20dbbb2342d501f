import type { CallStep } from '../../steps/step.ts';
import type { Finding, InvariantNumber } from '../invariant.ts';
import type { WindowName } from './windows.ts';

export const NOTHING: readonly Finding[] = [];

export const violation = (
  invariant: InvariantNumber,
  { by, name, input }: Pick<CallStep, 'by' | 'name' | 'input'>,
  words: string,
): Finding => {
  const { Bucket: bucket, Key: key, VersionId: versionId } = input;
  const version = typeof versionId === 'string' ? ` (version ${versionId})` : '';
  const who = by === 'user' ? 'a user' : `${by.function} #${by.id}`;
  return {
    kind: 'violation',
    invariant,
    words: `${name} of ${who} on s3://${String(bucket)}/${String(key)}${version}: ${words}`,
  };
};

export const window = (invariant: InvariantNumber, name: WindowName): Finding => ({
  kind: 'window',
  invariant,
  words: name,
});
