/** A bucket's policy as its owner wrote it; no text where the bucket has none. */
export type BucketPolicyReading =
  | { readonly kind: 'bucket-policy'; readonly text?: string }
  | { readonly kind: 'bucket-policy-unreadable'; readonly words: string };
