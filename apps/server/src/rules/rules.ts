import {
  type RequestStatus,
  type RuleActions,
  type RuleBody,
  type RuleChange,
  type RuleMode,
  requestStates,
  ruleDepth,
} from '@deskhand/contract'
import { type Read, truthOf } from './conditions.ts'
import { type Facts, type Happening, readFrom } from './facts.ts'

export type RuleRecord = RuleBody & { id: string; position: number; version: number }

/** Whether what happened is what the rule waits for, at a desk of its. */
export const isMeant = (
  { serviceDeskId, trigger }: RuleBody,
  desk: string,
  happening: Happening,
): boolean => {
  if (serviceDeskId !== null && serviceDeskId !== desk) return false
  if (trigger.on !== 'CHANGED' || happening.on !== 'CHANGED') return trigger.on === happening.on
  return trigger.fields.some((field) => happening.fields.includes(field))
}

export const matches = (rule: RuleBody, facts: Facts, happening: Happening): boolean =>
  isMeant(rule, facts.desk, happening) && truthOf(rule.condition, readFrom(facts)) === true

/**
 * Why a rule that matches is not carried out, after these rules have led to what happened: none reacts to what followed
 * from itself, and no chain is longer than the limit.
 */
export function whyStopped(rule: { id: string }, chain: readonly string[]): 'own' | 'deep' | null {
  if (chain.includes(rule.id)) return 'own'
  return chain.length >= ruleDepth ? 'deep' : null
}

/** The group of a rule: its desk, or all of them. */
export const groupOf = ({ serviceDeskId }: Pick<RuleBody, 'serviceDeskId'>): string => serviceDeskId ?? 'all'

/** Whether the rules of this group go on after one that matched. */
export const goesOn = (modes: ReadonlyMap<string, RuleMode>, rule: RuleBody): boolean =>
  modes.get(groupOf(rule)) !== 'FIRST_MATCH'

/** What a rule can change, so that others may react to it. */
export function writesOf({
  priority,
  impact,
  urgency,
  answers,
  requestTypeId,
  assignedToId,
  assign,
  assignedTeamId,
  tags,
  reply,
  approvalPolicyId,
  move,
}: RuleActions) {
  const writes: RuleChange[] = []
  if (priority ?? impact ?? urgency) writes.push('priority')
  if (answers) writes.push('answers')
  if (requestTypeId !== undefined) writes.push('type')
  if (assignedToId !== undefined || assign) writes.push('assignee')
  if (assignedTeamId !== undefined) writes.push('team')
  if (tags) writes.push('tag')
  if (reply) writes.push('reply')
  if (move || approvalPolicyId) writes.push('status')
  return writes
}

/** What is known of a request after a rule was carried out on it; of the rest nothing. */
const readAfter =
  (actions: RuleActions): Read =>
  (comparison) => {
    const {
      priority,
      impact,
      urgency,
      answers,
      requestTypeId,
      assignedToId,
      assign,
      assignedTeamId,
      tags,
      move,
    } = actions
    const said = (value: unknown) => (value === undefined ? null : { value })
    if ('answer' in comparison) return said(answers?.[comparison.answer])
    switch (comparison.field) {
      case 'by':
        return { value: 'DESKHAND' }
      case 'priority':
        return said(priority)
      case 'impact':
        return said(impact)
      case 'urgency':
        return said(urgency)
      case 'type':
        return said(requestTypeId)
      case 'team':
        return said(assignedTeamId)
      case 'status':
        return said(move?.to)
      case 'assignee':
        if (!assign) return said(assignedToId)
        // Somebody has it; who, is not known before.
        return comparison.is === 'answered' || comparison.is === 'notAnswered' ? { value: 'somebody' } : null
      case 'tag': {
        const wanted = [comparison.value].flat().map((tag) => String(tag).toLowerCase())
        if (wanted.some((tag) => tags?.add?.includes(tag))) return { value: tags?.add }
        return wanted.every((tag) => tags?.remove?.includes(tag)) ? { value: [] } : null
      }
      default:
        return null
    }
  }

