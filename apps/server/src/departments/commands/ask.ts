import type { Answers } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { openRequest } from '../../requests/commands/create.ts'
import { inThisBody, mustBeKnown, type Served, toAnswers } from '../access.ts'
import { readOne } from '../queries/get.ts'
import { words } from '../words.ts'

/** Opens a request of this kind with its form's answers; everything else is what every request goes through. */
export const ask = (service: Served) =>
  handle(service.routes.create, async (inside) => {
    const { tx, platform, body } = inside
    const type = (await deskFacts(platform, tx)).typeOfKind(service.kind)
    if (!type) throw new Stop('state', words.notOffered)
    const { summary, description, onBehalfOfId, ...given } = body
    mustBeKnown(service.kind, given as Answers, type.formVersionId !== null)
    const customFields = toAnswers(given as Answers)
    const { id } = await inThisBody(() =>
      openRequest(inside, { requestTypeId: type.id, summary, description, onBehalfOfId, customFields }),
    )
    const view = await readOne(inside, service, id)
    return answer(view, { version: view.version, location: service.routes.get.path.replace(':id', id) })
  })
