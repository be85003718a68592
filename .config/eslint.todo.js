const unowned = /\b(TODO|FIXME|XXX)\b(?!\(#\d+\))/;

/** A promise that names its issue is kept by somebody; a bare one is litter. */
export const todoWithIssue = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { unowned: 'Name the issue: TODO(#12): what is left to do.' },
  },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        if (unowned.test(comment.value)) context.report({ loc: comment.loc, messageId: 'unowned' });
      }
    },
  }),
};
