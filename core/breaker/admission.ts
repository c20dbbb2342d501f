/** What the circuit breaker says of one order, before anything is written. */
export type Admission =
  | { readonly kind: 'go' }
  | {
      readonly kind: 'held'; // the order waits in its queue until a person resumes the rule
      readonly words: string;
      readonly opened?: BreakerOpened; // present on the very order that opened it
    };

/** Told to the reader, which records and alerts it. */
export type BreakerOpened = {
  readonly rule: string;
  readonly orders: number; // admitted within the hour
  readonly hour: string; // ISO 8601, the start of that hour
  readonly at: string; // ISO 8601
};
