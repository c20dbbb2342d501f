import type { Invocation, Step } from '../steps/step.ts';

const who = (by: Invocation | 'user' | 's3'): string =>
  typeof by === 'string' ? by : `${by.function}#${by.id}`;

const SHOWN = [
  'Bucket',
  'Key',
  'VersionId',
  'CopySource',
  'IfMatch',
  'IfNoneMatch',
  'CopySourceIfMatch',
  'SSEKMSKeyId',
  'ServerSideEncryption',
  'KeyId',
  'Tagging',
  'Status',
  'StorageClass',
  'Operations',
];

const members = (input: Readonly<Record<string, unknown>>): string =>
  SHOWN.filter((name) => input[name] !== undefined)
    .map((name) => `${name}=${JSON.stringify(input[name])}`)
    .join(' ');

/** One line for a person who looks for the cause of a violation. */
export const showStep = (step: Step): string => {
  const time = new Date(step.at).toISOString().slice(5, 23).replace('T', ' ');
  const line = (text: string): string => `${time}  ${text}`;
  switch (step.kind) {
    case 'call': {
      const { result } = step;
      const answer = result.kind === 'ok' ? 'ok' : `${result.status} ${result.code}`;
      const unheard = step.answered ? '' : ' (never heard)';
      return line(`${who(step.by)} ${step.name} ${members(step.input)} -> ${answer}${unheard}`);
    }
    case 'recorded':
      return line(
        `${who(step.by)} recorded ${step.records
          .map(({ message, unmapped: { sealward } }) => {
            const { intent, closes } = sealward;
            const opened = intent === undefined ? '' : ` opens ${intent.intentId.slice(0, 8)}`;
            const closed = closes === undefined ? '' : ` closes ${closes.intentId.slice(0, 8)}`;
            return `[${sealward.kind}${opened}${closed}: ${message.slice(0, 120)}]`;
          })
          .join(' ')}`,
      );
    case 'alerted':
      return line(
        `${who(step.by)} alerted ${step.alerts.map(({ subject }) => subject).join('; ')}`,
      );
    case 'sent':
      return line(
        `${who(step.by)} sent ${step.message.id} to ${step.message.queue}: ${step.message.body.slice(0, 220)}`,
      );
    case 'began': {
      const { invocation } = step;
      const messages = invocation.messages.map(({ id, receiveCount }) => `${id}/${receiveCount}`);
      return line(`${who(invocation)} began with ${messages.join(' ')}`);
    }
    case 'ended':
      return line(
        `${who(step.invocation)} ${step.how}, deleted ${step.deleted.map(({ id }) => id).join(' ') || 'nothing'}`,
      );
    case 'buried':
    default:
      return line(`${step.message.id} is given up`);
  }
};
