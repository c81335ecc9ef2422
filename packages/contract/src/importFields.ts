import type { Permission } from './roles.ts'

/** What a cell may hold. */
export type ImportFieldKind =
  | { is: 'line' | 'text'; most: number }
  | { is: 'day' | 'money' | 'yes-no' | 'email' }
  | { is: 'number'; least: number; most: number }
  | { is: 'choice'; of: readonly string[] }
  /** The name of another record; where it is missing it may be made. */
  | { is: 'name'; of: ImportReference }

/** What a cell may name, and whether an import can make it. */
export const importReferences = {
  manufacturer: { word: 'manufacturers', canMake: true },
  category: { word: 'categories', canMake: true },
  model: { word: 'models', canMake: true },
  location: { word: 'places', canMake: true },
  person: { word: 'people', canMake: false },
  costCenter: { word: 'cost centres', canMake: false },
} as const
export type ImportReference = keyof typeof importReferences

export type ImportField = { label: string; kind: ImportFieldKind; isRequired?: true; hint?: string }

const line = (label: string, most = 200): ImportField => ({ label, kind: { is: 'line', most } })
const name = (label: string, of: ImportReference): ImportField => ({ label, kind: { is: 'name', of } })
const day = (label: string): ImportField => ({ label, kind: { is: 'day' } })
const months = (label: string): ImportField => ({ label, kind: { is: 'number', least: 1, most: 600 } })
const count = (label: string, most: number): ImportField => ({
  label,
  kind: { is: 'number', least: 0, most },
})
const notes: ImportField = { label: 'Notes', kind: { is: 'text', most: 10_000 } }
const shortNotes: ImportField = { label: 'Notes', kind: { is: 'text', most: 4_000 } }
const must = (field: ImportField): ImportField => ({ ...field, isRequired: true })

/** Accessories, consumables and components are one kind of record and have the same columns. */
const stockItem = {
  name: must(line('Name')),
  sku: line('Item number', 100),
  quantity: { ...count('How many', 1_000_000), hint: 'Received at the place; for new items alone.' },
  location: { ...name('Place', 'location'), hint: 'Another row of the same name adds to another place.' },
  minimum: { ...count('Minimum', 1_000_000), hint: 'At the place; for new items alone.' },
  unit: { ...line('Unit', 30), hint: 'Such as piece or box; left empty, it is piece.' },
  supplier: line('Supplier'),
  unitCost: { label: 'Price of one', kind: { is: 'money' } },
  notes: shortNotes,
} as const satisfies Record<string, ImportField>

