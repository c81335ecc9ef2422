/** `PARENTAL` as people read it, where its label is not at hand. */
export const kindWords = (value: string) =>
  value.slice(0, 1).toUpperCase() + value.slice(1).toLowerCase().replace(/_/g, ' ')
