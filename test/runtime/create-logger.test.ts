import { expect, it, jest } from '@jest/globals';
import { createLogger } from '../../runtime/create-logger.ts';

it('writes one line in which nothing acts, and which reads back', () => {
  const lines: string[] = [];
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    lines.push(String(chunk));
    return true;
  });
  const key = 'a\u009B2J\u202E\u2028\n';
  createLogger({ serviceName: 'x' }).warn('not recorded', { key, deep: [{ tag: key }] });
  stderr.mockRestore();
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^[ -~]+\n$/);
  expect(JSON.parse(String(lines[0]))).toMatchObject({ key, deep: [{ tag: key }] });
});
