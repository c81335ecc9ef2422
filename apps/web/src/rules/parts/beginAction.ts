import type { RuleActions } from '@deskhand/contract'
import type { Choices } from './useChoices.ts'

/** What each kind of action begins with. */
export function beginAction(kind: keyof RuleActions, choices: Choices): RuleActions {
  const first = (field: 'type' | 'openTeam') => {
    const known = choices(field)
    return (Array.isArray(known) ? known[0]?.value : undefined) ?? null
  }
  switch (kind) {
    case 'requestTypeId':
      return { requestTypeId: first('type') }
    case 'assignedTeamId':
      return { assignedTeamId: first('openTeam') }
    case 'priority':
      return { priority: 'HIGH' }
    case 'impact':
      return { impact: 'HIGH' }
    case 'urgency':
      return { urgency: 'HIGH' }
    case 'answers':
      return { answers: { '': '' } }
    case 'tags':
      return { tags: { add: [] } }
    case 'assignedToId':
      return { assignedToId: null }
    case 'assign':
      return { assign: { by: 'ROUND_ROBIN', skills: [] } }
    case 'watcherIds':
      return { watcherIds: [] }
    case 'notify':
      return { notify: { whom: 'ASSIGNEE', personIds: [], message: '' } }
    case 'approvalPolicyId':
      return { approvalPolicyId: '' }
    case 'kitId':
      return { kitId: '' }
    case 'webhookId':
      return { webhookId: '' }
    case 'move':
      return { move: { to: 'IN_PROGRESS' } }
    case 'note':
      return { note: '' }
    case 'reply':
      return { reply: '' }
  }
}
