export type ClientConfig = {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly forcePathStyle: true;
};

export const clientConfig = (url: string, account: string, region: string): ClientConfig => ({
  endpoint: url,
  region,
  credentials: { accessKeyId: account, secretAccessKey: 'local' },
  forcePathStyle: true,
});
