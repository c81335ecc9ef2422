import { people } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadPerson } from '../access.ts'
import { readGrants } from '../grants.ts'

export const grants = handle(people.grants, async ({ tx, actor, params }) => {
  const person = await loadPerson({ tx, actor }, params.id, { removed: true })
  return answer({ data: await readGrants(tx, actor.companyId, person.id) }, { version: person.version })
})
