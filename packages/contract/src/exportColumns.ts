/** What pages call the columns of their lists; the same words stand above them in a table that is taken out. */
const words: Record<string, string> = {
  id: 'ID',
  referenceNumber: 'Number',
  deskCode: 'Desk',
  serviceDeskId: 'Desk ID',
  requesterIsVip: 'VIP',
  isVip: 'VIP',
  stateWord: 'State in its words',
  status: 'State',
  subStatus: 'In detail',
  assignedTeam: 'Team',
  slaDueAt: 'Due',
  email: 'E-mail',
  managerName: 'Manager',
  assetTag: 'Tag',
  personName: 'Who has it',
  locationName: 'Place',
  modelName: 'Model',
  categoryName: 'Kind',
  categoryIcon: 'Icon',
  manufacturerName: 'Manufacturer',
  parentAssetTag: 'Part of',
  purchaseDate: 'Bought on',
  purchaseCost: 'Price',
  warrantyEndsOn: 'Warranty ends',
  leaseEndsOn: 'Lease ends',
  endOfLifeOn: 'End of life',
  dueAt: 'Due back',
  acceptance: 'Signature',
  source: 'Known from',
  lastSeenAt: 'Last seen',
  createdAt: 'Added',
  updatedAt: 'Changed',
  actorName: 'Who',
  words: 'What',
  subjectRef: 'Object',
  at: 'Time',
  jobTitle: 'Job',
  lastSignInAt: 'Last sign-in',
  deletedAt: 'Removed',
  ip: 'Address',
}

/**
 * The heading of a field in a table: as its page says it, else its name as people write, `firstName` → `First name`,
 * `term.endsOn` → `Term ends on`.
 */
export const headingOf = (field: string): string => {
  const spelled = field
    .replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase())
    .replace(/Id$/, ' ID')
    .replace(/^sla(?=[A-Z])/, 'SLA ')
    .replace(/(?<=[a-z ])[A-Z](?![A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll('  ', ' ')
  return words[field] ?? `${spelled.slice(0, 1).toUpperCase()}${spelled.slice(1)}`
}
