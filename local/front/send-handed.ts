import type { ServerResponse } from 'node:http';
import type { Handed } from './handed.ts';

export const sendHanded = (response: ServerResponse, handed: Handed): void => {
  if (handed.cut === 'before') {
    response.destroy();
    return;
  }
  const { status, headers, body } = handed.answer;
  // Node would send the body in chunks, and clients miss its length; HEAD has its own. The length comes last: once
  // Node has seen one it mangles a Content-Disposition that is not ASCII (https://github.com/nodejs/node/pull/46528)
  const { 'content-length': own, ...others } = headers;
  const length = body.length > 0 ? String(body.length) : own;
  const all = length === undefined ? others : { ...others, 'content-length': length };
  response.writeHead(status, all as Record<string, string>);
  if (handed.cut === 'halfway') {
    response.write(body.subarray(0, body.length >> 1), () => response.destroy());
    return;
  }
  response.end(body);
};
