import { expect, it } from '@jest/globals';
import { remember } from '../../app/remember.ts';

const makeAsk = (
  answers: (name: string) => Promise<string>,
  most = 10,
  isWorthIt?: (answer: string) => boolean,
) => {
  let time = 0;
  const asked: string[] = [];
  const ask = remember(
    async (name: string) => {
      asked.push(name);
      return answers(name);
    },
    { milliseconds: 1_000, most, now: () => new Date(time), ...(isWorthIt && { isWorthIt }) },
  );
  return { ask, asked, at: (ms: number) => void (time = ms) };
};
const echo = async (name: string): Promise<string> => Promise.resolve(name);

it('asks once, also while the first answer is under way', async () => {
  const { ask, asked } = makeAsk(echo);
  expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual(['a', 'a', 'b']);
  expect(asked).toEqual(['a', 'b']);
});

it('asks again once the time is over', async () => {
  const { ask, asked, at } = makeAsk(echo);
  await ask('a');
  at(999);
  await ask('a');
  expect(asked).toHaveLength(1);
  at(1_000);
  await ask('a');
  expect(asked).toHaveLength(2);
});

it('forgets the oldest when there are too many', async () => {
  const { ask, asked } = makeAsk(echo, 2);
  for (const name of ['a', 'b', 'c', 'b', 'a']) await ask(name);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});

it('never remembers a failure', async () => {
  let fails = true;
  const { ask } = makeAsk(async (name) =>
    fails ? Promise.reject(new Error('later')) : echo(name),
  );
  await expect(ask('a')).rejects.toThrow('later');
  fails = false;
  expect(await ask('a')).toBe('a');
});

it('does not remember what is not worth it: a right that was missing may be granted by now', async () => {
  const { ask, asked } = makeAsk(echo, 10, (answer) => answer !== 'denied');
  for (const name of ['denied', 'denied', 'a', 'a']) await ask(name);
  expect(asked).toEqual(['denied', 'denied', 'a']);
});
