import type { Answers } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle, type Inside } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { openRequest } from '../../requests/commands/create.ts'
import { inThisBody, mustBeKnown, type Served, toAnswers } from '../access.ts'
import { readOne } from '../queries/get.ts'
import type { View } from '../queries/read.ts'
import { words } from '../words.ts'

/** What the answer says of a request beside the request: what to weigh, for whoever asks. */
export type Telling = (inside: Inside, view: View) => Promise<object>
export const nothingElse: Telling = async () => ({})

/** Opens a request of this kind with its form's answers; everything else is what every request goes through. */
export const ask = (service: Served, tell: Telling = nothingElse) =>
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
    return answer(
      { ...view, ...(await tell(inside, view)) },
      { version: view.version, location: service.routes.get.path.replace(':id', id) },
    )
  })
