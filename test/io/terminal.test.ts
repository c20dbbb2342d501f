import { describe, expect, it } from '@jest/globals';
import { createTerminal } from '../../io/terminal.ts';

const makeStreams = (isTTY: boolean) => {
  const screen: string[] = [];
  const write = (name: string) => (text: string) => screen.push(`${name}:${text}`);
  return {
    screen,
    terminal: createTerminal(
      { write: write('out'), isTTY, columns: 20 },
      { write: write('err'), isTTY, columns: 20 },
      {},
    ),
  };
};

describe('createTerminal', () => {
  it('ends each line, on the stream it is meant for', () => {
    const { screen, terminal } = makeStreams(false);
    terminal.out('a result');
    terminal.err('a remark');
    expect(screen).toEqual(['out:a result\n', 'err:a remark\n']);
  });

  it('shows no progress in a pipe', () => {
    const { screen, terminal } = makeStreams(false);
    terminal.progress('checked 1');
    expect(screen).toEqual([]);
  });

  it('erases the progress line before anything else is written', () => {
    const { screen, terminal } = makeStreams(true);
    terminal.progress('checked 1');
    terminal.out('a result');
    terminal.progress('checked 2');
    terminal.progress('');
    expect(screen).toEqual([
      'err:checked 1',
      'err:\r\u001B[2K',
      'out:a result\n',
      'err:checked 2',
      'err:\r\u001B[2K',
    ]);
  });

  it('cuts progress before it would wrap', () => {
    const { screen, terminal } = makeStreams(true);
    terminal.progress('x'.repeat(50));
    expect(screen).toEqual([`err:${'x'.repeat(19)}`]);
  });

  it.each([
    ['in a pipe', {}],
    ['where the terminal has no size', { isTTY: true, columns: 0 }],
  ])('is 80 columns wide %s', (_title, more) => {
    const stream = { write: () => true, ...more };
    expect(createTerminal(stream, stream, {})).toMatchObject({ columns: 80 });
  });
});
