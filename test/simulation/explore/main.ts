import { parseArgs } from 'node:util';
import { INVARIANTS } from '../invariants/all-invariants.ts';
import { explore, type Explored } from './explore.ts';
import { LONG_SCENES, type Scene, THREE_EVENTS } from './scenes.ts';

const HELP = `usage: npm run -s explore -- [--long] [--most-states N] [--scene N] [--json]

Every interleaving of a few events, two objects and two containers of each function, without faults.
exit code: 0 all of them hold, 1 one does not, 2 stopped before all were seen, 64 not understood`;

const options = {
  long: { type: 'boolean', default: false },
  'most-states': { type: 'string', default: 'Infinity' },
  scene: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const show = ({ title }: Scene, { states, paths, rests, complete, violation }: Explored): string =>
  violation === undefined
    ? `${title}: ${states} states, ${paths} paths, ${rests} at rest${complete ? '' : ', NOT ALL'}`
    : `${title}: invariant ${violation.invariant} does not hold: ${violation.words}\n  choices ${violation.choices.join(',')}`;

const main = async (): Promise<number> => {
  const { values } = parseArgs({ options });
  const most = Number(values['most-states']);
  const scenes = values.long ? LONG_SCENES : THREE_EVENTS;
  if (values.help || Number.isNaN(most)) {
    console.log(HELP);
    return values.help ? 0 : 64;
  }
  const chosen =
    values.scene === undefined ? scenes : scenes.slice(Number(values.scene)).slice(0, 1);
  const results: Explored[] = [];
  for (const scene of chosen) {
    const progress = (states: number): void => {
      if (process.stderr.isTTY) process.stderr.write(`\r${states} states`);
    };
    const explored = await explore(scene.actions, INVARIANTS, most, progress);
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    results.push(explored);
    if (!values.json) console.log(show(scene, explored));
  }
  const sum = (of: 'states' | 'paths' | 'rests'): number =>
    results.reduce((all, one) => all + one[of], 0);
  const violations = results.filter(({ violation }) => violation !== undefined).length;
  const complete = results.every((one) => one.complete);
  const all = {
    states: sum('states'),
    paths: sum('paths'),
    rests: sum('rests'),
    violations,
    complete,
  };
  console.log(
    values.json
      ? JSON.stringify({ ...all, scenes: results })
      : `states visited ${all.states}, paths ${all.paths}, violations: ${violations}`,
  );
  return violations > 0 ? 1 : complete ? 0 : 2;
};

process.exitCode = await main();
