import { type ImportResource, importFieldsOf } from '@deskhand/contract'

/** A header without its case, its accents and what stands between its words: `Serial No.` → `serial no`. */
export const plainHeader = (header: string): string =>
  header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What remains is at its place; what somebody has of it was handed out by another program. */
const stockItem: Record<string, string> = {
  name: 'item name, accessory name, consumable name, component name, name',
  sku: 'item no, item number, model number, model no, part number, sku, serial number, serial',
  quantity: 'remaining, avail, available, quantity, qty, total, amount',
  location: 'location, location name, place, default location',
  minimum: 'min amount, min amt, min qty, minimum quantity',
  unit: 'unit',
  supplier: 'supplier, supplier name, seller',
  unitCost: 'purchase cost, unit cost, cost, price',
  notes: 'notes, item notes, comments',
}

/**
 * How other programs call our fields, the best name first: Snipe-IT's importer of before version 4 (`item name`,
 * `asset tag`, all small), that of its samples since (`Item Name`, `Checked Out To: Email`), its exports (`Asset Name`,
 * `Serial`, `Checked Out`), and what people write themselves.
 */
const names: Record<ImportResource, Record<string, string>> = {
  assets: {
    assetTag: 'asset tag, tag, inventory number, asset id, asset number, barcode',
    serialNumber: 'serial number, serial, serial no, sn, service tag',
    name: 'item name, asset name, name, hostname, computer name',
    category: 'category, asset category, type',
    manufacturer: 'manufacturer, make, brand, vendor',
    model: 'model name, model, asset model',
    modelNumber: 'model number, model no',
    status: 'status, status label, asset status, state',
    person:
      'checked out to email, email, checked out to username, username, user email, assigned to, checked out to full name, full name, checked out to, checked out, user, owner',
    location: 'location, checked out to location, default location, rtd location, place, room, site',
    condition: 'condition',
    ownership: 'ownership',
    lessor: 'lessor, leasing company',
    leaseEndsOn: 'lease ends, lease end, lease end date',
    supplier: 'supplier, supplier name, seller',
    orderNumber: 'order number, order no, purchase order, po number',
    purchaseDate: 'purchase date, purchased, bought on, date of purchase',
    purchaseCost: 'purchase cost, cost, price, purchase price',
    warrantyMonths: 'warranty months, warranty, warranty in months',
    warrantyEndsOn: 'warranty ends, warranty expires, warranty end, warranty expiration',
    endOfLifeOn: 'asset eol date, eol date, eol, end of life',
    costCenter: 'cost centre, cost center',
    notes: 'asset notes, notes, item notes, comments',
  },
  people: {
    email: 'email, e mail, email address, mail',
    firstName: 'first name, given name, firstname',
    lastName: 'last name, surname, family name, lastname',
    fullName: 'full name, name, display name',
    jobTitle: 'job title, title, position, job title for user',
    department: 'department, department name',
    site: 'site, location, location name, office',
    phone: 'phone, phone number, telephone, mobile, phone num',
    manager: 'manager email, manager, manager username, manager name, reports to',
  },
  locations: {
    name: 'name, location name, location, place',
    parent: 'parent location, parent, parent name, inside of',
    kind: 'kind, type',
    address: 'address, address 1, street',
    isStore: 'things are stored there, store, is store',
  },
  manufacturers: {
    name: 'name, manufacturer, manufacturer name',
    website: 'url, website',
    supportWebsite: 'support url, support website',
    supportPhone: 'support phone',
    supportEmail: 'support email, support e mail',
  },
  models: {
    name: 'name, model name, model, item name',
    manufacturer: 'manufacturer, manufacturer name',
    modelNumber: 'model number, model no',
    category: 'category, category name',
    warrantyMonths: 'warranty months, warranty in months',
    lifetimeMonths: 'eol, end of life months, lifetime in months, depreciation months',
    minimumInStock: 'min amount, minimum quantity, min qty, min amt, least in stock',
    isRequestable: 'requestable, can be asked for',
    notes: 'model notes, notes',
  },
  licences: {
    name: 'license name, licence name, software name, item name, license, name',
    publisher: 'manufacturer, vendor, maker',
    kind: 'kind',
    seats: 'seats, total seats, number of seats, total, qty',
    minimumFree: 'min qty, min amt, min amount, minimum quantity',
    key: 'product key, license key, serial number, serial',
    // An e-mail address alone is to whom it is licensed, which is mostly the company.
    person: 'checked out to email, checked out to username, username, assigned to, checked out to full name',
    startsOn: 'purchase date, start date, date of purchase',
    endsOn: 'expiration date, expires, expiration, termination date, end date',
    supplier: 'supplier, supplier name, seller',
    orderNumber: 'order number, order no, purchase order, purchase order number',
    notes: 'notes, license notes, comments',
  },
  accessories: stockItem,
  consumables: stockItem,
  components: stockItem,
}

