/** The circuit breaker of one rule, as it is kept between orders. */
export type BreakerState = {
  readonly rule: string;
  readonly hour: string; // ISO 8601, the start of the UTC hour that `orders` are counted in
  readonly orders: number; // let through within that hour; one that is tried again counts again
  readonly opened?: {
    readonly at: string; // ISO 8601
    readonly by: string; // the delivery of the order that would have been one too many: see `deliveryId`
  };
  readonly resumed?: Resumed; // lastly, by a person
};

export type Resumed = {
  readonly at: string; // ISO 8601
  readonly by: string; // ARN of the caller
  readonly reason: string; // as it was typed: hostile text
};
