import { run, type Shape } from './shape.ts';

/** Words of a command line, ARNs, keys and globs. */
export const WORD_SHAPES: readonly Shape[] = [
  ...['/', ':', '*', '?', '*a', '**/', '%', '%41', '+', '-', '.', 'a', ' ', '\n', '\uD83D'].map(
    (one) => run(one),
  ),
  run('a', '*', '*'),
  run('-', 'arn:aws', ':kms'),
  run('a-', 'arn:aws:kms:', '!'),
  run('1', 'arn:aws:kms:x:'),
  run('a.', 's3://'),
  run('a/', 's3://b/'),
  run('/', 'alias/'),
  run('a', ' ', ' !'),
  run('a', 'arn:aws:kms:eu-west-1:111122223333:key/', '!'),
  run('a', 'arn:aws:kms:eu-west-1:111122223333:alias/', '!'),
  run('a/', 'arn:aws:iam::111122223333:role/', '!'),
  // what a pattern takes up to its end, where it has to go back
  ...['a', '0', 'a-', 'a.', '/', '*a', '%41', ' '].map((one) => run(one, 'a', '!')),
];
