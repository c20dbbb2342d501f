// Run by largest.test.ts in a process of its own, which has little memory. Prints what it is about to read, so that
// the last line names what was too much. Arguments: bytes, `files` (policy and lock, read as YAML) or `messages`.
import { run } from './parser.ts';
import { PARSERS } from './parsers.ts';
import { shapesFor } from './shapes.ts';

const [bytes = '0', what] = process.argv.slice(2);
const LONGEST_ARGUMENT = 128 * 1024; // bytes, of Linux; an S3 key has at most 1024

for (const parser of PARSERS) {
  if (parser.within !== undefined || (parser.file === true) !== (what === 'files')) continue;
  for (const { name, make } of shapesFor(parser)) {
    // runs of one character in a file end at its first mistakes, and are what growth.test.ts measures
    if (what === 'files' && name.includes('a run of')) continue;
    process.stdout.write(`${parser.name}: ${name}\n`);
    const most = parser.grammar === 'words' ? LONGEST_ARGUMENT : Number.POSITIVE_INFINITY;
    run(parser, make(Math.min(Number(bytes), most)));
  }
}
process.stdout.write('done\n');
