import * as z from 'zod';

/** What somebody typed, and the version it was typed over. */
export const typedDraftSchema = z
  .strictObject({ body: z.string(), version: z.int().min(0) })
  .readonly();
export type TypedDraft = z.infer<typeof typedDraftSchema>;

/** `moved`: somebody else has saved other words over the version it was typed over. */
type DraftStanding = 'none' | 'unsaved' | 'moved';

/**
 * How what was typed stands to what is saved. Only the very same words make it needless: nothing else throws
 * away what somebody typed.
 */
export const standingOf = (
  draft: TypedDraft | undefined,
  saved: { readonly body: string; readonly version: number },
): DraftStanding => {
  if (draft === undefined || draft.body.trim() === saved.body.trim()) return 'none';
  return draft.version < saved.version ? 'moved' : 'unsaved';
};
