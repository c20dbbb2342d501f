import type { Ref } from '../../core/objects/ref.ts';
import { CliError } from '../cli-error.ts';
import type { Checked, CheckPorts } from './check-ports.ts';
import { listBelow, versionsOf } from './list-refs.ts';
import { objectOrBelow } from './object-or-below.ts';
import type { S3Target } from './parse-s3-uri.ts';

export type Wanted = { readonly versionId?: string; readonly allVersions: boolean };

/** What the command line means: refs to judge, or what is judged already. `note` tells what came as a surprise. */
export const chooseRefs = (
  target: S3Target,
  { versionId, allVersions }: Wanted,
  ports: CheckPorts,
  note: (text: string) => void,
): AsyncGenerator<Ref | Checked, void, undefined> => {
  const { bucket } = target;
  if (target.kind === 'prefix') {
    const list = allVersions ? ports.listVersions : ports.listObjects;
    return listBelow(ports, list, bucket, target.prefix);
  }
  const { key } = target;
  return allVersions
    ? versionsOf(ports, bucket, key)
    : objectOrBelow(ports, { bucket, key, ...(versionId !== undefined && { versionId }) }, note);
};

/** What cannot be meant, before anything is read. */
export const refuseContradictions = (
  target: S3Target,
  { versionId, allVersions }: Wanted,
): void => {
  if (versionId !== undefined && target.kind === 'prefix') {
    throw new CliError(
      'E_USAGE',
      '`--version-id` goes with one object: end the URI with its key, not with `/`',
    );
  }
  if (versionId !== undefined && allVersions) {
    throw new CliError('E_USAGE', 'use either `--version-id` or `--all-versions`');
  }
};
