import { randomUUID } from 'node:crypto';
import type { FrontAnswer, FrontRequest } from '../../front-request.ts';
import { escapeXml } from '../../s3/xml-write.ts';
import { type BatchParts, isRefused } from './batch-parts.ts';

const MEMBER = /^PublishBatchRequestEntries\.member\.(\d+)\.(.*)$/;

/** https://docs.aws.amazon.com/sns/latest/api/API_BatchResultErrorEntry.html */
const failed = (id: string): string =>
  `<member><Id>${escapeXml(id)}</Id><Code>InternalError</Code><Message>We encountered an internal error. Please try again.</Message><SenderFault>false</SenderFault></member>`;

const nothingDone = (): string =>
  `<PublishBatchResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishBatchResult><Successful></Successful><Failed></Failed></PublishBatchResult><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></PublishBatchResponse>`;

/** SNS speaks the Query protocol: one form field for each member of each entry, numbered from 1. */
export const splitSns = (request: FrontRequest, share: number): BatchParts => {
  const others = new URLSearchParams();
  const entries = new Map<string, [name: string, value: string][]>();
  for (const [name, value] of new URLSearchParams(request.body.toString('utf8'))) {
    const [, number, member] = MEMBER.exec(name) ?? [];
    if (number === undefined || member === undefined) others.append(name, value);
    else entries.set(number, [...(entries.get(number) ?? []), [member, value]]);
  }
  const all = [...entries.values()];
  const refused = all.filter((_, index) => isRefused(share, index, all.length));
  const left = all.filter((entry) => !refused.includes(entry));
  for (const [index, entry] of left.entries())
    for (const [member, value] of entry)
      others.append(`PublishBatchRequestEntries.member.${index + 1}.${member}`, value);
  const ids = refused.map((entry) => entry.find(([member]) => member === 'Id')?.[1] ?? '');
  return {
    rest: { ...request, body: Buffer.from(others.toString()) },
    isEmpty: left.length === 0,
    tell: (answer: FrontAnswer | undefined) => {
      const text = answer ? Buffer.from(answer.body).toString('utf8') : nothingDone();
      const more = ids.map(failed).join('');
      const told = text
        .replace(/<Failed\s*\/>/, '<Failed></Failed>')
        .replace('</Failed>', () => `${more}</Failed>`);
      const headers = { ...answer?.headers, 'content-type': 'text/xml' };
      return { status: 200, headers, body: Buffer.from(told) };
    },
  };
};
