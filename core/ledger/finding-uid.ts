import { fingerprint } from '../fingerprint.ts';
import type { Ref } from '../objects/ref.ts';

/** One finding is one rule about one object version: the same through all of its records. */
export const findingUid = ({ bucket, key, versionId }: Ref, rule: string | undefined): string =>
  fingerprint('finding', bucket, key, versionId, rule);
