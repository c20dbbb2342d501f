import { createHash } from 'node:crypto';
import type { AwsModel } from './state.ts';

// Every id comes from the state's serial, never from randomness or the clock: same calls, same ids.
const digest = (purpose: string, seed: string | number): Buffer =>
  createHash('sha256').update(`${purpose}:${seed}`).digest();

export const takeSerial = (model: AwsModel): AwsModel => ({ ...model, serial: model.serial + 1 });

/** 32 characters from S3's alphabet. https://docs.aws.amazon.com/AmazonS3/latest/userguide/versioning-workflows.html */
export const versionIdOf = (serial: number): string =>
  digest('version', serial).toString('base64url').slice(0, 32).replaceAll('-', '.');

export const uploadIdOf = (serial: number): string =>
  Buffer.concat([digest('upload', serial), digest('upload-tail', serial)]).toString('base64url');

/** Hexadecimal; grows with every write, so it orders the events of one key. */
export const sequencerOf = (serial: number): string =>
  serial.toString(16).toUpperCase().padStart(18, '0');

export const uuidOf = (purpose: string, seed: string | number): string => {
  const hex = digest(purpose, seed).toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
};

/** `x-amz-id-2` of the answer to a request. */
export const hostIdOf = (requestId: string): string => digest('host', requestId).toString('base64');

/** The canonical user id that S3 shows for an account, in ACLs and notifications. */
export const canonicalIdOf = (account: string): string =>
  digest('canonical', account).toString('hex');
