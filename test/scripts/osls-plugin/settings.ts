import type { Settings } from '../../../scripts/osls-plugin/serverless.ts';

/** What serverless.yml says where nobody says otherwise. */
export const SETTINGS: Settings = {
  policy: 'sealward.policy.yaml',
  account: '',
  copyBuckets: '',
  quarantineBuckets: '',
  largestCopyBytes: '5368709120',
  copyPartBytes: '268435456',
  breakerOrdersPerHour: '',
  releasePrincipals: '',
};