const lists = new Map<ImportResource, ReadonlyMap<string, { field: string; rank: number }>>()

/** Plain header → our field, and how good a name for it that is. */
export function headersOf(resource: ImportResource): ReadonlyMap<string, { field: string; rank: number }> {
  const known = lists.get(resource)
  if (known) return known
  const found = new Map<string, { field: string; rank: number }>()
  for (const [field, { label }] of Object.entries(importFieldsOf(resource))) {
    const also = names[resource][field]?.split(', ') ?? []
    // Our own words come before all others, so that what we export comes in again as it was; but for one that is listed
    // at a later place, as an old list may call whoever has a thing by it.
    const own = [plainHeader(label), plainHeader(field)].filter((word) => !also.includes(word))
    const all = [...own, ...also]
    for (const [rank, header] of all.entries()) if (!found.has(header)) found.set(header, { field, rank })
  }
  lists.set(resource, found)
  return found
}

/**
 * Lists that Snipe-IT makes, by headers that no other of its lists has together: what its tables and reports export, and
 * the samples of its importers, old and new ones.
 */
const snipe: { preset: string; of: ImportResource; has: string }[] = [
  {
    preset: 'Snipe-IT licences',
    of: 'licences',
    has: 'seats + product key, serial number, licensed to name, license name, licensed to email',
  },
  { preset: 'Snipe-IT licences', of: 'licences', has: 'product key + total, avail, min qty' },
  {
    preset: 'Snipe-IT consumables',
    of: 'consumables',
    has: 'item no, item number, consumable name + quantity, qty, total, min amt, min qty',
  },
  {
    preset: 'Snipe-IT components',
    of: 'components',
    has: 'component name, item name, name + quantity, qty, total + serial number, serial',
  },
  {
    preset: 'Snipe-IT accessories',
    of: 'accessories',
    has: 'accessory name, item name, name + quantity, qty, total',
  },
  {
    preset: 'Snipe-IT assets',
    of: 'assets',
    has: `asset tag + item name, asset name, name, model name, model + checkout type, checked out to email,
      checked out to username, checked out, asset eol date, eol, model notes, asset notes, warranty months, warranty,
      item name`,
  },
  {
    preset: 'Snipe-IT users',
    of: 'people',
    has: `username, user name + first name, name + employee number, employee num, employee no, activated, groups, locale,
      job title, job title for user, manager first name`,
  },
  {
    preset: 'Snipe-IT locations',
    of: 'locations',
    has: `parent location, parent location name, parent + address, address 1, city, currency, ldap ou, ou, manager,
      manager username`,
  },
  {
    preset: 'Snipe-IT locations',
    of: 'locations',
    has: 'name, location name + address, address 1 + city + zip, country, currency',
  },
  {
    preset: 'Snipe-IT models',
    of: 'models',
    has: 'name, model name + category + manufacturer + fieldset, requestable, model notes, eol',
  },
]

/** Which program a list comes from and what it lists, or null where its headers do not say. */
export function presetOf(header: readonly string[]): { preset: string; of: ImportResource } | null {
  const there = new Set(header.map(plainHeader))
  const isThere = (any: string) => any.split(',').some((name) => there.has(plainHeader(name)))
  const found = snipe.find(({ has }) => has.split(' + ').every(isThere))
  return found ? { preset: found.preset, of: found.of } : null
}
