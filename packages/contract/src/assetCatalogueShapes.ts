import * as z from 'zod'
import { AssetStatus } from './assetShapes.ts'
import { FormField } from './formShapes.ts'
import { email, instant, line, text, uuid } from './kit.ts'

/** What of a form can be a field of a thing; everything in it is there for whoever works at a desk. */
export const thingFieldTypes = [
  'line',
  'text',
  'number',
  'money',
  'date',
  'dateTime',
  'choice',
  'choices',
  'yesNo',
  'person',
] as const satisfies FormField['type'][]
export type ThingFieldType = (typeof thingFieldTypes)[number]

const isThingField = (field: FormField) => thingFieldTypes.some((type) => type === field.type)
const isPlain = (field: FormField) =>
  !('isEncrypted' in field && field.isEncrypted) &&
  !('prefill' in field && field.prefill !== undefined) &&
  !('fromThing' in field && field.fromThing !== undefined)

/** Fields of a thing, as those of a form: of its category, then of its model. */
export const ThingFields = z
  .array(
    FormField.refine(
      isThingField,
      `A thing has fields of these types: ${thingFieldTypes.join(', ')}.`,
    ).refine(
      isPlain,
      'A field of a thing is neither encrypted nor begun with what is known of a person or another thing.',
    ),
  )
  .max(40)
  .meta({
    examples: [
      [
        {
          key: 'memory',
          label: 'Memory',
          type: 'number',
          isRequired: false,
          isEncrypted: false,
          decimals: 0,
        },
      ],
    ],
  })

const months = z.int().min(1).max(600)
/** A month at most. */
const bufferMinutes = z.int().min(0).max(43_200)
const percent = z.number().min(0).max(100)

/** How a thing loses its value from the day it was bought. */
export const Depreciation = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('STRAIGHT_LINE'), months, residualPercent: percent }),
  z.strictObject({
    method: z.literal('DECLINING'),
    yearlyPercent: z.number().gt(0).max(100),
    residualPercent: percent,
  }),
])
export type Depreciation = z.output<typeof Depreciation>

export const thingIcons = [
  'box',
  'laptop',
  'desktop',
  'monitor',
  'phone',
  'tablet',
  'dock',
  'headset',
  'printer',
  'network',
  'server',
  'meeting',
  'keyboard',
  'furniture',
  'vehicle',
  'camera',
  'key',
  'tool',
] as const

/** The letters of a tag: `LT` of `LT-00231`. In any case; kept in capitals. */
const TagPrefix = line(10)
  .transform((prefix) => prefix.toUpperCase())
  .pipe(z.string().regex(/^[A-Z][A-Z0-9]*$/, 'Letters and digits, a letter first, such as LT.'))

export const categoryFacts = {
  name: line(100),
  tagPrefix: TagPrefix,
  /** How many digits a tag has at least: 5 for LT-00231. */
  tagDigits: z.int().min(1).max(10),
  /** The desk that keeps such things; null where any technician does. */
  deskId: uuid.nullable(),
  icon: z.enum(thingIcons),
  fields: ThingFields,
  /** Whoever gets one agrees to `policyText`. */
  requiresAcceptance: z.boolean(),
  policyText: text(20_000).nullable(),
  /** Must be wiped before it goes to anybody else. */
  bearsData: z.boolean(),
  depreciation: Depreciation.nullable(),
  lifetimeMonths: months.nullable(),
  /** Employees may ask to borrow one, of whatever model. */
  isRequestable: z.boolean(),
  /** How long one is kept free after it was lent: to look at it, charge it, wipe it. */
  loanBufferMinutes: bufferMinutes,
}

/** A kind of thing that a company made for itself. */
export const AssetCategory = z.strictObject({
  id: uuid,
  ...categoryFacts,
  tagPrefix: z.string(),
  icon: z.string(),
  /** The number of the next tag. */
  nextNumber: z.int(),
  /** Grows with each new wording of the policy; what was signed keeps its own. */
  policyVersion: z.int(),
  isActive: z.boolean(),
  modelCount: z.int(),
  /** What its models ask for beside its own fields, each once. */
  modelFields: z.array(z.strictObject({ key: z.string(), label: z.string() })),
  /** Of the things that were not deleted. */
  assetCount: z.int(),
  updatedAt: instant,
  version: z.int(),
})
export type AssetCategory = z.output<typeof AssetCategory>

export const modelFacts = {
  name: line(200),
  modelNumber: line(100).nullable(),
  manufacturerId: uuid.nullable(),
  categoryId: uuid,
  /** Beside those of its category. */
  fields: ThingFields,
  /** Where it differs from its category. */
  depreciation: Depreciation.nullable(),
  lifetimeMonths: months.nullable(),
  warrantyMonths: months.nullable(),
  /** Employees may ask to borrow one. */
  isRequestable: z.boolean(),
  /** Where it differs from its category. */
  loanBufferMinutes: bufferMinutes.nullable(),
  /** How many should be in stock. */
  minimumInStock: z.int().min(0).max(100_000).nullable(),
  notes: text(10_000).nullable(),
}

export const AssetModel = z.strictObject({
  id: uuid,
  ...modelFacts,
  manufacturerName: z.string().nullable(),
  categoryName: z.string(),
  categoryIcon: z.string(),
  isActive: z.boolean(),
  assetCount: z.int(),
  /** In stock and free to be handed out. */
  availableCount: z.int(),
  updatedAt: instant,
  version: z.int(),
})
export type AssetModel = z.output<typeof AssetModel>

/** One model with what became of its things. */
export const AssetModelWhole = AssetModel.extend({
  /** Of its category, then its own: what its things are asked. */
  allFields: ThingFields,
  byStatus: z.array(z.strictObject({ status: AssetStatus, count: z.int() })),
  /** Its failure curve: of the things that reached a year of their lives, how often they were sent to be repaired in it. */
  repairsByAge: z.array(z.strictObject({ year: z.int(), things: z.int(), repairs: z.int() })),
})
export type AssetModelWhole = z.output<typeof AssetModelWhole>

const website = z
  .string()
  .trim()
  .max(500)
  .refine((address) => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol), {
    message: 'Write a whole address, such as https://support.example.com.',
  })

export const manufacturerFacts = {
  name: line(100),
  website: website.nullable(),
  supportWebsite: website.nullable(),
  supportPhone: line(60).nullable(),
  supportEmail: email.nullable(),
}

export const Manufacturer = z.strictObject({
  id: uuid,
  ...manufacturerFacts,
  website: z.string().nullable(),
  supportWebsite: z.string().nullable(),
  supportEmail: z.string().nullable(),
  modelCount: z.int(),
  updatedAt: instant,
  version: z.int(),
})
export type Manufacturer = z.output<typeof Manufacturer>
