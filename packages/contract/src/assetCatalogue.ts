import * as z from 'zod'
import {
  AssetCategory,
  AssetModel,
  AssetModelWhole,
  categoryFacts,
  Manufacturer,
  manufacturerFacts,
  modelFacts,
} from './assetCatalogueShapes.ts'
import { command, event, line, list, oneOf, page, paging, read, uuid } from './kit.ts'

const isSaid = (body: object) => Object.keys(body).length > 0
const sayWhat = 'Say what to change.'
const saved = { errors: [409, 412, 422] as (409 | 412 | 422)[] }

export const assetCatalogue = {
  categories: read('GET /asset-categories', {
    may: 'assets.read',
    exports: true,
    summary: 'Categories of things by their names, retired ones last',
    reply: list(AssetCategory),
  }),
  addCategory: command('POST /management/asset-categories', {
    may: 'assets.manage',
    summary: 'Make a category: its tags, its fields, and what people sign for',
    description:
      'A kind of thing of one’s own needs no more than this. A name or prefix that another category has answers 409 and names it.',
    body: z.strictObject({
      ...categoryFacts,
      tagDigits: categoryFacts.tagDigits.default(5),
      deskId: categoryFacts.deskId.default(null),
      icon: categoryFacts.icon.default('box'),
      fields: categoryFacts.fields.default([]),
      requiresAcceptance: categoryFacts.requiresAcceptance.default(false),
      policyText: categoryFacts.policyText.default(null),
      bearsData: categoryFacts.bearsData.default(false),
      depreciation: categoryFacts.depreciation.default(null),
      lifetimeMonths: categoryFacts.lifetimeMonths.default(null),
      isRequestable: categoryFacts.isRequestable.default(false),
      loanBufferMinutes: categoryFacts.loanBufferMinutes.default(0),
    }),
    reply: AssetCategory,
    status: 201,
    errors: [409, 422],
    events: ['asset_category.created'],
    example: {
      body: {
        name: 'Laptop',
        tagPrefix: 'LT',
        icon: 'laptop',
        fields: [{ key: 'memory', type: 'number', label: 'Memory', unit: 'GB' }],
        bearsData: true,
        depreciation: { method: 'STRAIGHT_LINE', months: 48, residualPercent: 0 },
      },
    },
  }),
  changeCategory: command('PATCH /management/asset-categories/:id', {
    may: 'assets.manage',
    summary: 'Change a category, retire it or bring it back',
    description:
      'Another wording of the policy is its next version; who signed keeps the one that they signed. Tags that were given stay. A field that things have something in keeps its type.',
    body: z
      .strictObject({ ...categoryFacts, isActive: z.boolean() })
      .partial()
      .refine(isSaid, sayWhat),
    reply: AssetCategory,
    ...saved,
    events: ['asset_category.updated'],
    example: { body: { requiresAcceptance: true, policyText: 'Bring it back when you leave.' } },
  }),
  retireCategory: command('DELETE /management/asset-categories/:id', {
    may: 'assets.manage',
    summary:
      'Delete a category that nothing is of; one with models or things is retired and takes nothing new',
    status: 204,
    errors: [412],
    events: ['asset_category.updated', 'asset_category.deleted'],
  }),
  models: read('GET /asset-models', {
    may: 'assets.read',
    exports: true,
    summary: 'Models by their names, with how many there are and how many are free',
    query: z.strictObject({
      categoryId: oneOf(uuid).optional(),
      manufacturerId: oneOf(uuid).optional(),
      /** Left out, both. */
      isActive: z.stringbool().optional(),
      /** Those alone of which fewer are free than should be. */
      isLow: z.stringbool().optional(),
      /** In names, model numbers, and the names of manufacturers. */
      q: line(200).optional(),
      ...paging,
    }),
    reply: page(AssetModel),
  }),
  addModel: command('POST /asset-models', {
    may: 'assets.work',
    summary: 'Make a model',
    description: 'A name and model number that the manufacturer has already answers 409 and names it.',
    body: z.strictObject({
      ...modelFacts,
      modelNumber: modelFacts.modelNumber.default(null),
      manufacturerId: modelFacts.manufacturerId.default(null),
      fields: modelFacts.fields.default([]),
      depreciation: modelFacts.depreciation.default(null),
      lifetimeMonths: modelFacts.lifetimeMonths.default(null),
      warrantyMonths: modelFacts.warrantyMonths.default(null),
      isRequestable: modelFacts.isRequestable.default(false),
      loanBufferMinutes: modelFacts.loanBufferMinutes.default(null),
      minimumInStock: modelFacts.minimumInStock.default(null),
      notes: modelFacts.notes.default(null),
    }),
    reply: AssetModel,
    status: 201,
    errors: [409, 422],
    events: ['asset_model.created'],
    example: {
      body: {
        name: 'ThinkPad X1 Carbon Gen 12',
        categoryId: '0190a000-0000-7000-8000-000000000001',
        warrantyMonths: 36,
      },
    },
  }),
  model: read('GET /asset-models/:id', {
    may: 'assets.read',
    summary: 'One model, with what its things are and how often they were repaired at which age',
    reply: AssetModelWhole,
  }),
  changeModel: command('PATCH /asset-models/:id', {
    may: 'assets.work',
    summary: 'Change a model; only admins bring a retired one back',
    description: 'Its category stays while things are of it.',
    body: z
      .strictObject({ ...modelFacts, isActive: z.boolean() })
      .partial()
      .refine(isSaid, sayWhat),
    reply: AssetModel,
    ...saved,
    events: ['asset_model.updated'],
    example: { body: { minimumInStock: 5 } },
  }),
  retireModel: command('DELETE /asset-models/:id', {
    may: 'assets.manage',
    summary: 'Delete a model that nothing is of; one with things is retired and takes nothing new',
    status: 204,
    errors: [412],
    events: ['asset_model.updated', 'asset_model.deleted'],
  }),
  manufacturers: read('GET /manufacturers', {
    may: 'assets.read',
    exports: true,
    summary: 'Manufacturers by their names',
    reply: list(Manufacturer),
  }),
  addManufacturer: command('POST /manufacturers', {
    may: 'assets.work',
    summary: 'Add a manufacturer',
    body: z.strictObject({
      name: manufacturerFacts.name,
      website: manufacturerFacts.website.default(null),
      supportWebsite: manufacturerFacts.supportWebsite.default(null),
      supportPhone: manufacturerFacts.supportPhone.default(null),
      supportEmail: manufacturerFacts.supportEmail.default(null),
    }),
    reply: Manufacturer,
    status: 201,
    errors: [409, 422],
    events: ['manufacturer.created'],
    example: { body: { name: 'Lenovo', supportWebsite: 'https://support.lenovo.com' } },
  }),
  changeManufacturer: command('PATCH /manufacturers/:id', {
    may: 'assets.work',
    summary: 'Change a manufacturer',
    body: z.strictObject(manufacturerFacts).partial().refine(isSaid, sayWhat),
    reply: Manufacturer,
    ...saved,
    events: ['manufacturer.updated'],
    example: { body: { supportPhone: '+1 800 426 7378' } },
  }),
}

const named = z.strictObject({})
const fields = z.strictObject({ fields: z.array(z.string()) })
export const assetCatalogueEvents = {
  'asset_category.created': event('staff', '{actor} made the category {ref}', named),
  'asset_category.updated': event('staff', '{actor} changed the category {ref}', fields),
  'asset_category.deleted': event('staff', '{actor} deleted the category {ref}', named),
  'asset_model.created': event('staff', '{actor} made the model {ref}', named),
  'asset_model.updated': event('staff', '{actor} changed the model {ref}', fields),
  'asset_model.deleted': event('staff', '{actor} deleted the model {ref}', named),
  'manufacturer.created': event('staff', '{actor} added the manufacturer {ref}', named),
  'manufacturer.updated': event('staff', '{actor} changed the manufacturer {ref}', fields),
  'manufacturer.deleted': event('staff', '{actor} deleted the manufacturer {ref}', named),
}
