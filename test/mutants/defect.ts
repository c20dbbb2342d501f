/** The invariants of the design by their numbers, or what its section on orders asks beside them. */
export type Broken = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 'section 5';

/** One mistake that a careless engineer could make, as a patch of one product file. */
export type Defect = {
  readonly id: string; // the name of its file
  readonly title: string; // what the code does then
  readonly file: string; // from the top of the tree
  readonly from: string; // occurs exactly once in it
  readonly to: string;
  readonly invariant: Broken;
};
