import { forms, type ReplyIn } from '@deskhand/contract'
import { answer, Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { noSuchForm } from '../access.ts'
import { readForm } from './form.ts'

export const get = handle(forms.get, async ({ tx, params }) => {
  const form = isUuid(params.id.toLowerCase()) ? await readForm(tx, params.id) : null
  if (!form) throw noSuchForm()
  return answer(new Json<ReplyIn<typeof forms.get>>(form.text), { version: form.version })
})
