import * as z from 'zod'
import { day, line, text } from './kit.ts'
import { Money } from './money.ts'

/** The name of an answer: what `customFields` calls it. */
export const FieldKey = z
  .string()
  .max(60)
  .regex(/^[a-z][a-zA-Z0-9]*$/, 'Letters and digits, a small letter first, such as hardwareName.')

/** What is known of whoever the request is for; conditions compare with it and fields begin with it. */
export const PersonFact = z.enum([
  'name',
  'email',
  'phone',
  'jobTitle',
  'department',
  'site',
  'managerId',
  'isManager',
])
export type PersonFact = z.output<typeof PersonFact>
export type PersonFacts = Partial<Record<PersonFact, string | boolean | null>>

/** What a field can begin with: what is known of the person, or the place whose code was scanned. */
export const StartFact = z.enum([...PersonFact.options, 'place'])
export type StartFact = z.output<typeof StartFact>

/** What is known of a thing that an answer names; fields begin with it. */
export const ThingFact = z.enum(['name', 'assetTag', 'serialNumber', 'model', 'place'])
export type ThingFact = z.output<typeof ThingFact>
/** A thing that a field of things can be answered with. */
export const FormThing = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  assetTag: z.string(),
  serialNumber: z.string().nullable(),
  model: z.string().nullable(),
  /** Where it lies, else where whoever has it works. */
  place: z.string().nullable(),
})
export type FormThing = z.output<typeof FormThing>

const Scalar = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()])
const Files = z.array(z.string().max(200)).max(200)
const Row = z.record(FieldKey, z.union([Scalar, Money, Files]))
const Signature = z.strictObject({ name: line(120) })
const mille = z.int().min(0).max(1000)
/** A point on a floor plan, in thousandths of its width and height from the top left. */
export const Pin = z.strictObject({ planId: z.uuid(), x: mille, y: mille })
export type Pin = z.output<typeof Pin>
/** Everything that an answer can be; which of it a field takes, its type says. */
export const AnswerValue = z.union([Scalar, Money, Signature, Pin, Files, z.array(Row).max(200)])
export type AnswerValue = z.output<typeof AnswerValue>
export type Answers = Record<string, AnswerValue>
/** Answers as they travel, by the names of their fields. */
export const AnswerSet = z
  .record(FieldKey, AnswerValue)
  .refine((answers) => Object.keys(answers).length <= 200, 'At most 200 answers.')
export type AnswerRow = z.output<typeof Row>

export const FormComparisonWord = z.enum([
  'is',
  'isNot',
  'oneOf',
  'noneOf',
  'contains',
  'moreThan',
  'atLeast',
  'lessThan',
  'atMost',
  'answered',
  'notAnswered',
])
export type FormComparisonWord = z.output<typeof FormComparisonWord>

const comparing = {
  is: FormComparisonWord,
  value: z
    .union([z.string().max(500), z.number(), z.boolean(), Money, z.array(z.string().max(500)).max(100)])
    .optional(),
}
/** "Device is Laptop": one answer, or one fact of the person, against a value. */
export type FormComparison = {
  answer?: string | undefined
  fact?: PersonFact | undefined
  is: FormComparisonWord
  value?: string | number | boolean | Money | string[] | undefined
}
// Two shapes, so that a comparison names exactly one of both; readers may ask for either.
export const FormComparison = z.union([
  z.strictObject({ answer: FieldKey, ...comparing }),
  z.strictObject({ fact: PersonFact, ...comparing }),
]) as z.ZodType<FormComparison, FormComparison>

const match = z.enum(['all', 'any'])
export const FormConditionGroup = z.strictObject({ match, parts: z.array(FormComparison).min(1).max(20) })
export type FormConditionGroup = z.output<typeof FormConditionGroup>
/** All or any of some comparisons, or of groups of them. */
export const FormCondition = z.strictObject({
  match,
  parts: z
    .array(z.union([FormComparison, FormConditionGroup]))
    .min(1)
    .max(20),
})
export type FormCondition = z.output<typeof FormCondition>

export const ChoiceOption = z.strictObject({ value: line(100), label: line(200) })
const options = z.array(ChoiceOption).min(1).max(200)
const length = z.int().min(0).max(10_000).optional()
/** A day, today, or the day of another answer. */
export const DayBound = z.union([z.literal('today'), day, z.strictObject({ answer: FieldKey })])
export type DayBound = z.output<typeof DayBound>
const days = { notBefore: DayBound.optional(), notAfter: DayBound.optional() }
const amounts = { min: Money.shape.amount.optional(), max: Money.shape.amount.optional() }
const numbers = {
  min: z.number().optional(),
  max: z.number().optional(),
  decimals: z.int().min(0).max(6).default(0),
  unit: line(20).optional(),
}
const pattern = z.string().min(1).max(200)
const lineText = {
  minLength: length,
  maxLength: length,
  pattern: pattern.optional(),
  patternHelp: line(200).optional(),
}
const money = {
  currencies: z.array(Money.shape.currency).min(1).max(30).default(['EUR']),
  /** Also the company's own currency and each that it has a rate for; while it is asked they stand in `currencies`. */
  orRated: z.boolean().optional(),
  ...amounts,
}
const fileLimits = { maxFiles: z.int().min(1).max(20).default(5), onlyPictures: z.boolean().default(false) }

