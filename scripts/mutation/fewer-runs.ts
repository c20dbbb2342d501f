import fc from 'fast-check';

// A property that needs more examples than these to notice a fault is no safe guard against it.
fc.configureGlobal({ numRuns: 25 });
