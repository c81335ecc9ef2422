/** Apart from the rest, because the home comes with the app. */
export const toSignWords = {
  title: (name: string, more: number) =>
    more > 0 ? `Sign for ${name} and ${more} more` : `Sign for ${name}`,
  about: (by: string) => `${by} handed it to you.`,
  read: 'Read and sign',
}
