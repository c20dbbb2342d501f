export type QuarantineKey = {
  readonly bucket: string; // that the object came from
  readonly intentId: string;
  readonly part: 'object' | 'manifest.json' | 'release.json' | 'restored/release.json';
};

const KEY = /^([^/]+)\/([0-9a-f]{64})\/(object|manifest\.json|(?:restored\/)?release\.json)$/;

/** What a key of the quarantine bucket stands for; `undefined` for what is none of ours. */
export const parseQuarantineKey = (key: string): QuarantineKey | undefined => {
  const [, bucket, intentId, part] = KEY.exec(key) ?? [];
  return bucket === undefined || intentId === undefined
    ? undefined
    : { bucket, intentId, part: part as QuarantineKey['part'] };
};
