import { InvalidArgumentError, type Option } from 'commander';
import { CliError } from '../../cli/cli-error.ts';
import { parseS3Uri } from '../../cli/check/parse-s3-uri.ts';
import {
  accountOption,
  countUpTo,
  regionOption,
  stackOption,
} from '../../cli/commands/shared-options.ts';
import { parseBucket } from '../../cli/parse-bucket.ts';
import { parseId } from '../../cli/quarantine/find-one.ts';
import { parseReason } from '../../cli/stack/parse-reason.ts';
import type { Parser } from './parser.ts';

/** The documented error is a usage mistake: ours, or the one that commander makes ours. */
const argument = (name: string, parse: Parser['parse'], ...seeds: readonly string[]): Parser => ({
  name,
  grammar: 'words',
  parse,
  seeds,
  throws: (error) =>
    error instanceof InvalidArgumentError ||
    (error instanceof CliError && error.code === 'E_USAGE'),
});

const option =
  ({ parseArg }: Option) =>
  (text: string): unknown => {
    if (parseArg === undefined) throw new Error('the option takes any text');
    return parseArg(text, undefined);
  };

/** Words of a command line. */
export const CLI_PARSERS: readonly Parser[] = [
  argument('parseS3Uri', parseS3Uri, 's3://bucket/key', 's3://bucket/a/'),
  argument('parseBucket', parseBucket, 's3://bucket/', 'bucket'),
  argument('parseReason', parseReason, ' because '),
  argument('parseId', parseId, 'abcd0123'),
  argument('regionOption', option(regionOption()), 'eu-west-1', 'us-gov-east-1'),
  argument('accountOption', option(accountOption()), '111122223333'),
  argument('stackOption', option(stackOption()), 'sealward-prod'),
  argument('countUpTo', countUpTo(256), '16'),
];
