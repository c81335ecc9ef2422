export const words = {
  /** What staff read in the place of a name. */
  first: 'Anonymous',
  last: 'reporter',
  noSuchMailbox: 'No report has this code. Look at it letter by letter.',
  notOffered: 'Nobody takes such reports here.',
  oldPass: 'This page is too old. Open it again, and send what you wrote from there.',
  /** What stands in the place of the name that a file came with. */
  file: (number: number) => `file-${number}`,
  cannotClean:
    'What the camera wrote into this picture cannot be taken out here. Send it as JPEG, PNG, WebP or GIF.',
} as const
