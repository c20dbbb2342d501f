import type { Choices } from '../engine/choices.ts';
import { createDraw, type Draw } from './draw.ts';
import { otherActions } from './other-actions.ts';
import { ATTRIBUTES, ENCRYPTIONS, LOCKS } from './uploads.ts';
import type { UserAction } from './user-action.ts';

type Upload = Extract<UserAction, { kind: 'call' }> & {
  readonly input: { readonly Bucket: string; readonly Key: string };
};

/** Draws what users do in one run: in an order that stays, at moments that the scheduler chooses. */
export const drawActions = (choices: Choices): readonly UserAction[] => {
  const draw = createDraw(choices);
  const { choose, pick } = draw;
  const put = createPut(draw);
  const others = otherActions(draw);
  const kinds: readonly (() => UserAction)[] = [put, put, put, ...others];
  const first = withFollowers(put(), draw);
  const more = Array.from({ length: choose(6) }, () =>
    choose(2) === 0 ? withFollowers(put(), draw) : [pick(kinds)()],
  );
  return [...first, ...more.flat()];
};

/** Every body is another one, so that no upload can be taken for another. */
const createPut = ({ choose, pick, where }: Draw): (() => Upload) => {
  let bodies = 0;
  return () => {
    bodies += 1;
    const [name, encryption] = pick(ENCRYPTIONS);
    const { Bucket, Key } = where();
    const body = `${bodies}:`.padEnd(choose(3) === 1 ? 40 : 16, `${bodies}`);
    const lock = Bucket.endsWith('-lock') ? pick(LOCKS) : {};
    const acl = Bucket.endsWith('-acl') && choose(2) === 1 ? { ACL: 'public-read' } : {};
    const more = { ...pick(ATTRIBUTES), ...lock, ...acl, ...encryption };
    const service = name === 'PutObject' ? 's3' : 'model';
    return {
      kind: 'call',
      service,
      name,
      input: { Bucket, Key, Body: Buffer.from(body), ...more },
    };
  };
};

/** An annotation at times; and a sweep for what is older than S3's events, since nothing else tells of it. */
const withFollowers = (upload: Upload, { choose, places }: Draw): readonly UserAction[] => {
  const { Bucket, Key } = upload.input;
  const AnnotationPayload = Buffer.from('a note');
  const noted: UserAction = {
    kind: 'on-version',
    service: 's3',
    name: 'PutObjectAnnotation',
    back: 0,
    input: { Bucket, Key, AnnotationName: 'n0', AnnotationPayload },
  };
  return [
    upload,
    ...(choose(3) === 1 ? [noted] : []),
    ...(upload.service === 'model' ? [{ kind: 'sweep', buckets: places } as const] : []),
  ];
};
