import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeAwsChunked } from '../../../local/front/aws-chunked.ts';

const decode = (text: string) => decodeAwsChunked(Buffer.from(text, 'latin1'));

describe('decodeAwsChunked', () => {
  it('joins chunks and reads the trailers', () => {
    const decoded = decode(
      '3\r\nabc\r\n2;chunk-signature=ff\r\nde\r\n0\r\nx-amz-checksum-CRC32: AAAA==\r\n\r\n',
    );
    expect(decoded?.body.toString()).toBe('abcde');
    expect([...(decoded?.trailers ?? [])]).toEqual([['x-amz-checksum-crc32', 'AAAA==']]);
  });

  it('an empty body is one chunk of nothing', () => {
    expect(decode('0\r\n\r\n')?.body.length).toBe(0);
  });

  it.each([
    ['cut inside a chunk', '5\r\nabc'],
    ['no last chunk', '3\r\nabc\r\n'],
    ['not chunked at all', 'hello'],
    ['a size that is no number', 'zz\r\nabc\r\n0\r\n\r\n'],
    ['nothing', ''],
  ])('%s is malformed', (_title, text) => {
    expect(decode(text)).toBeUndefined();
  });

  it('gives back any bytes however they are cut', () => {
    const parts = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 8 });
    fc.assert(
      fc.property(parts, (chunks) => {
        const sent = chunks.flatMap((chunk) => [
          Buffer.from(`${chunk.length.toString(16)}\r\n`),
          chunk,
          Buffer.from('\r\n'),
        ]);
        const decoded = decodeAwsChunked(Buffer.concat([...sent, Buffer.from('0\r\n\r\n')]));
        expect(decoded?.body.equals(Buffer.concat(chunks))).toBe(true);
      }),
    );
  });
});
