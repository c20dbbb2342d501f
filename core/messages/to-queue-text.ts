/**
 * JSON that SQS takes. SQS refuses the two noncharacters U+FFFE and U+FFFF, which object keys may hold; JSON can
 * write them as escapes, as JSON.stringify does by itself with control characters and lone surrogates.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html#API_SendMessage_RequestParameters
 */
export const toQueueText = (value: object): string =>
  JSON.stringify(value).replaceAll(/[\uFFFE\uFFFF]/g, (character) =>
    character === '\uFFFE' ? '\\ufffe' : '\\uffff',
  );
