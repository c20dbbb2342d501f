// S3's refusals in S3's words.
// https://docs.aws.amazon.com/AmazonS3/latest/developerguide/ErrorResponses.html
import type { Refused } from '../call.ts';
import { refuse } from '../result.ts';

export const accessDenied = (message = 'Access Denied'): Refused =>
  refuse(403, 'AccessDenied', message);

export const noSuchBucket = (): Refused =>
  refuse(404, 'NoSuchBucket', 'The specified bucket does not exist');

export const noSuchKey = (headers?: Readonly<Record<string, string>>): Refused =>
  refuse(404, 'NoSuchKey', 'The specified key does not exist.', headers);

export const noSuchVersion = (): Refused =>
  refuse(404, 'NoSuchVersion', 'The specified version does not exist.');

export const noSuchUpload = (): Refused =>
  refuse(
    404,
    'NoSuchUpload',
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
  );

export const invalidRequest = (message: string): Refused => refuse(400, 'InvalidRequest', message);

export const invalidArgument = (message: string): Refused =>
  refuse(400, 'InvalidArgument', message);

export const malformedXml = (): Refused =>
  refuse(
    400,
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );

export const preconditionFailed = (): Refused =>
  refuse(
    412,
    'PreconditionFailed',
    'At least one of the pre-conditions you specified did not hold',
  );

export const methodNotAllowed = (headers?: Readonly<Record<string, string>>): Refused =>
  refuse(
    405,
    'MethodNotAllowed',
    'The specified method is not allowed against this resource.',
    headers,
  );

export const notImplemented = (what: string): Refused =>
  refuse(501, 'NotImplemented', `${what} is not modelled`);

export const noSuchAnnotation = (): Refused =>
  refuse(404, 'NoSuchAnnotation', 'The specified annotation does not exist on this object.');
