import type { SaveBulkWords } from 'service';

/** What everybody gets who has no words of their own. */
export type BulkWords = Required<Omit<SaveBulkWords, 'version'>>;
