import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseTrigger } from '../../../core/events/parse-trigger.ts';
import { serialiseNotice } from '../../../core/messages/notice-message.ts';
import { serialiseRefMessage } from '../../../core/messages/parse-ref-message.ts';

const EVENTS = new URL('../../../events/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, EVENTS), 'utf8');
const bodies = (path: string): readonly string[] =>
  JSON.parse(read(path)).Records.map(({ body }: { body: string }) => body);

const OPENED = { kind: 'breaker-opened', rule: 'r', orders: 1, hour: 'h', at: 'a' } as const;
const PDF = {
  bucket: 'amzn-s3-demo-bucket',
  key: 'reports/2026 Q4/résumé & plan (v2)+final.pdf',
  versionId: 'IYV3p45BT0ac8hjHg1houSdS1a.Mro8e',
  etag: '4e68adba0abe2dc8653dc3354e14c01d',
  sequencer: '00691EDB56D69598B0',
};

describe('an EventBridge event', () => {
  it.each([
    ['object-created-put-unicode-key.json', PDF.key],
    ['object-created-post-unversioned.json', 'uploads/form 1/日本語.txt'],
    ['object-created-copy.json', undefined],
    ['object-created-multipart.json', undefined],
    ['object-created-legacy-schema-ipv6.json', undefined],
    ['object-created-cross-account-requester.json', undefined],
    ['object-created-quarantine-self.json', undefined],
  ])('%s asks for the object it names, its key taken as it is', (file, key) => {
    const event = JSON.parse(read(`s3-eventbridge/${file}`));
    const { bucket, object } = event.detail;
    expect(parseTrigger(JSON.stringify(event))).toEqual({
      v: 1,
      cause: 'event',
      refs: [
        {
          bucket: bucket.name,
          key: key ?? object.key,
          ...(object['version-id'] && { versionId: object['version-id'] }),
          etag: object.etag,
          sequencer: object.sequencer,
        },
      ],
    });
  });

  it.each([
    'object-deleted-delete-marker.json',
    'object-deleted-permanent-lifecycle.json',
    'object-retention-updated.json',
  ])('%s asks for nothing', (file) => {
    expect(parseTrigger(read(`s3-eventbridge/${file}`))).toHaveProperty('nothing');
  });

  it('tells of an object only what S3 told', () => {
    const detail = { bucket: { name: 'b' }, object: { key: 'k' } };
    const event = { source: 'aws.s3', 'detail-type': 'Object Created', detail };
    expect(parseTrigger(JSON.stringify(event))).toStrictEqual({
      v: 1,
      cause: 'event',
      refs: [{ bucket: 'b', key: 'k' }],
    });
  });

  it('says what it is where it creates nothing', () => {
    const event = { source: 'aws.s3', 'detail-type': 'Object Deleted' };
    expect(parseTrigger(JSON.stringify(event))).toStrictEqual({
      nothing: '`Object Deleted` creates no object',
    });
  });

  it('reads each body of a batch on its own', () => {
    const triggers = bodies('s3-eventbridge/sqs-batch-from-eventbridge.json').map(parseTrigger);
    expect(triggers).toHaveLength(3);
    expect(triggers[0]).toEqual({ v: 1, cause: 'event', refs: [PDF] });
    expect(triggers[1]).toEqual(triggers[0]); // the same event, delivered twice
  });
});

describe('an S3 notification', () => {
  it('is decoded from its form-URL-encoding', () => {
    const [first] = bodies('s3-notification/sqs-batch.json');
    expect(parseTrigger(first ?? '')).toMatchObject({ refs: [{ key: PDF.key }] });
  });

  it('is read out of an SNS envelope', () => {
    const [only] = bodies('s3-notification/sqs-from-sns.json');
    expect(parseTrigger(only ?? '')).toEqual({ v: 1, cause: 'event', refs: [PDF] });
  });

  it('asks for nothing when S3 only tests', () => {
    expect(parseTrigger(read('s3-notification/test-event-body.json'))).toStrictEqual({
      nothing: 'S3 tested the notification',
    });
  });

  it.each([
    ['a space', 'red+flower.jpg', 'red flower.jpg'],
    ['a plus', 'a%2Bb', 'a+b'],
    ['a percent sign', '100%25.txt', '100%.txt'],
    ['something that looks like a version', 'a%3FversionId%3Dx', 'a?versionId=x'],
    ['a leading slash and dots', '%2F..%2Fetc%2Fpasswd', '/../etc/passwd'],
  ])('keeps %s', (_what, encoded, key) => {
    expect(parseTrigger(JSON.stringify(notification(encoded)))).toMatchObject({ refs: [{ key }] });
  });

  it('tells of an object only what S3 told', () => {
    expect(parseTrigger(JSON.stringify(notification('a')))).toStrictEqual({
      v: 1,
      cause: 'event',
      refs: [{ bucket: 'b', key: 'a' }],
    });
  });

  it('asks for nothing where no record creates an object', () => {
    const nothing = { nothing: 'no record creates an object' };
    const { Records: records } = notification('a');
    const removed = { ...records[0], eventName: 'ObjectRemoved:Delete' };
    expect(parseTrigger('{"Records":[]}')).toStrictEqual(nothing);
    expect(parseTrigger(JSON.stringify({ Records: [removed] }))).toStrictEqual(nothing);
  });

  it('keeps the first bad record as evidence, and judges its neighbours', () => {
    const { Records: records } = notification('a');
    const body = { Records: [{ eventSource: 'aws:s3' }, ...records, {}] };
    expect(parseTrigger(JSON.stringify(body))).toStrictEqual({
      v: 1,
      cause: 'event',
      refs: [{ bucket: 'b', key: 'a' }],
      unreadable: '`Records[0]`: not an S3 record: `eventVersion`',
    });
    const unnamed = { ...records[0], s3: { bucket: { name: 'b' }, object: {} } };
    expect(parseTrigger(JSON.stringify({ Records: [...records, unnamed] }))).toMatchObject({
      unreadable: '`Records[1]`: not an S3 record: `s3.object.key`',
    });
  });

  it('asks for every record that creates an object', () => {
    const { Records: records } = notification('a');
    const removed = { ...records[0], eventName: 'ObjectRemoved:Delete' };
    const body = { Records: [...records, removed, ...notification('b').Records] };
    expect(parseTrigger(JSON.stringify(body))).toMatchObject({
      refs: [{ key: 'a' }, { key: 'b' }],
    });
  });
});

describe('what is not understood', () => {
  const created = JSON.parse(read('s3-eventbridge/object-created-copy.json'));
  it.each([
    ['malformed JSON', '{"a":', 'not JSON'],
    ['an empty body', '', 'not JSON'],
    ['a number', '7', 'not a JSON object'],
    ['null', 'null', 'not a JSON object'],
    ['another object', '{"hello":"world"}', 'neither an EventBridge event'],
    ['a source alone', '{"source":"aws.s3"}', 'neither an EventBridge event'],
    ['another event of S3', '{"Event":"s3:OtherEvent"}', 'neither an EventBridge event'],
    ['a message that is no text', '{"Message":{"Records":[]}}', 'neither an EventBridge event'],
    ['another source', JSON.stringify({ ...created, source: 'aws.ec2' }), 'aws.ec2'],
    [
      'an event without a key',
      JSON.stringify({ ...created, detail: { bucket: { name: 'b' }, object: {} } }),
      'detail.object.key',
    ],
    [
      'an empty key',
      JSON.stringify({ ...created, detail: { bucket: { name: 'b' }, object: { key: '' } } }),
      'detail.object.key',
    ],
    [
      'an unknown event version',
      JSON.stringify({ ...created, detail: { ...created.detail, 'event-version': '2.0' } }),
      'event-version `2.0`',
    ],
    ['records that are no list', '{"Records":{}}', '`Records` is not a list'],
    ['a record that is no S3 record', '{"Records":[{"eventSource":"aws:sqs"}]}', '`Records[0]`'],
    [
      'an unknown notification version',
      JSON.stringify(notification('a', '3.0')),
      'eventVersion `3.0`',
    ],
    [
      'a source that is no text, and cannot be made one',
      '{"source":{"toString":1,"valueOf":1},"detail-type":"Object Created"}',
      'event source that is not text',
    ],
    [
      'lists in lists, deeper than a stack',
      `{"source":${'['.repeat(20_000)}${']'.repeat(20_000)},"detail-type":""}`,
      'event source that is not text',
    ],
    [
      'a detail-type that is no text',
      '{"source":"aws.s3","detail-type":{"toString":1,"valueOf":1}}',
      '`Object Created` event without `detail-type`',
    ],
    ['a key that is not URL-encoded', JSON.stringify(notification('100%')), 'not form-URL-encoded'],
    ['our own message of another version', '{"v":2,"cause":"event","refs":[]}', 'version 1'],
    [
      'our own message with a ref without key',
      '{"v":1,"cause":"event","refs":[{"bucket":"b"}]}',
      'refs.0.key',
    ],
    [
      'an envelope in an envelope',
      JSON.stringify({ Message: JSON.stringify({ Message: '{}' }) }),
      'neither',
    ],
    [
      'an envelope in an envelope, though there is a notification in it',
      JSON.stringify({
        Message: JSON.stringify({ Message: JSON.stringify(notification('a')) }),
      }),
      'neither',
    ],
  ])('%s: says what was expected', (_title, body, words) => {
    const trigger = parseTrigger(body);
    expect('unreadable' in trigger && trigger.unreadable).toContain(words);
  });

  it('includes our own messages, when they come through a topic: anybody may publish there', () => {
    const ours = JSON.stringify({ v: 1, cause: 'writer', refs: [{ bucket: 'b', key: 'k' }] });
    expect(parseTrigger(JSON.stringify({ Message: ours }))).toHaveProperty('unreadable');
    expect(parseTrigger(ours)).toHaveProperty('refs');
    const notice = serialiseNotice(OPENED);
    expect(parseTrigger(JSON.stringify({ Message: notice }))).toHaveProperty('unreadable');
    expect(parseTrigger(notice)).toEqual({ notice: OPENED });
  });

  it('is told apart where another version of this code wrote it', () => {
    expect(parseTrigger('{"v":2,"cause":"event","refs":[]}')).toHaveProperty('ours', true);
    expect(parseTrigger('{"v":2,"notice":{}}')).toHaveProperty('ours', true);
    expect(parseTrigger('{"hello":"world"}')).not.toHaveProperty('ours');
  });

  it('is never thrown, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(typeof parseTrigger(text)).toBe('object');
      }),
    );
  });

  it('is never thrown, whatever became of a real event', () => {
    const samples = ['s3-eventbridge', 's3-notification'].flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, EVENTS)).map((file) => read(`${folder}/${file}`)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.nat(), fc.string(), (sample, at, put) => {
        const place = at % sample.length;
        expect(typeof parseTrigger(sample.slice(0, place) + put + sample.slice(place + 1))).toBe(
          'object',
        );
      }),
    );
  });
});

describe('our own packed refs', () => {
  it('come back as they were sent', () => {
    const key = fc.string({ unit: 'grapheme', minLength: 1 });
    const ref = fc.record(
      { bucket: fc.constant('b'), key, versionId: fc.string({ minLength: 1 }) },
      { requiredKeys: ['bucket', 'key'] },
    );
    fc.assert(
      fc.property(fc.array(ref, { minLength: 1 }), (refs) => {
        const message = { v: 1, cause: 'sweep', runId: 'run', refs } as const;
        expect(parseTrigger(serialiseRefMessage(message))).toEqual(message);
      }),
    );
  });

  it('ask for nothing when there are none', () => {
    expect(parseTrigger('{"v":1,"cause":"sweep","refs":[]}')).toHaveProperty('nothing');
  });
});

function notification(key: string, eventVersion = '2.6') {
  const s3 = { bucket: { name: 'b' }, object: { key } };
  return { Records: [{ eventSource: 'aws:s3', eventVersion, eventName: 'ObjectCreated:Put', s3 }] };
}
