import { people } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { noSuchPerson } from '../access.ts'
import { readPerson } from './person.ts'

export const get = handle(people.get, async ({ tx, actor, params }) => {
  const id = params.id.toLowerCase()
  const person = isUuid(id) ? await readPerson(tx, actor, id) : null
  if (!person) throw noSuchPerson()
  return answer(person, { version: person.version })
})
