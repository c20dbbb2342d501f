import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { nothingPlayed, play, type Played, together } from './play.ts';

type Share = { readonly seed: number; readonly runs: number; readonly untilFirst: boolean };
type Told = { readonly done: number } | { readonly played: Played };

/** Shares the seeds among threads: small shares, so that all end at about the same time. */
export const playInThreads = async (
  { seed, runs, untilFirst }: Share,
  threads: number,
  progress: (done: number) => void,
): Promise<Played> => {
  const share = Math.max(1, Math.min(2_000, Math.ceil(runs / threads)));
  let next = seed;
  let all = nothingPlayed();
  let stop = false;
  const lane = async (): Promise<void> => {
    const worker = new Worker(new URL(import.meta.url), { workerData: 'simulate' });
    while (next < seed + runs && !stop) {
      const mine = { seed: next, runs: Math.min(share, seed + runs - next), untilFirst };
      next += mine.runs;
      let told = 0;
      const played = await ask(worker, mine, (done) => {
        progress(done - told);
        told = done;
      });
      progress(played.runs - told);
      all = together(all, played);
      stop = untilFirst && all.first !== undefined;
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: threads }, lane));
  return all;
};

const ask = async (worker: Worker, share: Share, done: (runs: number) => void): Promise<Played> =>
  new Promise((resolve, reject) => {
    const hear = (told: Told): void => {
      if ('done' in told) return done(told.done);
      worker.off('message', hear);
      worker.off('error', reject);
      return resolve(told.played);
    };
    worker.on('message', hear);
    worker.on('error', reject);
    worker.postMessage(share, []); // the second argument is what linters take for a window's origin
  });

if (!isMainThread && workerData === 'simulate') {
  parentPort?.on('message', (share: Share) => {
    const tell = (told: Told): void => parentPort?.postMessage(told, []);
    void play(share, (done) => tell({ done })).then((played) => tell({ played }));
  });
}
