export const certificateWords = {
  pdf: 'Custody certificate',
  file: 'Custody certificate as a file',
} as const
