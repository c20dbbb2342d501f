/**
 * The answer if it comes within `milliseconds`, else a rejection: one slow call must not take its whole batch down.
 * What was asked goes on unheard, so only what may be asked again is asked this way.
 */
export const inTime = async <Answer>(
  answer: Promise<Answer>,
  milliseconds: number,
): Promise<Answer> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no answer within ${Math.round(milliseconds)} ms`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
};
