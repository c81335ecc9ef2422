/** Sentences for people. */
export const words = {
  noSuchFile: 'There is no such file.',
  noSuchPhoto: 'One of these photos is not there, or was sent by somebody else. Upload it again.',
  noPicture: (name: string) => `${name} is no picture. Send it as another kind of file.`,
  tooMany: (most: number) => `A thing holds at most ${most} files. Remove one first.`,
} as const
