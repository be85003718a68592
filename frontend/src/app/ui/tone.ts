/** The four meanings colour may have; everything else is plain. */
export type Tone = 'overdue' | 'near' | 'finished' | 'paused' | 'plain';
