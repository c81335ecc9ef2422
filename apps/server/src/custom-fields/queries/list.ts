import { type CustomField, customFields } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { fieldColumns } from './columns.ts'

export const list = handle(customFields.list, async ({ tx, actor }) => ({
  data: await tx.query<CustomField>(
    `select ${fieldColumns} from app.custom_fields f where f.company_id = $1
     order by f.retired_at is not null, lower(f.label), f.id`,
    [actor.companyId],
  ),
}))

type Usable = Pick<CustomField, 'key' | 'label' | 'type' | 'options'>

export const usable = handle(customFields.usable, async ({ tx, actor }) => ({
  data: await tx.query<Usable>(
    `select f.key, f.label, f.type, f.options from app.custom_fields f
     where f.company_id = $1 and f.retired_at is null order by lower(f.label), f.id`,
    [actor.companyId],
  ),
}))
