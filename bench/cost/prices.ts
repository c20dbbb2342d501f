/**
 * US list prices in us-east-1, in US dollars, without free tiers. This machine cannot reach AWS's price list: they
 * were written down from AWS's pricing pages as known on PRICES_AS_OF, and have to be checked before they are relied on.
 */
export const PRICES_AS_OF = '2026-11';

export const PRICES = {
  // https://aws.amazon.com/eventbridge/pricing/ S3's events are opt-in events there; some readers find them free
  eventBridgeEvent: 1.0 / 1e6,
  // https://aws.amazon.com/sqs/pricing/ standard queue; up to 64 KiB a request
  sqsRequest: 0.4 / 1e6,
  // https://aws.amazon.com/lambda/pricing/ arm64
  lambdaRequest: 0.2 / 1e6,
  lambdaGbSecond: 0.0000133334,
  // https://aws.amazon.com/s3/pricing/ S3 Standard
  s3Get: 0.4 / 1e6, // HEAD counts as GET
  s3Put: 5.0 / 1e6, // UpdateObjectEncryption counts as PUT
  // https://aws.amazon.com/kms/pricing/
  kmsRequest: 3.0 / 1e6,
  // https://aws.amazon.com/firehose/pricing/ a record counts in steps of 5 KB
  firehoseGb: 0.029,
} as const;
