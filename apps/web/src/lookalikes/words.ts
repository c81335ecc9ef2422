export const lookalikeWords = {
  panel: 'Similar',
  likely: 'Likely the same',
  merge: 'Merge into this',
  mergeNamed: (reference: string) => `Merge into this: ${reference}`,
  merged: (reference: string, into: string) => `${reference} was merged into ${into}.`,
  by: (name: string) => `by ${name}`,
  solved: (how: string) => `Solved: ${how}`,
}
