import { items, run, type Shape } from './shape.ts';

const FINDING = '{"requirement":"encryption","expected":["a"],"found":"b"}';

/** Messages, manifests and locks of many or deep parts. */
export const JSON_SHAPES: readonly Shape[] = [
  run('['),
  run('[', '{"Records":'),
  run('{"a":'),
  run('1', '{"v":'),
  run('a', '{"Message":"', '"}'),
  run('\\"', '{"Message":"', '"}'),
  run(
    '%41',
    '{"Records":[{"eventSource":"aws:s3","eventVersion":"2.1","eventName":"ObjectCreated:Put","s3":{"bucket":{"name":"b"},"object":{"key":"',
    '"}}}]}',
  ),
  run('1', '{"source":"aws.s3","detail-type":"Object Created","detail":{"event-version":"', '."}}'),
  items('many members', '{', (n) => `"a${n}":1`, '}'),
  items('many records', '{"Records":[', () => '{}', ']}'),
  items('many bad refs', '{"v":1,"cause":"event","refs":[', () => '{}', ']}'),
  items('many refs', '{"v":1,"cause":"event","refs":[', (n) => `{"bucket":"b","key":"${n}"}`, ']}'),
  items(
    'many findings',
    '{"v":1,"order":{"kind":"move","because":{"kind":"violation","also":[',
    () => FINDING,
    ']}}}',
  ),
  items(
    'many tags',
    '{"v":1,"kind":"isolate","source":{"tags":{',
    (n) => `"__proto__${n}":"a"`,
    '}}}',
  ),
  items(
    'many statements',
    '{"Statement":[',
    () => '{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}',
    ']}',
  ),
  items(
    'many actions',
    '{"Statement":[{"Effect":"Deny","Principal":"*","Action":[',
    (n) => `"*a*${n}"`,
    '],"Resource":"*"}]}',
  ),
  items(
    'many pins',
    '{"version":1,"pins":[',
    (n) =>
      `{"account":"111122223333","region":"x","alias":"alias/${n}","keyArn":"arn:aws:kms:x:111122223333:key/a"}`,
    ']}',
  ),
  items('many rules', '{"version":1,"rules":[', (n) => `{"id":"a${n}"}`, ']}'),
];
