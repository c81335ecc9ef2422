export const words = {
  notOffered: 'Your company does not offer this. Ask an admin to add this kind to the catalogue.',
  noSuchField: 'There is no such field here.',
  needsForm: 'This is kept encrypted by a form, and there is none just now. Leave it out, or tell an admin.',
  noSuchLine: 'There is no such line, or somebody has changed it. Read the lines again.',
  onlyDesk: 'Only the desk that carries it out can note that.',
  tooMuch: (total: string) => `At most what was claimed: ${total}.`,
  noTotal: 'There is nothing claimed that could be approved.',
  noted: (who: string, fields: readonly string[]) => `${who} noted ${fields.join(', ')}.`,
  facts: {
    procurementStatus: (value: unknown) => `that it is ${String(value).toLowerCase()}`,
    orderNumber: (value: unknown) => `the order number ${String(value)}`,
    trackingNumber: (value: unknown) => `the tracking number ${String(value)}`,
    approvedAmount: (value: unknown) => `an approved amount of ${String(value)}`,
    paymentStatus: (value: unknown) => `that the payment is ${String(value).toLowerCase()}`,
    paymentDate: (value: unknown) => `the day of payment, ${String(value)}`,
    paymentReference: (value: unknown) => `the reference of the payment, ${String(value)}`,
  },
  byMoving: 'Hand it over to buying, or take it back from there, by moving the requisition.',
  byApprovers: 'Its approvers decide that with their votes.',
  tooEarly: (state: string, done: string) =>
    state === 'REJECTED' || state === 'CANCELLED'
      ? `A ${state.toLowerCase()} request cannot be ${done}.`
      : `A not yet approved request cannot be ${done}.`,
  noReason: 'Say why it is taken back.',
  allHere: 'Everything that was ordered has arrived.',
  takenBack: 'a correction',
  ordered: 'It is ordered already.',
  boughtAlready: (reference: string) => `${reference} buys it already.`,
  noPrice: 'The request says no price. Give one.',
  setAside: (tag: string, reference: string) => `Set ${tag} aside for ${reference}`,
} as const
