import { businessUnits, desks, RuleDoer, type RuleField, requestStates } from '@deskhand/contract'
import { useRead } from '../../api.ts'
import { priorityWords, stateWords } from '../../ui/words.ts'
import { doerNames, levelNames, ruleWords as words } from '../words.ts'

export type Choice = { value: string; label: string }

const entries = (names: Record<string, string>): Choice[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

/** What can be chosen of each field; null where one types, `person` where one looks for somebody. */
export function useChoices(deskId: string | null) {
  const catalog = useRead(desks.catalog, {}).data?.desks ?? []
  const teams = useRead(desks.teams, {}).data?.data ?? []
  const units = useRead(businessUnits.list, {}).data?.data ?? []
  const shown = catalog.filter(({ id }) => deskId === null || id === deskId)
  const ofDesk = (name: string, desk: string) => (deskId === null ? `${name} (${desk})` : name)
  const states = requestStates.states.map((state) => ({ value: state, label: stateWords[state].technician }))
  const choices = {
    desk: catalog.map(({ id, name }) => ({ value: id, label: name })),
    type: shown.flatMap(({ name: desk, categories }) =>
      categories.flatMap(({ requestTypes }) =>
        requestTypes.map(({ id, name }) => ({ value: id, label: ofDesk(name, desk) })),
      ),
    ),
    category: shown.flatMap(({ name: desk, categories }) =>
      categories.map(({ id, name }) => ({ value: id, label: ofDesk(name, desk) })),
    ),
    team: teams
      .filter(({ serviceDeskId }) => deskId === null || serviceDeskId === deskId)
      .map(({ id, name, isActive }) => ({ value: id, label: isActive ? name : words.closedTeam(name) })),
    openTeam: teams
      .filter((team) => team.isActive && (deskId === null || team.serviceDeskId === deskId))
      .map(({ id, name }) => ({ value: id, label: name })),
    place: units.map(({ id, name }) => ({ value: id, label: name })),
    status: states,
    priority: entries(priorityWords),
    impact: entries(levelNames),
    urgency: entries(levelNames),
    by: RuleDoer.options.map((value) => ({ value, label: doerNames[value] })),
  }
  return (field: RuleField | 'openTeam' | undefined): readonly Choice[] | 'person' | null => {
    if (field === 'assignee' || field === 'requester') return 'person'
    return field && field in choices ? choices[field as keyof typeof choices] : null
  }
}

export type Choices = ReturnType<typeof useChoices>
