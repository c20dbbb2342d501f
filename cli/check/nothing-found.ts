import { quoteText } from '../../core/show-text.ts';
import { CliError } from '../cli-error.ts';
import type { Wanted } from './choose-refs.ts';
import type { S3Target } from './parse-s3-uri.ts';

/** Why there was nothing to judge, with the mistake that most likely led there. */
export const nothingFound = (target: S3Target, wanted: Wanted): CliError =>
  new CliError(
    'E_NOT_FOUND',
    target.kind === 'prefix' ? below(target, wanted) : at(target, wanted),
  );

const below = (
  { bucket, prefix }: Extract<S3Target, { kind: 'prefix' }>,
  { allVersions }: Wanted,
): string => {
  const where = prefix === '' ? `in bucket ${quoteText(bucket)}` : `below ${quoteText(prefix)}`;
  const hint = allVersions ? '' : '; for older versions add `--all-versions`';
  return `nothing to judge: no object ${where}${hint}`;
};

const at = (
  { bucket, key }: Extract<S3Target, { kind: 'object' }>,
  { versionId, allVersions }: Wanted,
): string => {
  const what = `no object with the key ${quoteText(key)}`;
  if (versionId !== undefined) {
    return `${what} in version ${quoteText(versionId)} in bucket ${quoteText(bucket)}`;
  }
  if (/\?versionId=[^?]*$/.test(key)) {
    return `${what}: \`?versionId=\` was taken as part of it, use \`--version-id\` instead`;
  }
  const hint = allVersions ? '' : '; for older versions add `--all-versions`';
  return `${what} in bucket ${quoteText(bucket)}: give the key raw, not URL-encoded${hint}`;
};