/** The columns that a list of each resource can have; they are its columns in exports as well. */
export const importFields = {
  assets: {
    assetTag: { ...line('Tag', 60), hint: 'Left empty, the next tag of its category is taken.' },
    serialNumber: line('Serial number'),
    name: line('Name'),
    category: { ...name('Category', 'category'), hint: 'Left empty, it is that of its model.' },
    manufacturer: name('Manufacturer', 'manufacturer'),
    model: name('Model', 'model'),
    modelNumber: line('Model number', 100),
    status: line('State', 60),
    person: {
      ...name('Who has it', 'person'),
      hint: 'By e-mail address, the part before its @, or full name.',
    },
    location: name('Place', 'location'),
    condition: {
      label: 'Condition',
      kind: { is: 'choice', of: ['NEW', 'GOOD', 'MARKED', 'DAMAGED', 'BROKEN'] },
    },
    ownership: { label: 'Ownership', kind: { is: 'choice', of: ['OWNED', 'LEASED', 'RENTED', 'PRIVATE'] } },
    lessor: line('Lessor'),
    leaseEndsOn: day('Lease ends'),
    supplier: line('Supplier'),
    orderNumber: line('Order number', 100),
    purchaseDate: day('Bought on'),
    purchaseCost: { label: 'Price', kind: { is: 'money' } },
    warrantyMonths: { ...months('Warranty in months'), hint: 'Counted from the day it was bought.' },
    warrantyEndsOn: day('Warranty ends'),
    endOfLifeOn: day('End of life'),
    costCenter: name('Cost centre', 'costCenter'),
    notes,
  },
  people: {
    email: must({ label: 'E-mail', kind: { is: 'email' } }),
    firstName: line('First name', 100),
    lastName: line('Last name', 100),
    fullName: { ...line('Full name'), hint: 'Where first and last name are not apart.' },
    jobTitle: line('Job title', 150),
    department: line('Department', 100),
    site: line('Site', 100),
    phone: line('Phone', 30),
    manager: {
      ...name('Manager', 'person'),
      hint: 'By e-mail address, the part before its @, or full name.',
    },
  },
  locations: {
    name: must(line('Name', 100)),
    parent: { ...name('Inside of', 'location'), hint: 'The place that it is in.' },
    kind: { label: 'Kind', kind: { is: 'choice', of: ['SITE', 'BUILDING', 'FLOOR', 'ROOM', 'SHELF'] } },
    address: line('Address', 500),
    isStore: { label: 'Things are stored there', kind: { is: 'yes-no' } },
  },
  manufacturers: {
    name: must(line('Name', 120)),
    website: line('Website'),
    supportWebsite: line('Support website'),
    supportPhone: line('Support phone', 60),
    supportEmail: { label: 'Support e-mail', kind: { is: 'email' } },
  },
  models: {
    name: must(line('Name')),
    manufacturer: name('Manufacturer', 'manufacturer'),
    modelNumber: line('Model number', 100),
    category: must(name('Category', 'category')),
    warrantyMonths: months('Warranty in months'),
    lifetimeMonths: months('Lifetime in months'),
    minimumInStock: { label: 'Least in stock', kind: { is: 'number', least: 0, most: 100_000 } },
    isRequestable: { label: 'Can be asked for', kind: { is: 'yes-no' } },
    notes,
  },
  licences: {
    name: must(line('Name')),
    publisher: line('Publisher', 120),
    kind: {
      label: 'Kind',
      kind: { is: 'choice', of: ['PER_PERSON', 'PER_DEVICE', 'FLOATING'] },
      hint: 'Left empty, its seats are for people and things.',
    },
    seats: must(count('Seats', 99_999)),
    minimumFree: count('Least free seats', 99_999),
    key: { label: 'Key', kind: { is: 'text', most: 4_000 }, hint: 'Kept encrypted; for new ones alone.' },
    person: {
      ...name('Who has a seat', 'person'),
      hint: 'Another row of the same licence gives a seat to somebody else.',
    },
    startsOn: { ...day('Begins on'), hint: 'Of its first term; for new ones alone.' },
    endsOn: { ...day('Ends on'), hint: 'Of its first term; for new ones alone.' },
    supplier: line('Supplier', 120),
    orderNumber: line('Order number', 100),
    notes: shortNotes,
  },
  accessories: stockItem,
  consumables: stockItem,
  components: stockItem,
} as const satisfies Record<string, Record<string, ImportField>>

export type ImportResource = keyof typeof importFields
export const importResources = Object.keys(importFields) as [ImportResource, ...ImportResource[]]

/** What people call each. */
export const importResourceWords: Record<ImportResource, string> = {
  assets: 'Things',
  people: 'People',
  locations: 'Places',
  manufacturers: 'Manufacturers',
  models: 'Models',
  licences: 'Licences',
  accessories: 'Accessories',
  consumables: 'Consumables',
  components: 'Components',
}

/** Who may import each: whoever may add one by hand; things by the hundred are for who runs the company. */
export const importPermissions: Record<ImportResource, Permission> = {
  assets: 'company.manage',
  people: 'people.manage',
  locations: 'assets.manage',
  manufacturers: 'assets.work',
  models: 'assets.work',
  licences: 'assets.work',
  accessories: 'assets.work',
  consumables: 'assets.work',
  components: 'assets.work',
}

/** The fields of a resource, by their names. */
export const importFieldsOf = (resource: ImportResource): Record<string, ImportField> =>
  importFields[resource]
