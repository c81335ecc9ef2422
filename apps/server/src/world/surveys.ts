import type { SurveyWord } from '@deskhand/contract'
import { isWorthAsking } from '../surveys/rules.ts'
import { comments } from './content/surveyComments.ts'
import { idAt, makeRandom } from './random.ts'
import type { World } from './shapes.ts'

const day = 86_400_000

type Row = {
  companyId: string
  id: string
  requestId: string
  personId: string
  solverId: string | null
  eventId: number
  mailedEventId: number
  askedAt: Date
  word: SurveyWord | null
  comment: string | null
  answeredAt: Date | null
}

/** What people of a company were asked after their requests were solved, and what two in five of them said. */
export function surveysOf(world: World, companyId: string, present: Date): Row[] {
  const random = makeRandom(`surveys ${companyId}`)
  const solvers = new Map<string, string | null>()
  for (const { requestId, authorId, metadata } of world.activities)
    if (metadata.to === 'RESOLVED') solvers.set(requestId, authorId)
  const askedLast = new Map<string, number>()
  const solved = world.requests
    .filter((one) => one.companyId === companyId && one.status === 'RESOLVED' && !one.deletedAt)
    .flatMap((one) => (one.resolvedAt ? [{ ...one, resolvedAt: one.resolvedAt }] : []))
    .sort((one, other) => one.resolvedAt.getTime() - other.resolvedAt.getTime())
  return solved.flatMap((request): Row[] => {
    const solverId = solvers.get(request.id) ?? null
    const askedAt = request.resolvedAt.getTime()
    if (!isWorthAsking({ ...request, actorId: solverId })) return []
    if (askedAt - (askedLast.get(request.requesterId) ?? 0) < 7 * day) return []
    askedLast.set(request.requesterId, askedAt)
    const answeredAt = askedAt + random.int(4, 2600) * 60_000
    const isAnswered = random.chance(0.4) && answeredAt < present.getTime()
    const word = pickWord(random.next(), request.reopenCount > 0)
    return [
      {
        companyId,
        id: idAt(random, askedAt),
        requestId: request.id,
        personId: request.requesterId,
        solverId,
        eventId: 0,
        mailedEventId: 0,
        askedAt: request.resolvedAt,
        word: isAnswered ? word : null,
        comment: isAnswered && random.chance(0.45) ? random.pick(comments[word]) : null,
        answeredAt: isAnswered ? new Date(answeredAt) : null,
      },
    ]
  })
}

/** Most are content; whoever had to come back is less so. */
function pickWord(draw: number, cameBack: boolean): SurveyWord {
  const at = cameBack ? draw * 0.6 + 0.4 : draw
  if (at < 0.46) return 'VERY_GOOD'
  if (at < 0.79) return 'GOOD'
  if (at < 0.91) return 'FAIR'
  return at < 0.97 ? 'BAD' : 'VERY_BAD'
}
