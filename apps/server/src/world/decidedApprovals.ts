import { amountOf } from '../approval-policies/rules.ts'
import type { DemoRequest, DemoRound } from './approvals.ts'
import type { Person, World } from './shapes.ts'

/** Equipment that was delivered, or declined, long ago: who said what then. */
export function decidedOf(
  world: World,
  companyId: string,
  byName: ReadonlyMap<string, Person>,
): DemoRequest[] {
  const type = world.requestTypes.find(
    (one) => one.companyId === companyId && one.name === 'A laptop or screen',
  )
  const people = new Map([...byName.values()].map((person) => [person.id, person]))
  const sofia = byName.get('Sofía Prieto')
  const fits = world.requests.filter(
    ({ requestTypeId, requesterId, createdById, isConfidential, deletedAt, customFields }) => {
      const managerId = people.get(requesterId)?.managerId
      const isOwn = createdById === requesterId && requesterId !== sofia?.id
      if (BigInt(amountOf(customFields)?.amount ?? 0) <= 100_000n) return false
      return (
        requestTypeId === type?.id &&
        isOwn &&
        !isConfidential &&
        !deletedAt &&
        managerId &&
        managerId !== sofia?.id
      )
    },
  )
  const solved = fits.filter(({ status }) => status === 'RESOLVED').slice(-4)
  const refused = fits.filter(({ status }) => status === 'REJECTED').slice(-1)
  return [...solved, ...refused].map((request): DemoRequest => {
    const boss = people.get(people.get(request.requesterId)?.managerId ?? '')
    const who = boss ? `${boss.firstName} ${boss.lastName}` : 'Isabel Ferrer'
    const isRefused = request.status === 'REJECTED'
    const yes = (name: string, after: number) => ({ who: name, state: 'APPROVED' as const, after })
    const round: DemoRound = {
      fields: request.customFields,
      status: isRefused ? 'REJECTED' : 'APPROVED',
      steps: isRefused
        ? [
            {
              status: 'REJECTED',
              votes: [{ who, state: 'REJECTED', after: 2, comment: 'Not before spring.' }],
            },
          ]
        : [
            { status: 'APPROVED', votes: [yes(who, 2)] },
            { status: 'APPROVED', votes: [yes('Sofía Prieto', 4)] },
          ],
    }
    return {
      id: request.id,
      requesterId: request.requesterId,
      requestTypeId: request.requestTypeId,
      formVersionId: request.formVersionId,
      summary: request.summary,
      description: request.description,
      startedAt: request.createdAt,
      policy: 'laptop',
      rounds: [round],
    }
  })
}