const columnBase = { key: FieldKey, label: line(200), isRequired: z.boolean().default(false) }
/** One column of a field of lines. */
export const FormColumn = z.discriminatedUnion('type', [
  z.strictObject({ ...columnBase, type: z.literal('line'), ...lineText }),
  z.strictObject({ ...columnBase, type: z.literal('number'), ...numbers }),
  z.strictObject({ ...columnBase, type: z.literal('money'), ...money }),
  z.strictObject({ ...columnBase, type: z.literal('date'), ...days }),
  z.strictObject({ ...columnBase, type: z.literal('choice'), options }),
  z.strictObject({ ...columnBase, type: z.literal('yesNo') }),
  z.strictObject({ ...columnBase, type: z.literal('file'), ...fileLimits }),
])
export type FormColumn = z.output<typeof FormColumn>

const said = {
  key: FieldKey,
  label: line(200),
  help: text(500).optional(),
  showWhen: FormCondition.optional(),
}
const asked = {
  ...said,
  isRequired: z.boolean().default(false),
  /** Required only when this holds. */
  requireWhen: FormCondition.optional(),
  /** What it begins with: what is known goes before a fixed value. */
  prefill: StartFact.optional(),
  /** A fact of the thing that another answer names, as soon as it names one. */
  fromThing: z.strictObject({ answer: FieldKey, fact: ThingFact }).optional(),
  default: AnswerValue.optional(),
}
/** Kept encrypted, shown only to who asked and to who works on it, and only when they ask to see it. */
const sealable = { ...asked, isEncrypted: z.boolean().default(false) }

export const FormField = z.discriminatedUnion('type', [
  z.strictObject({ ...sealable, type: z.literal('line'), ...lineText }),
  z.strictObject({ ...sealable, type: z.literal('text'), minLength: length, maxLength: length }),
  z.strictObject({ ...sealable, type: z.literal('number'), ...numbers }),
  z.strictObject({ ...sealable, type: z.literal('money'), ...money }),
  z.strictObject({ ...sealable, type: z.literal('date'), ...days }),
  z.strictObject({ ...asked, type: z.literal('dateTime') }),
  z.strictObject({ ...sealable, type: z.literal('choice'), options }),
  z.strictObject({
    ...asked,
    type: z.literal('choices'),
    options,
    min: z.int().min(0).max(200).optional(),
    max: z.int().min(1).max(200).optional(),
  }),
  z.strictObject({ ...sealable, type: z.literal('yesNo') }),
  z.strictObject({ ...asked, type: z.literal('person') }),
  z.strictObject({ ...asked, type: z.literal('site') }),
  z.strictObject({ ...asked, type: z.literal('department') }),
  /** One of the things that whoever it is for has; it is linked to the request. */
  z.strictObject({ ...asked, type: z.literal('asset') }),
  z.strictObject({ ...asked, type: z.literal('pin') }),
  z.strictObject({ ...asked, type: z.literal('file'), ...fileLimits }),
  z.strictObject({ ...asked, type: z.literal('signature'), statement: text(1000).optional() }),
  z.strictObject({
    ...asked,
    type: z.literal('lines'),
    columns: z.array(FormColumn).min(1).max(12),
    minRows: z.int().min(0).max(200).optional(),
    maxRows: z.int().min(1).max(200).default(50),
    /** What one line is called: "Add an item". */
    rowName: line(60).optional(),
    /** The running total: the sum of one column of money, times one of numbers where there is one. */
    total: z.strictObject({ amount: FieldKey, quantity: FieldKey.optional() }).optional(),
  }),
  z.strictObject({ ...said, type: z.literal('heading') }),
  z.strictObject({ ...said, type: z.literal('notice') }),
])
export type FormField = z.output<typeof FormField>
export type FieldType = FormField['type']
/** A field that can be answered. */
export type AskedField = Exclude<FormField, { type: 'heading' | 'notice' }>
export type LinesField = Extract<FormField, { type: 'lines' }>

export const FormSection = z.strictObject({
  key: FieldKey,
  title: line(200).optional(),
  help: text(500).optional(),
  showWhen: FormCondition.optional(),
  fields: z.array(FormField).max(100),
})
export type FormSection = z.output<typeof FormSection>

/** A form, whole: what a version keeps, and what is imported and exported as JSON. */
export const FormDefinition = z.strictObject({
  /** The request's title, made of answers: "New {hardwareName}". Without it the form asks for one. */
  title: line(200).optional(),
  /** Whether the page also asks for own words. */
  description: z.enum(['none', 'optional', 'required']).default('optional'),
  /** Whether it asks how soon, and who is affected. */
  asksUrgency: z.boolean().default(false),
  sections: z.array(FormSection).min(1).max(20),
})
export type FormDefinition = z.output<typeof FormDefinition>
export type FormDefinitionIn = z.input<typeof FormDefinition>
