import * as z from 'zod'
import { AnswerValue, type AskedField, ChoiceOption } from './formShapes.ts'
import { command, event, line, list, oneOf, read, text, uuid } from './kit.ts'
import { CustomFields, RequestRow } from './requestShapes.ts'

export const CustomFieldType = z.enum(['line', 'number', 'date', 'choice', 'person', 'yesNo'])
export type CustomFieldType = z.output<typeof CustomFieldType>
const Side = z.enum(['STAFF', 'EVERYBODY'])

/** By what `customFields` calls it. No field of a form has a `_` in its name, so that neither takes the other's. */
export const OwnKey = z
  .string()
  .max(60)
  .regex(/^own_[a-z][a-zA-Z0-9]*$/, 'own_ and then letters and digits, such as own_building.')

/** Which of them come along with the rows of a list, by their keys. */
export const ownFieldsQuery = { fields: oneOf(OwnKey).optional() }
/** A row of a list, with the texts of the own fields that were asked for, as far as the reader sees them. */
export const ListedRequest = RequestRow.extend({ ownFields: z.record(z.string(), z.string()).optional() })
export type ListedRequest = z.output<typeof ListedRequest>

const changeable = {
  label: line(100),
  help: text(500).nullable(),
  /** What a choice offers; other types have none. */
  options: z.array(ChoiceOption).max(200),
  /** Where it stands; null means at each desk, or at each kind. */
  serviceDeskId: uuid.nullable(),
  requestTypeId: uuid.nullable(),
  /** The desk cannot resolve without it. */
  isRequired: z.boolean(),
  /** Who sees it: the people who work on the request, or also whoever asked. */
  shownTo: Side,
  /** Who fills it in, of those who see it. */
  editedBy: Side,
}

export const CustomField = z.strictObject({
  id: uuid,
  key: z.string(),
  type: CustomFieldType,
  ...changeable,
  isActive: z.boolean(),
  /** How many requests have something in it. */
  valueCount: z.int(),
  version: z.int(),
})
export type CustomField = z.output<typeof CustomField>

/** One of them on one request, with what is in it. */
export const RequestField = z.strictObject({
  key: z.string(),
  label: z.string(),
  help: z.string().nullable(),
  type: CustomFieldType,
  options: z.array(ChoiceOption),
  isRequired: z.boolean(),
  shownTo: Side,
  /** Null where nothing is in it. */
  value: AnswerValue,
  text: z.string().nullable(),
  mayEdit: z.boolean(),
})
export type RequestField = z.output<typeof RequestField>

/** As the field of a form that it is drawn and checked like. */
export function asAsked(
  field: Pick<RequestField, 'key' | 'label' | 'help' | 'type' | 'options'>,
): AskedField {
  const said = {
    key: field.key,
    label: field.label,
    isRequired: false,
    ...(field.help && { help: field.help }),
  }
  switch (field.type) {
    case 'line':
      return { ...said, type: 'line', isEncrypted: false, maxLength: 500 }
    case 'number':
      return { ...said, type: 'number', isEncrypted: false, decimals: 6 }
    case 'date':
      return { ...said, type: 'date', isEncrypted: false }
    case 'choice':
      return { ...said, type: 'choice', isEncrypted: false, options: field.options }
    case 'yesNo':
      return { ...said, type: 'yesNo', isEncrypted: false }
    case 'person':
      return { ...said, type: 'person' }
  }
}

const saved = { errors: [409, 412, 422] as (409 | 412 | 422)[] }

export const customFields = {
  list: read('GET /management/custom-fields', {
    may: 'forms.manage',
    summary: 'The company’s own fields on requests, retired ones last',
    reply: list(CustomField),
  }),
  create: command('POST /management/custom-fields', {
    may: 'forms.manage',
    summary: 'Create a field; its type and its key stay',
    body: z.strictObject({
      /** Left out, it is made of the label. */
      key: OwnKey.optional(),
      type: CustomFieldType,
      label: changeable.label,
      help: changeable.help.default(null),
      options: changeable.options.default([]),
      serviceDeskId: changeable.serviceDeskId.default(null),
      requestTypeId: changeable.requestTypeId.default(null),
      isRequired: changeable.isRequired.default(false),
      shownTo: changeable.shownTo.default('STAFF'),
      editedBy: changeable.editedBy.default('STAFF'),
    }),
    reply: CustomField,
    status: 201,
    errors: [409, 422],
    events: ['custom_field.saved'],
    example: {
      body: {
        label: 'Building',
        type: 'choice',
        options: [
          { value: 'north', label: 'North' },
          { value: 'south', label: 'South' },
        ],
      },
    },
  }),
  change: command('PATCH /management/custom-fields/:id', {
    may: 'forms.manage',
    summary: 'Change a field, or bring a retired one back with what was in it',
    body: z
      .strictObject({ ...changeable, isActive: z.boolean() })
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    reply: CustomField,
    ...saved,
    events: ['custom_field.saved'],
  }),
  retire: command('DELETE /management/custom-fields/:id', {
    may: 'forms.manage',
    summary: 'Retire a field: no request shows it any more, what is in it is kept',
    status: 204,
    errors: [412],
    events: ['custom_field.saved'],
  }),
  usable: read('GET /support/custom-fields', {
    may: 'requests.work',
    summary: 'The fields in use, to filter by',
    reply: list(CustomField.pick({ key: true, label: true, type: true, options: true })),
  }),
  ofRequest: read('GET /requests/:id/custom-fields', {
    may: 'requests.read',
    summary: 'The company’s own fields of a request that the caller sees, with what is in them',
    description: 'Its ETag is the version of the request.',
    reply: list(RequestField),
  }),
  fill: command('PUT /requests/:id/custom-fields', {
    may: 'requests.read',
    summary: 'Fill in some of them; null empties one, those that are not named stay',
    description:
      'With the version of the request in `If-Match`, nothing is written over what somebody else saved since: 412, with the fields and the version that are there now as `current`.',
    body: z.strictObject({ customFields: CustomFields }),
    reply: list(RequestField),
    ...saved,
    events: ['custom_field.filled_in', 'custom_field.shown'],
    example: { body: { customFields: { own_building: 'north' } } },
  }),
}

export const customFieldEvents = {
  'custom_field.saved': event(
    'nobody',
    '{actor} saved the field {ref}',
    z.strictObject({ name: z.string() }),
  ),
  'custom_field.filled_in': event(
    'staff',
    '{actor} filled in fields of {ref}',
    z.strictObject({ labels: z.array(z.string()) }),
  ),
  /** Beside it where whoever asked sees one of them. */
  'custom_field.shown': event('everyone', 'The fields of {ref} changed', z.strictObject({})),
}
