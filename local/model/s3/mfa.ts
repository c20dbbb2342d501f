// MFA delete: removing a version for good, or changing the versioning, takes a code from a device. Any text is one here.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html status: documented
// The words of the refusal status: observed
import type { Refused } from '../call.ts';
import { accessDenied } from './refusals.ts';

export const checkMfa = (needed: boolean, mfa: string | undefined): Refused | undefined =>
  needed && (mfa ?? '') === ''
    ? accessDenied('Mfa Authentication must be used for this request')
    : undefined;
