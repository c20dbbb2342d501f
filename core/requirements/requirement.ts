import type { KeyReading, RotationReading } from '../keys/key-facts.ts';
import type { Encryption } from '../objects/encryption.ts';
import type { Finding, Undecided } from '../judge/verdict.ts';

/** All that a requirement may look at. `key` and `rotation` are absent where nobody had to read them. */
export type Subject = {
  readonly encryption: Encryption;
  readonly account: string; // the account that owns the bucket, 12 digits
  readonly key?: KeyReading;
  readonly rotation?: RotationReading;
};

/** `undefined` means met, or not applicable to this kind of encryption. */
export type Answer = Finding | Undecided | undefined;

export const isUndecided = (answer: Finding | Undecided): answer is Undecided => 'cause' in answer;
