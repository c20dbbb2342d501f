import type { WireCall } from '../../front/wire-call.ts';
import type { SeenAlert } from './world.ts';

const ENTRY = /^PublishBatchRequestEntries\.member\.(\d+)\.(Subject|Message)$/;

/** What a PublishBatch carries: SNS speaks the Query protocol, one form field for each member. */
export const alertsOnWire = ({
  service,
  operation,
  status,
  body,
}: WireCall): readonly SeenAlert[] => {
  if (service !== 'sns' || operation !== 'PublishBatch' || status !== 200) return [];
  const entries = new Map<string, { subject: string; body: string }>();
  for (const [name, value] of new URLSearchParams(String(body))) {
    const [, index, member] = ENTRY.exec(name) ?? [];
    if (index === undefined) continue;
    const entry = entries.get(index) ?? { subject: '', body: '' };
    entries.set(index, entry);
    entry[member === 'Subject' ? 'subject' : 'body'] = value;
  }
  return [...entries.values()];
};
