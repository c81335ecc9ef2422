import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importFields, importResources } from '@deskhand/contract'
import { guessColumns, guessDayOrder, guessResource, missingFields } from './guess.ts'
import { presetOf } from './presets.ts'
import { words } from './words.ts'

const guess = (resource: (typeof importResources)[number], header: string) =>
  Object.fromEntries(
    guessColumns(resource, header.split(','), []).flatMap(({ header, guess }) =>
      guess ? [[guess, header]] : [],
    ),
  )

const older =
  'Name,Email,Username,item Name,Category,Model name,Manufacturer,Model Number,Serial number,Asset Tag,Location,Notes,Purchase Date,Purchase Cost,Company,Status,Warranty,Supplier'
const newer =
  'Company,Name,Asset Tag,Category,Supplier,Manufacturer,Location,Order Number,Model,Model Notes,Model Number,Asset Notes,Purchase Date,Purchase Cost,Checkout Type,Checked Out To: Username,Checked Out To: First Name,Checked Out To: Last Name,Checked Out To: Email,Checked Out To: Location,Asset EOL Date'

test('both generations of Snipe-IT’s lists of assets are understood', () => {
  assert.deepEqual(guess('assets', older), {
    person: 'Email',
    name: 'item Name',
    category: 'Category',
    model: 'Model name',
    manufacturer: 'Manufacturer',
    modelNumber: 'Model Number',
    serialNumber: 'Serial number',
    assetTag: 'Asset Tag',
    location: 'Location',
    notes: 'Notes',
    purchaseDate: 'Purchase Date',
    purchaseCost: 'Purchase Cost',
    status: 'Status',
    warrantyMonths: 'Warranty',
    supplier: 'Supplier',
  })
  assert.deepEqual(guess('assets', newer), {
    name: 'Name',
    assetTag: 'Asset Tag',
    category: 'Category',
    supplier: 'Supplier',
    manufacturer: 'Manufacturer',
    location: 'Location',
    orderNumber: 'Order Number',
    model: 'Model',
    modelNumber: 'Model Number',
    notes: 'Asset Notes',
    purchaseDate: 'Purchase Date',
    purchaseCost: 'Purchase Cost',
    person: 'Checked Out To: Email',
    endOfLifeOn: 'Asset EOL Date',
  })
})

test('whose list it is shows in its headers', () => {
  const cases: [string, string | null, string | null][] = [
    [older, 'Snipe-IT assets', 'assets'],
    [newer, 'Snipe-IT assets', 'assets'],
    [
      'First Name,Last Name,Username,Email,Employee Number,Job Title,Location,Manager',
      'Snipe-IT users',
      'people',
    ],
    ['Name,Address,City,Country,Zip,Parent Location', 'Snipe-IT locations', 'locations'],
    ['name,product key,seats,category,manufacturer,expiration date', 'Snipe-IT licences', 'licences'],
    ['Item Name,Company,Category,Quantity,Location', 'Snipe-IT accessories', 'accessories'],
    ['Item Name,Quantity,Item Number,Category', 'Snipe-IT consumables', 'consumables'],
    ['Item Name,Quantity,Serial Number,Category', 'Snipe-IT components', 'components'],
    ['Colour,Taste', null, null],
  ]
  for (const [header, preset, of] of cases) {
    const found = presetOf(header.split(','))
    assert.deepEqual([found?.preset ?? null, found?.of ?? null], [preset, of], header)
  }
})

test('what we export comes in again: every field is found by its own name', () => {
  for (const resource of importResources) {
    const fields: Record<string, { label: string }> = importFields[resource]
    const header = Object.values(fields).map(({ label }) => label)
    assert.deepEqual(
      guessColumns(resource, header, []).map(({ guess }) => guess),
      Object.keys(fields),
      resource,
    )
  }
})

test('blank and repeated headers are told, and no column is guessed twice', () => {
  const columns = guessColumns(
    'assets',
    ['Asset Tag', '', 'asset-tag', 'Serial'],
    [
      ['A-1', 'x', 'B-1', 'S1', 'beyond'],
      ['A-2', ' ', 'B-2', 'S1'],
    ],
  )
  assert.deepEqual(
    columns.map(({ header, guess, warning, samples }) => [header, guess, warning, samples]),
    [
      ['Asset Tag', 'assetTag', null, ['A-1', 'A-2']],
      ['Column 2', null, words.blankHeader, ['x']],
      ['asset-tag', null, words.sameHeader(1), ['B-1', 'B-2']],
      ['Serial', 'serialNumber', null, ['S1']],
      ['Column 5', null, words.blankHeader, ['beyond']],
    ],
  )
})

test('which comes first, the day or the month', () => {
  const cases: [string[], 'DMY' | 'MDY'][] = [
    [['1/2/2026', '11/28/2026'], 'MDY'],
    [['1/2/2026', '28/11/2026'], 'DMY'],
    [['1/2/2026'], 'DMY'],
    [['2026-11-28'], 'DMY'],
    [[], 'DMY'],
  ]
  for (const [cells, order] of cases) assert.equal(guessDayOrder(cells), order)
})

test('what a list must have', () => {
  assert.deepEqual(missingFields('assets', ['name']), ['Tag', 'Category'])
  assert.deepEqual(missingFields('assets', ['serialNumber', 'model']), [])
  assert.deepEqual(missingFields('people', ['email']), ['First name', 'Last name'])
  assert.deepEqual(missingFields('people', ['email', 'fullName']), [])
  assert.deepEqual(missingFields('models', []), ['Name', 'Category'])
})

test('what a list is of is found out by its columns, and only where it can be made of them', () => {
  const guess = (header: string) => guessResource(header.split(','), [], importResources)
  assert.equal(guess('Asset Tag,Serial Number,Category,Purchase Date'), 'assets')
  assert.equal(guess('First Name,Last Name,Email,Job Title'), 'people')
  assert.equal(guess('Colour,Taste'), null)
  assert.equal(guessResource(['Colour', 'Taste'], [], ['assets']), null)
})