const share = (one: RuleBody, other: RuleBody) =>
  one.serviceDeskId === null || other.serviceDeskId === null || one.serviceDeskId === other.serviceDeskId

/** Whether one rule can set the other off. */
export function setsOff(one: RuleBody, other: RuleBody): boolean {
  if (!share(one, other)) return false
  const writes = writesOf(one.actions)
  const { trigger } = other
  const isTouched =
    trigger.on === 'CHANGED'
      ? trigger.fields.some((field) => writes.includes(field))
      : trigger.on === 'TIME' &&
        ((trigger.moment === 'STATUS' && writes.includes('status')) ||
          (trigger.moment === 'DUE' && (writes.includes('priority') || writes.includes('type'))))
  return isTouched && truthOf(other.condition, readAfter(one.actions)) !== false
}

/** The chain in which a rule would set itself off, itself at both ends; null where there is none. */
export function circleOf<Rule extends RuleBody>(rule: Rule, others: readonly Rule[]): Rule[] | null {
  const enabled = others.filter(({ isEnabled }) => isEnabled)
  // The shortest chain says it best.
  let ends: Rule[][] = [[rule]]
  const seen = new Set<Rule>()
  while (ends.length > 0) {
    const next: Rule[][] = []
    for (const chain of ends) {
      const last = chain.at(-1) ?? rule
      if (setsOff(last, rule)) return [...chain, rule]
      for (const other of enabled) {
        if (seen.has(other) || !setsOff(last, other)) continue
        seen.add(other)
        next.push([...chain, other])
      }
    }
    ends = next
  }
  return null
}

/** Why nobody may move it so by a rule, by the table alone. */
export const refusalOfMove = (from: RequestStatus, to: RequestStatus): string | null =>
  requestStates.refusal(from, to) ?? requestStates.refusalBy(from, to, ['supervisor', 'technician'])

/** The state that it leads to, as far as it is known before. */
const goalOf = ({ move, approvalPolicyId }: RuleActions): RequestStatus | undefined =>
  move?.to ?? (approvalPolicyId ? 'IN_REVIEW' : undefined)

const refusalOfAsking = (from: RequestStatus): string | null =>
  requestStates.refusal(from, 'IN_REVIEW') ?? requestStates.refusalBy(from, 'IN_REVIEW', ['system'])

/** What a rule would make of a request, without what only the moment decides (who it is whose turn it is). */
export function effectOf(actions: RuleActions, facts: Facts): { after: Facts; refusal: string | null } {
  const { priority, impact, urgency, answers, requestTypeId, assignedToId, assignedTeamId, tags } = actions
  const goal = goalOf(actions)
  const refuse = actions.move ? refusalOfMove : refusalOfAsking
  const refusal = goal && goal !== facts.status ? refuse(facts.status, goal) : null
  if (refusal) return { after: facts, refusal }
  // As `rate` does it: another priority alone takes back what it no longer follows from.
  const isSetOver = !impact && !urgency && priority !== undefined && priority !== facts.priority
  const tag = tags
    ? [...new Set([...facts.tag.filter((one) => !tags.remove?.includes(one)), ...(tags.add ?? [])])]
    : facts.tag
  return {
    refusal: null,
    after: {
      ...facts,
      tag,
      priority: priority ?? facts.priority,
      impact: isSetOver ? null : (impact ?? facts.impact ?? (urgency ? 'MEDIUM' : null)),
      urgency: isSetOver ? null : (urgency ?? facts.urgency ?? (impact ? 'MEDIUM' : null)),
      answers: { ...facts.answers, ...answers },
      type: requestTypeId === undefined ? facts.type : requestTypeId,
      team: assignedTeamId === undefined ? facts.team : assignedTeamId,
      assignee: assignedToId === undefined ? facts.assignee : assignedToId,
      status: goal ?? facts.status,
    },
  }
}
