/** What happens to one attempt of a call. Each says whether the call was carried out. */
export type CallFault =
  | { readonly kind: 'none' }
  | { readonly kind: 'slow-down' } // S3's 503, before anything is done
  | { readonly kind: 'internal-error' } // 500, before anything is done
  | { readonly kind: 'throttled' } // what the other services say instead of 503
  | { readonly kind: 'request-lost' } // the connection cut before anything is done
  | { readonly kind: 'answer-lost' } // done, and the connection cut without an answer
  | { readonly kind: 'late'; readonly ms: number } // done, and answered so much later
  | { readonly kind: 'corrupted' } // done, and the answer cut short: whoever looks can tell
  | { readonly kind: 'partial'; readonly share: number }; // 0 to 1: so much of a batch is refused, at least one entry

export type CallFaultKind = Exclude<CallFault['kind'], 'none'>;

/** What happens to one S3 event. None is ever lost for good: S3 delivers at least once. */
export type EventFault =
  | { readonly kind: 'none' }
  | { readonly kind: 'duplicated'; readonly ms: number } // once at once, and once more so much later
  | { readonly kind: 'delayed'; readonly ms: number }
  | { readonly kind: 'reordered'; readonly ms: number } // held just long enough to be overtaken
  | { readonly kind: 'dropped'; readonly ms: number }; // its delivery failed, and is tried again so much later

export type EventFaultKind = Exclude<EventFault['kind'], 'none'>;

/** `storm`: calls may fail more often than the SDK tries, so that messages go back to their queues. */
export type Weather = 'storm' | 'fair';
