export const assetsWords = {
  title: 'Things',
  refused:
    'The list of all things is for people who work at a desk. What you have stands under “Your things”.',
  find: 'Find by tag, serial, name or person',
  add: 'New thing',
  many: '2,000+',
  keptFor: (name: string) => `kept for ${name}`,
  scan: 'Scan',
  empty: 'No things yet.',
  emptyAbout: 'Laptops, screens, phones, badges: add the first, and its label is one press away.',
  filteredTitle: 'Nothing matches.',
  filtered: 'Fewer words or fewer filters find more.',
  clear: 'Clear filters',
  count: (count: number) => (count === 1 ? '1 thing' : `${count.toLocaleString('en')} things`),
  nobody: 'Nobody',
  pick: (tag: string) => `Pick ${tag}`,
  inThePast: (day: string) => `As it was at the end of ${day}.`,
  backToNow: 'Back to now',
  noneThen: 'Nothing was there then.',
  warrantyOver: (day: string) => `over since ${day}`,
  warrantyLeft: (days: number) =>
    days === 0 ? 'ends today' : days === 1 ? '1 day left' : `${days} days left`,
  dueBack: (day: string) => `back ${day}`,
  wasDue: (day: string) => `was due ${day}`,
  serial: (number: string) => `serial number ${number}`,
}

export const columnWords = {
  pick: 'Picked',
  tag: 'Tag',
  name: 'Name',
  kind: 'Kind',
  state: 'State',
  holder: 'Who has it',
  serial: 'Serial number',
  warranty: 'Warranty',
  seen: 'Last seen',
  added: 'Added',
}

export const filterWords = {
  status: 'State',
  subStatus: 'In detail',
  categoryId: 'Kind',
  modelId: 'Model',
  manufacturerId: 'Manufacturer',
  personId: 'Person',
  locationId: 'Place',
  parentAssetId: 'Part of',
  source: 'Known from',
  ownership: 'Ownership',
  acceptance: 'Signature',
  condition: 'Condition',
  warrantyEndsBefore: 'Warranty',
  leaseEndsBefore: 'Lease',
  dueBefore: 'Due back',
  department: 'Department',
  purchasedFrom: 'Bought from',
  purchasedBefore: 'Bought before',
  paidIn: 'Price in',
  warrantyEndsFrom: 'Warranty ends from',
  notSeenDays: 'Not seen',
  asOf: 'As it was',
  deleted: 'Deleted',
  isDeleted: 'made in error',
  more: 'More filters',
  me: 'Me',
  none: 'Nobody',
  somebody: 'One person',
  oneModel: 'One model',
  oneKind: 'One kind',
  oneThing: 'One thing',
  oneManufacturer: 'One manufacturer',
  before: (day: string) => `ends before ${day}`,
  dueBy: (day: string) => `before ${day}`,
  notSeen: (days: string) => `for ${days} days`,
  at: (day: string) => `on ${day}`,
  day: 'Day',
  endsBefore: 'Ends before',
  dueBackBefore: 'Due back before',
  days: 'Days without being seen',
  set: 'Show',
  inDays: (days: number) => `In ${days} days`,
  lately: { yesterday: 'Yesterday', month: 'A month ago', year: 'A year ago' },
  asOfAbout: 'Who had what at the end of that day.',
  ownField: 'By own field',
  own: 'Own field',
  ownWhich: 'Which field',
  ownHow: 'How',
  ownIs: { '': 'is', '>=': 'at least', '<=': 'at most' } as Record<string, string>,
  ownValue: 'Value',
  ownSaid: (label: string, how: string, value: string) => `${label} ${how} ${value}`,
  sort: 'Sorted by',
  sorts: {
    '-createdAt': 'Newest first',
    assetTag: 'Tag',
    '-updatedAt': 'Changed last',
    warrantyEndsOn: 'Warranty ends first',
  },
}

export const sourceWords = { manual: 'Written by hand', import: 'Import', agent: 'Agent' }
export const ownershipWords = { OWNED: 'Owned', LEASED: 'Leased', RENTED: 'Rented', PRIVATE: 'Private' }
export const acceptanceWords = {
  NONE: 'Not asked for',
  PENDING: 'Waits for it',
  ACCEPTED: 'Signed',
  DECLINED: 'Declined',
  EXPIRED: 'Ran out',
}

export const pickWords = {
  region: 'What is picked',
  picked: (count: number) => (count === 1 ? '1 thing picked' : `${count.toLocaleString('en')} things picked`),
  clear: 'Let go of all',
  pick: 'Pick the row',
  pickTo: 'Pick up to the row',
  pickAll: 'Pick all that are loaded',
  pickEvery: (count: number | null) =>
    count === null ? 'Pick all of the list' : `Pick all ${count.toLocaleString('en')}`,
}

export const assetCommands = {
  find: 'Find a thing',
  filter: 'Filter the things',
  add: 'New thing',
}

export const manyWords = {
  title: {
    CHECK_OUT: (count: number) => `Check out ${assetsWords.count(count)}`,
    CHECK_IN: (count: number) => `Check in ${assetsWords.count(count)}`,
    MOVE: (count: number) => `Move ${assetsWords.count(count)}`,
  },
  noneReady: 'Something stands in the way of each.',
}

export const newWords = {
  title: 'New thing',
  add: 'Add it',
  kind: 'Kind',
  needsKind: 'Say what it is: its model, or at least its kind.',
  model: 'Model',
  modelAbout: 'Days of warranty and end of life follow from it.',
  serialNumber: 'Serial number',
  exists: 'There is one with this serial number:',
  name: 'Name',
  nameAbout: 'Only where the model says too little.',
  place: 'Place',
  more: 'Tag, purchase, warranty',
  assetTag: 'Tag',
  tagAbout: (prefix: string | null) =>
    prefix ? `Leave empty for the next number of ${prefix}.` : 'Leave empty for the next number of its kind.',
  purchaseDate: 'Bought',
  warrantyEndsOn: 'Warranty until',
  warrantyAbout: 'Leave empty where the model says for how long.',
  supplier: 'Supplier',
  orderNumber: 'Order',
  done: (tag: string) => `${tag} is added.`,
}

export const thingsOfWords = {
  theirs: 'Their things',
  none: 'Nothing is on their name.',
  all: 'All of them',
}
