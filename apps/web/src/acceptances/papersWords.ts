import type { Acceptance } from '@deskhand/contract'

/** Apart from the rest: what was signed is listed on pages where nobody signs. */
export const papersWords = {
  receipts: 'Receipts',
  papers: 'Signed papers',
  names: (first: string, more: number) => (more > 0 ? `${first} and ${more} more` : first),
  handed: (person: string) => `for ${person}`,
  facts: ({ state, askedBy }: Pick<Acceptance, 'state' | 'askedBy'>): string =>
    ({
      PENDING: 'waits for a signature',
      ACCEPTED: 'signed',
      DECLINED: 'not signed',
      EXPIRED: 'nobody signed in time',
      WITHDRAWN: 'taken back before it was signed',
      RECEIVED: askedBy ? `given back to ${askedBy.name}` : 'given back',
      VOID: 'receipt is void: it was undone',
    })[state],
  pdf: 'PDF',
  pdfOf: (names: string) => `PDF about ${names}`,
  more: 'Show more',
}
