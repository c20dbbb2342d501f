const MIB = 1024 ** 2;

/** What one CopyObject is asked for in the demo: so little that an object of a few MiB is copied in parts. */
export const LARGEST_COPY = 10 * MIB;
/** S3's own minimum. https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
export const PART_BYTES = 5 * MIB;

/** Where the deployer of the demo's stack opted in. */
export const COPY_BUCKETS: readonly string[] = ['scans', 'scans-*', 'vault'];
export const QUARANTINE_BUCKETS: readonly string[] = [
  'evidence',
  'evidence-*',
  'partners',
  'partners-*',
];

/** As after `--param`: everything that the demo's stack is deployed with. */
export const STACK_PARAMS: Readonly<Record<string, string>> = {
  mode: 'enforce',
  alertSeverity: 'high',
  copyBuckets: COPY_BUCKETS.join(','),
  quarantineBuckets: QUARANTINE_BUCKETS.join(','),
  largestCopyBytes: String(LARGEST_COPY),
  copyPartBytes: String(PART_BYTES),
};
