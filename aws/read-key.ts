import {
  DescribeKeyCommand,
  GetKeyRotationStatusCommand,
  KMSServiceException,
  type KMSClient,
} from '@aws-sdk/client-kms';
import { type KeyAlias, type KeyArn, parseKeyArn } from '../core/keys/key-arn.ts';
import type { KeyReading, KeyUnreadable, RotationReading } from '../core/keys/key-facts.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html */
export const createReadKey =
  (kms: KMSClient) =>
  async (key: KeyArn | KeyAlias): Promise<KeyReading> => {
    try {
      const { KeyMetadata: facts } = await kms.send(new DescribeKeyCommand({ KeyId: key }));
      const arn = parseKeyArn(facts?.Arn ?? '');
      if (facts === undefined || arn === undefined) {
        throw new Error(`DescribeKey of \`${key}\` answered without a key ARN`);
      }
      return {
        kind: 'key',
        arn,
        manager: facts.KeyManager === 'AWS' ? 'aws' : 'customer',
        state: facts.KeyState ?? 'unknown',
        spec: facts.KeySpec ?? 'unknown',
        usage: facts.KeyUsage ?? 'unknown',
        origin: facts.Origin ?? 'unknown',
        multiRegion: facts.MultiRegion === true,
      };
    } catch (error) {
      return toUnreadable(error);
    }
  };

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html */
export const createReadRotation =
  (kms: KMSClient) =>
  async (key: KeyArn): Promise<RotationReading> => {
    try {
      const status = await kms.send(new GetKeyRotationStatusCommand({ KeyId: key }));
      return { kind: 'rotation', enabled: status.KeyRotationEnabled === true };
    } catch (error) {
      // Keys with imported material or in a custom key store: rotation cannot be on. That is an answer.
      return error instanceof KMSServiceException && error.name === 'UnsupportedOperationException'
        ? { kind: 'rotation', enabled: false }
        : toUnreadable(error);
    }
  };

const CAUSES: Readonly<Record<string, KeyUnreadable['cause']>> = {
  AccessDeniedException: 'access-denied',
  NotFoundException: 'not-found',
  InvalidArnException: 'invalid-arn',
  KMSInvalidStateException: 'invalid-state',
};

/** Throttling and server errors are thrown on: the queue tries again. */
const toUnreadable = (error: unknown): KeyUnreadable => {
  if (!(error instanceof KMSServiceException)) throw error;
  const cause = Object.hasOwn(CAUSES, error.name) ? CAUSES[error.name] : undefined;
  if (cause === undefined) throw error;
  return { kind: 'key-unreadable', cause, words: `${error.name}: ${error.message}` };
};
