/** Plain-HTTP addresses of the office network have no clipboard: there the code is selected, to be copied by hand. */
export const copyText = async (
  document: Document,
  text: string,
  code: Node | null,
): Promise<boolean> => {
  const clipboard = document.defaultView?.navigator.clipboard;
  if (clipboard !== undefined) await clipboard.writeText(text);
  else if (code !== null) document.getSelection()?.selectAllChildren(code);
  return clipboard !== undefined;
};
