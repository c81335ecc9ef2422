/** What the server says about files, and their lines in the timeline. */
export const words = {
  noSuchFile: 'There is no such file.',
  noPreview: 'There is no small picture of this file.',
  lost: 'The file is not in its place on the server. Tell whoever runs it.',
  noFile: 'Send one file, in the field named file.',
  noSuchField:
    'There is no such field in this form. It has the file, in the field named file; the rest goes into the address.',
  broken: 'The body broke off, or is no whole form. Send it again, as multipart/form-data with one file.',
  empty: (name: string) => `${name} is empty. Look whether it was saved, then send it again.`,
  tooLarge: 'A file may have at most 50 MB. Send a smaller one, or a part of it.',
  tooMany: (most: number) => `A request holds at most ${most} files. Remove one first.`,
  notInternal: 'Only the desk that works on it can add files for itself.',
  notYours: 'Only who sent this file, or the desk, can remove it.',
  attached: (who: string, name: string) => `${who} attached ${name}.`,
  removed: (who: string, name: string) => `${who} removed ${name}.`,
}
