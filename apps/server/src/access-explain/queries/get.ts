import {
  accessExplain,
  type ExplainedAction,
  files,
  type Permission,
  type ReplyOf,
  requests,
} from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { actFor } from '../../identity/access.ts'
import { permissionWords } from '../../people/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { loadRequest } from '../../requests/access.ts'
import { whyNot } from '../../requests/rules.ts'
import { words } from '../words.ts'
import { sightOf } from './sight.ts'

type Reply = ReplyOf<typeof accessExplain.get>
type Step = Reply['steps'][number]

/** The route that does it, and so the permission that it takes. */
const routes = {
  see: requests.get,
  update: requests.update,
  comment: requests.comment,
  note: requests.comment,
  take: requests.assign,
  assign: requests.assign,
  prioritise: requests.prioritise,
  tag: requests.tag,
  seal: requests.seal,
  attach: files.upload,
  withdraw: requests.withdraw,
  confirm: requests.close,
  close: requests.close,
  reopen: requests.reopen,
  appeal: requests.appeal,
  delete: requests.remove,
  restore: requests.restore,
} satisfies Record<ExplainedAction, { may: string }>

/**
 * Asks what decides, as that person: the permission of the route, the door of requests in a transaction of theirs, the
 * rules of the request. The steps beside it say which reason opened the door, or which policy shut it.
 */
export const get = handle(
  accessExplain.get,
  async ({ tx, db, actor, params, query, platform }): Promise<Reply> => {
    const { action } = query
    // First the caller's own door: nobody learns of a request through what others may do.
    const request = await loadRequest({ tx, db, actor }, query.record)
    const [found] = isUuid(params.id.toLowerCase())
      ? await tx.query<Found>(
          `select id, name, department, site, state, deleted_at as "deletedAt" from app.people
         where company_id = $1 and id = $2`,
          [actor.companyId, params.id.toLowerCase()],
        )
      : []
    if (!found || (found.deletedAt && !actor.permissions.has('people.manage')))
      throw new Stop('not_found', words.noSuchPerson)
    const { id, referenceNumber, summary } = request
    const about = {
      person: { id: found.id, name: found.name, department: found.department, site: found.site },
      request: { id, referenceNumber, summary },
      action,
    }
    const answer = (steps: Step[]): Reply => {
      const isAllowed = steps.every(({ holds, decides }) => holds || !decides)
      const say = isAllowed ? words.allowed : words.refused
      return { ...about, isAllowed, sentence: say(found.name, words.deeds[action]), steps }
    }
    const person = await actFor(platform.pools, actor.companyId, found.id)
    if (!person) {
      const say = found.deletedAt ? words.standing.removed : words.standing[found.state]
      return answer([{ holds: false, decides: true, sentence: say(found.name) }])
    }
    const { desk } = await deskFacts(platform, tx)
    const deskName = desk(request.serviceDeskId)?.name ?? request.deskCode
    const roles = [
      ...(person.isAdmin ? [words.admin] : []),
      ...[...person.desks].map(([deskId, role]) => words.atDesk[role](desk(deskId)?.name ?? deskId)),
    ]
    // The table above names permissions alone.
    const permission = routes[action].may
    const isPermitted = person.permissions.has(permission)
    const say = isPermitted ? words.mayAtAll : words.mayNotAtAll
    const role = words.hasRole(person.name, roles.length > 0 ? roles : [words.employee])
    const steps: Step[] = [
      { holds: true, decides: false, sentence: role },
      { holds: isPermitted, decides: !isPermitted, sentence: say(permissionWords[permission as Permission]) },
      ...(await sightOf(platform, { person, request, deskName })),
    ]
    if (action === 'see' || steps.some(({ holds, decides }) => decides && !holds)) return answer(steps)
    const refusal = whyNot(action, person, request, clock.now())
    return answer([...steps, { holds: !refusal, decides: true, sentence: refusal?.sentence ?? words.ruled }])
  },
)

type Found = Reply['person'] & { state: 'INVITED' | 'ACTIVE' | 'BLOCKED'; deletedAt: Date | null }
