import { BuildError } from '../build/build-error.ts';
import { bucketPatterns } from './bucket-patterns.ts';
import type { Settings } from './serverless.ts';

/** What the deployer chose beyond what every stack has. */
export type Chosen = {
  readonly copyBuckets: readonly string[]; // empty: no object is ever copied
  readonly quarantineBuckets: readonly string[]; // empty: no object is ever isolated or moved
  readonly releasePrincipals: readonly string[]; // empty: whoever IAM lets, in this account
  readonly breakerOrdersPerHour: string; // empty: no state table, so no circuit breaker
};

const NOTHING_CHOSEN: Chosen = {
  copyBuckets: [],
  quarantineBuckets: [],
  releasePrincipals: [],
  breakerOrdersPerHour: '',
};

const MOST_ORDERS_PER_HOUR = '10000';
// A range is copied only from more than 5 MiB, and no copy or part has more than 5 GiB.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html
const [LEAST_COPY, LARGEST_COPY] = [5 * 1024 ** 2, 5 * 1024 ** 3];

const PRINCIPAL =
  /^arn:aws[a-z-]*:(iam::\d{12}:(root|(user|role)\/[\w+=,.@/-]+)|sts::\d{12}:assumed-role\/[\w+=,.@/-]+)$/;

/** Reads the params of serverless.yml; a BuildError says which of them cannot be and what to write instead. */
export const readChosen = (settings: Settings): Chosen => {
  const copyBuckets = bucketPatterns('copyBuckets', String(settings.copyBuckets));
  const quarantineBuckets = bucketPatterns('quarantineBuckets', String(settings.quarantineBuckets));
  for (const name of ['largestCopyBytes', 'copyPartBytes'] as const) {
    wholeNumber(name, settings[name], LEAST_COPY, LARGEST_COPY);
  }
  const needsBreaker = copyBuckets.length > 0 || quarantineBuckets.length > 0;
  const given = String(settings.breakerOrdersPerHour);
  const orders = given === '' && needsBreaker ? MOST_ORDERS_PER_HOUR : given;
  if (orders !== '') wholeNumber('breakerOrdersPerHour', orders, 1, Number.MAX_SAFE_INTEGER);
  return {
    copyBuckets,
    quarantineBuckets,
    releasePrincipals: principals(settings.releasePrincipals),
    breakerOrdersPerHour: orders,
  };
};

/** For commands that package nothing: a mistake in a param must not keep anybody from `osls info` or `remove`. */
export const chosenOrNothing = (settings: Settings): Chosen => {
  try {
    return readChosen(settings);
  } catch (error) {
    if (error instanceof BuildError) return NOTHING_CHOSEN;
    throw error;
  }
};

const wholeNumber = (param: string, value: unknown, least: number, most: number): void => {
  const text = String(value);
  if (!/^\d+$/.test(text) || Number(text) < least || Number(text) > most) {
    const range = `from ${least} to ${most}`;
    throw new BuildError(`\`--param ${param}\` is \`${text}\`, expected a whole number ${range}`);
  }
};

const principals = (text: string): readonly string[] => {
  const arns = text
    .split(/,(?=\s*arn:|\s*$)/) // names of users and roles may have commas
    .map((arn) => arn.trim())
    .filter((arn) => arn !== '');
  const wrong = arns.find((arn) => !PRINCIPAL.test(arn));
  if (wrong !== undefined) {
    throw new BuildError(
      `\`--param releasePrincipals\`: \`${wrong}\` is no ARN of an IAM role, user or account: write for instance \`arn:aws:iam::111122223333:role/security\`, with commas between ARNs`,
    );
  }
  return arns;
};
