import { createHash } from 'node:crypto';
import type { AwsModel } from '../../../local/model/state.ts';
import type { World } from '../engine/world.ts';

type Inspected = ReturnType<World['inspect']>;

/** What ids stand for: two orders of the same writes differ in ids and in nothing else. */
const createNames = () => {
  const names = new Map<string, string>();
  const learn = ({ buckets }: AwsModel): void => {
    for (const [bucket, { versions }] of buckets) {
      for (const [key, list] of versions) {
        for (const version of list) {
          const body = version.kind === 'object' ? Buffer.from(version.bytes).toString() : 'marker';
          const enc = version.kind === 'object' ? JSON.stringify(version.encryption) : '';
          if (version.versionId !== 'null' && !names.has(version.versionId)) {
            names.set(
              version.versionId,
              `<${bucket} ${key} ${body} ${version.kind === 'object' ? (version.parts?.length ?? 0) : ''}${bucket === 'sim-quarantine' ? enc : ''}>`,
            );
          }
          if (version.kind === 'object') names.set(version.etag, `<etag ${body}>`);
        }
      }
    }
  };
  return { learn, name: (id: string): string | undefined => names.get(id) };
};

// ids, hashes, dates: what differs between two ways to the same state
const IDS = /[A-Za-z0-9_.-]{28,}/g;
const TIMES =
  /\d{4}-\d\d-\d\dT[\d:.]+Z|"(?:time|receivedAt|modified_time)":\d+|"sequencer":"[^"]*"|"(?:request-id|id)":"[^"]*"/g;

/**
 * One text for one state, whatever the way there: object versions, messages, records by object, and of each container
 * what it works on and what it has heard so far, since its code depends on nothing else.
 */
export const createFingerprint = () => {
  const { learn, name } = createNames();
  const plain = (text: string): string =>
    text.replaceAll(TIMES, '').replaceAll(IDS, (id) => name(id) ?? '#');
  return (inspected: Inspected, heardOf: (invocation: number) => readonly string[]): string => {
    learn(inspected.model);
    const hash = createHash('sha1');
    for (const [bucket, { versions, uploads }] of inspected.model.buckets) {
      for (const [key, list] of versions.sortBy((_, at) => at)) {
        hash.update(`${bucket} ${key} ${uploads.size}`);
        for (const version of list) {
          hash.update(name(version.versionId) ?? version.versionId);
          if (version.kind === 'object') {
            hash.update(Buffer.from(version.bytes));
            hash.update(JSON.stringify([version.encryption, version.tags, version.metadata]));
          }
        }
      }
    }
    const byObject = Map.groupBy(inspected.records, ({ resources: [{ uid }] }) => uid);
    const ledger = [...byObject].map(([uid, records]) =>
      plain(JSON.stringify([uid, records.map(({ unmapped, resources }) => [unmapped, resources])])),
    );
    const messages = inspected.held.map(({ at, message, receives, visibleAt }) =>
      plain(JSON.stringify([at, message.body, receives, visibleAt > inspected.now])),
    );
    const busy = inspected.busy.flatMap(({ at, ...one }) =>
      at === undefined
        ? []
        : plain(
            JSON.stringify([
              one.function,
              at.invocation.messages.map(({ body }) => body),
              heardOf(at.invocation.id),
              inspected.pending.filter(({ container }) => container.at === at).map((p) => p.name),
            ]),
          ),
    );
    const rest = [ledger, messages, busy, inspected.underway.map(({ body }) => plain(body))];
    hash.update(JSON.stringify([inspected.done, ...rest.map((list) => list.toSorted())]));
    return hash.digest('base64');
  };
};
