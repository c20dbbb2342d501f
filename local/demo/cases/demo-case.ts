import type { StoredEncryption } from '../../model/s3/stored-object.ts';
import type { Ending } from '../check/ending.ts';
import type { DemoKeys } from '../stage/keys.ts';
import type { World } from '../world/world.ts';
import type { Upload } from './upload.ts';

/** One kind of object: how it comes to be, and how its story must end. */
export type DemoCase = {
  readonly id: string;
  readonly title: string;
  readonly key: (n: number) => string; // `n` makes every object's key its own
  readonly place: (world: World, key: string) => Promise<readonly Upload[]>;
  readonly ends: readonly Ending[]; // any one of them
  readonly endsEach?: readonly Ending[]; // instead: exactly these, one for each upload in its order
  readonly says?: string; // part of what the last record tells people
  readonly uploads?: number; // object versions that it makes; 1 unless said
  readonly atMost?: number; // repetitions, where one is costly
  readonly releases?: boolean; // the version that is moved is put back afterwards
};

/** What an object that a rule mended is under; everything else keeps what it was put with. */
export const targetOf = (keys: DemoKeys, rule: string): StoredEncryption =>
  rule === 'vault'
    ? { kind: 'dsse-kms', keyArn: keys.payroll }
    : { kind: 'sse-kms', keyArn: keys.payroll, bucketKey: true };

export const numbered =
  (prefix: string, suffix: string) =>
  (n: number): string =>
    `${prefix}-${String(n).padStart(4, '0')}${suffix}`;
