import type { TimelineEntry, TimelineKind } from '@deskhand/contract'

type Inventory = NonNullable<TimelineEntry['inventory']>
type Licence = NonNullable<TimelineEntry['licence']>
type Part = NonNullable<TimelineEntry['part']>

export const fieldWords = {
  assetTag: 'Tag',
  name: 'Name',
  serialNumber: 'Serial number',
  modelId: 'Model',
  categoryId: 'Kind',
  ownership: 'Ownership',
  leaseEndsOn: 'Lease ends',
  lessor: 'Lessor',
  supplier: 'Supplier',
  orderNumber: 'Order',
  purchaseDate: 'Bought',
  purchaseCost: 'Price',
  warrantyEndsOn: 'Warranty until',
  endOfLifeOn: 'End of life',
  costCenterId: 'Cost centre',
  customFields: 'Own fields',
  notes: 'Notes',
  lockedFields: 'Kept from agents',
  status: 'State',
  subStatus: 'In detail',
  personId: 'Person',
  parentAssetId: 'Part of',
  locationId: 'Place',
  dueAt: 'Back by',
  condition: 'Condition',
  acceptance: 'Signature',
  isDisputed: 'Disputed',
  source: 'Known from',
  successorId: 'Replaced by',
  deletedAt: 'Deleted',
  manufacturer: 'Manufacturer',
  lastSeenAt: 'Last seen',
  createdAt: 'Added',
}

export const changeWords = {
  failed: 'It could not be saved. Try again.',
  conflict: 'Somebody changed this meanwhile.',
  theirs: 'now',
  mine: 'yours',
  nothing: 'nothing',
  useMine: 'Save mine',
  keepTheirs: 'Keep theirs',
  save: 'Save',
  money: 'Amount',
  currency: 'Currency',
  badMoney: 'Write an amount, such as 1,299.00.',
}

export const thingWords = {
  gone: 'There is no such thing.',
  goneAbout: 'The label may be of another company, or the thing was deleted as made in error.',
  back: 'Things',
  added: 'added',
  since: (day: string) => `since ${day}`,
  nobody: 'Nobody has it',
  in: (path: string) => `in ${path}`,
  partOf: 'in',
  deleted: 'Deleted as made in error.',
  disputed: 'Whoever has it says that they do not.',
  pendingSignature: 'Waits for a signature.',
  facts: 'Facts',
  purchase: 'Purchase and value',
  ownFields: 'Own fields',
  fillOwn: 'Fill in own fields',
  saveOwn: 'Save fields',
  notes: 'Notes',
  empty: '–',
  more: 'More actions',
  label: 'Label',
  state: 'State',
  missing: 'Report missing',
  remove: 'Delete, made in error',
  removeTitle: (tag: string) => `Delete ${tag}?`,
  removeAbout:
    'Only for what was entered by mistake. What is really gone is retired, so that its history stays.',
  removeDo: 'Delete it',
  removed: (tag: string) => `${tag} is deleted.`,
  onlyAdmins: 'Only admins delete things.',
  keptBy: 'Kept by',
  anyDesk: 'Any desk',
  onlyKeeper: 'Only the desk that keeps it does that.',
  tabs: 'About this thing',
  inThePast: (day: string) => `As it was at the end of ${day}.`,
  backToNow: 'Back to now',
  slider: 'See it as it was on a day',
  sliderValue: (day: string) => `As it was on ${day}`,
  today: 'Today',
  notYet: 'It was not there yet.',
  notYetAbout: (day: string) => `It was added on ${day}.`,
}

export const lifeWords = {
  title: (tag: string, standing: string) => `${tag}: ${standing}`,
  do: 'Move it',
  done: (tag: string, standing: string) => `${tag}: ${standing}.`,
  subStatus: 'In detail',
  report: 'What happened, where and when',
  reportNumber: 'Number of the police report',
  reason: 'Why',
  successorId: 'What replaces it',
  wipeProof: 'How it was wiped, and by whom',
  wipeProofAbout: 'The tool, the person, the number of the certificate.',
  condition: 'Condition',
  needed: 'Write a few words.',
  chooseThing: 'Choose the thing.',
  none: 'Nowhere to go from here',
  change: 'Change state',
  titleMany: (count: number) =>
    count === 1 ? 'Change the state of 1 thing' : `Change the state of ${count} things`,
  to: 'State',
  choose: 'Choose a state.',
  said: 'What there is to say',
  saidAbout: 'Why; for what is missing how it went; for what is retired how it was wiped.',
  doRest: (count: number) => `Move ${count}`,
  noneReady: 'Something stands in the way of each.',
  doneMany: (count: number, standing: string) =>
    count === 1 ? `1 thing: ${standing}.` : `${count} things: ${standing}.`,
}

export const historyWords = {
  title: 'History',
  none: 'Nothing has happened yet.',
  older: 'Show what came before',
  somebody: 'Deskhand',
  it: 'it',
  created: (who: string) => `${who} added it`,
  out: (who: string, to: string) => `${who} handed it to ${to}`,
  back: (who: string, from: string | null) =>
    from ? `${who} took it back from ${from}` : `${who} took it back`,
  moved: (who: string, to: string) => `${who} moved it to ${to}`,
  wentAlong: (what: string) => `Along with it: ${what}`,
  cameBack: (what: string) => `Came back with it: ${what}`,
  notBack: (what: string) => `Did not come back: ${what}`,
  nothing: 'nothing',
  facts: (count: number) => (count === 1 ? 'with 1 fact' : `with ${count} facts`),
  quote: (text: string) => `“${text}”`,
  before: 'from',
  after: 'to',
  show: 'What the history shows',
  everything: 'Everything',
  kinds: {
    CUSTODY: 'Who had it',
    ACCEPTANCE: 'Signatures',
    REQUEST: 'Requests',
    COST: 'Costs',
    LICENCE: 'Licences',
    PART: 'Parts',
    INVENTORY: 'What agents found',
    RELATION: 'Relations',
    CHANGE: 'Changes',
  } satisfies Record<TimelineKind, string>,
  request: (who: string) => `${who} asked about it:`,
  bought: (amount: string) => `It was bought for ${amount}`,
  partBought: (tag: string, amount: string) => `${tag}, which is part of it, was bought for ${amount}`,
  licence: ({ freedBecause, byName }: Licence) =>
    freedBecause === null
      ? `${byName ?? 'Deskhand'} gave it a seat of`
      : freedBecause === 'FREED'
        ? `${byName ?? 'Deskhand'} freed its seat of`
        : 'Its seat was freed of',
  part: ({ quantity, isOut, byName }: Part) =>
    `${byName} ${isOut ? 'took out of it' : 'put into it'} ${quantity} ×`,
  inventory: ({ agent, isFirst, sections, programs }: Inventory) =>
    isFirst
      ? `${agent} found it for the first time`
      : `${agent} found something new: ${[
          sections.map((section) => section.toLowerCase()).join(', '),
          programs > 0 ? (programs === 1 ? '1 program' : `${programs} programs`) : '',
        ]
          .filter(Boolean)
          .join(' and ')}`,
}

export const custodyTabWords = {
  title: 'Who had it',
  none: 'Nobody has had it yet.',
  now: 'now',
  thatDay: 'that day',
  stock: 'Not with anybody',
  by: (name: string) => `by ${name}`,
  condition: (out: string | null, back: string | null) =>
    out && back && out !== back ? `${out} when it went, ${back} when it came back` : (back ?? out),
}
