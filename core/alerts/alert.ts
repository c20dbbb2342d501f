/** One SNS message. Nothing in it is raw: what came from outside is shown text. */
export type Alert = {
  readonly subject: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
};
