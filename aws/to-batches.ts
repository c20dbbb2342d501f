type Sized = { readonly bytes: number };

/** In order, as few batches as a call's two limits allow. An item that alone is too big is a batch of its own. */
export const toBatches = <Item extends Sized>(
  items: readonly Item[],
  { mostItems, mostBytes }: { readonly mostItems: number; readonly mostBytes: number },
): readonly (readonly Item[])[] => {
  const batches: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const last = batches.at(-1);
    if (last !== undefined && last.length < mostItems && item.bytes <= room) {
      last.push(item);
      room -= item.bytes;
    } else {
      batches.push([item]);
      room = mostBytes - item.bytes;
    }
  }
  return batches;
};
