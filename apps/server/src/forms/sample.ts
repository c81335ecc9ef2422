import { type FormDefinitionIn, forms, type ReplyOf } from '@deskhand/contract'
import { newId } from '../platform/ids.ts'
import type { Desk } from '../testing/desk.ts'
import { elena } from '../testing/people.ts'

type Form = ReplyOf<typeof forms.get>

/** A laptop, as people ask for one. */
export const laptopForm: FormDefinitionIn = {
  title: 'New {device}',
  sections: [
    {
      key: 'main',
      fields: [
        {
          key: 'device',
          type: 'choice',
          label: 'Device',
          isRequired: true,
          options: [
            { value: 'LAPTOP', label: 'Laptop' },
            { value: 'PHONE', label: 'Phone' },
          ],
        },
        {
          key: 'screenSize',
          type: 'number',
          label: 'Screen size',
          unit: 'inch',
          min: 11,
          max: 18,
          isRequired: true,
          showWhen: { match: 'all', parts: [{ answer: 'device', is: 'is', value: 'LAPTOP' }] },
        },
        { key: 'price', type: 'money', label: 'Price', currencies: ['EUR', 'USD'] },
        {
          key: 'reason',
          type: 'text',
          label: 'Reason',
          requireWhen: {
            match: 'any',
            parts: [
              { answer: 'price', is: 'moreThan', value: { amount: '100000', currency: 'EUR' } },
              { fact: 'department', is: 'is', value: 'Nowhere' },
            ],
          },
        },
        { key: 'keeper', type: 'person', label: 'Who keeps it' },
        { key: 'costPin', type: 'line', label: 'Cost PIN', isEncrypted: true, pattern: '[A-Z]{4}\\d{4}' },
        { key: 'photo', type: 'file', label: 'Photo', onlyPictures: true, maxFiles: 2 },
      ],
    },
  ],
}

/** A new kind of request of a desk. */
export async function makeType(desk: Desk, code = 'IT', isConfidential = false): Promise<string> {
  const id = newId()
  await desk.rows(
    elena,
    `insert into app.request_types (company_id, id, desk_id, category_id, name, is_confidential)
     select d.company_id, $1::uuid, d.id, c.id, 'Test ' || $1::text, $3 from app.desks d
     join app.categories c on c.company_id = d.company_id and c.desk_id = d.id where d.code = $2 limit 1`,
    [id, code, isConfidential],
  )
  return id
}

/** A new kind of request that is asked with this form, published. */
export async function askedWith(
  desk: Desk,
  definition: FormDefinitionIn,
  { code = 'IT', isConfidential = false }: { code?: string; isConfidential?: boolean } = {},
): Promise<{ typeId: string; form: Form }> {
  const typeId = await makeType(desk, code, isConfidential)
  const { data: draft } = await desk.as(elena).call(forms.create, {
    body: { name: `Form ${typeId}`, definition, requestTypeIds: [typeId] },
  })
  const { data: form } = await desk.as(elena).call(forms.publish, { params: { id: draft.id }, body: {} })
  return { typeId, form }
}
