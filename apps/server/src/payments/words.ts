export const words = {
  onlyFinance: 'Payments are made by the desk that claims lie at.',
  onlyLeads: 'Only who leads the desk of claims collects and pays them.',
  noSuchBatch: 'There is no such payment batch.',
  stale: 'Somebody else changed this batch. Look at it again.',
  paidAlready: 'This batch is paid already.',
  checkClaims: (count: number) => `${count} of these claims cannot be paid. Take them out.`,
  noSuchClaim: 'There is no claim of this number that can be paid.',
  own: 'Nobody pays their own claim. Leave it to somebody else.',
  otherCurrency: (currency: string) => `This batch is in ${currency}. Make another for this currency.`,
  purpose: (batch: number, reference: string) => `${reference}, batch ${batch}`,
  twice: 'This claim is named twice.',
} as const

/** The columns of the file of a batch. */
export const fileHeads = ['Claim', 'Name', 'E-mail', 'Amount', 'Currency', 'Purpose'] as const
