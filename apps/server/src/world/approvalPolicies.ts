import { PolicyDefinition, type PolicyDefinitionIn } from '@deskhand/contract'
import type { World } from './shapes.ts'

export type DemoPolicy = {
  key: 'laptop' | 'leave' | 'expense' | 'requisition'
  name: string
  definition: PolicyDefinition
}

const euros = (amount: number) => ({ amount: String(amount * 100), currency: 'EUR' })
const manager = { kind: 'MANAGER' as const }

/** The four policies of Harbour & Pine, by what its catalogue calls things. */
export function demoPolicies(
  companyId: string,
  { requestTypes }: Pick<World, 'requestTypes'>,
  personId: (name: string) => string,
): DemoPolicy[] {
  const typesCalled = (...names: string[]) =>
    requestTypes
      .filter((type) => type.companyId === companyId && names.includes(type.name))
      .map(({ id }) => id)
  const policy = (key: DemoPolicy['key'], name: string, definition: PolicyDefinitionIn): DemoPolicy => ({
    key,
    name,
    definition: PolicyDefinition.parse(definition),
  })
  return [
    policy('laptop', 'Equipment over 1,000 EUR', {
      conditions: { requestTypeIds: typesCalled('A laptop or screen', 'Phone or SIM'), over: euros(1_000) },
      steps: [
        { name: 'Manager', approvers: [manager], expireHours: 27 },
        { name: 'IT supervisor', approvers: [{ kind: 'DESK_ROLE', role: 'SUPERVISOR' }] },
      ],
      tolerancePercent: 5,
      signOver: euros(10_000),
    }),
    policy('leave', 'Time off', {
      conditions: { requestTypeIds: typesCalled('Time off') },
      steps: [{ name: 'Manager', approvers: [manager] }],
      resolves: true,
    }),
    policy('expense', 'Expenses over 500 EUR', {
      conditions: { requestTypeIds: typesCalled('Expense claim'), over: euros(500) },
      steps: [
        { name: 'Manager', approvers: [manager] },
        { name: 'Cost centre', approvers: [{ kind: 'COST_CENTER_OWNER' }], isParallel: true },
      ],
    }),
    policy('requisition', 'Purchase requisitions', {
      conditions: { requestTypeIds: typesCalled('Purchase requisition') },
      steps: [
        {
          name: 'Purchasing board',
          approvers: [
            {
              kind: 'PEOPLE',
              personIds: ['Marta Gil', 'Isabel Ferrer', 'Teresa Quintana'].map(personId),
            },
          ],
          rule: { kind: 'QUORUM', count: 2 },
        },
      ],
      signOver: euros(25_000),
    }),
  ]
}
