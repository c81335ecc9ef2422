import type { Answers, BodyIn, Priority, plans, ReplyOf } from '@deskhand/contract'
import { firstParts, writeRule } from './ruleParts.ts'

export type WholePlan = ReplyOf<typeof plans.list>['data'][number]

/** A plan as its form holds it. */
export type PlanDraft = {
  name: string
  serviceDeskId: string
  rule: string
  startsOn: string
  time: string
  zone: string
  catchUp: 'SKIP' | 'ONE'
  summary: string
  description: string
  requestTypeId: string | null
  priority: Priority | null
  tags: string[]
  assignedToId: string | null
  assignedTeamId: string | null
  checklistTemplateId: string | null
  answers: Answers
}

/** What belongs to one desk and one kind of it, and falls away with them. */
export const nothingGiven = { assignedTeamId: null, checklistTemplateId: null, answers: {} }

export const emptyDraft = (serviceDeskId: string, zone: string, today: string): PlanDraft => ({
  name: '',
  serviceDeskId,
  rule: writeRule(firstParts),
  startsOn: today,
  time: '08:30',
  zone,
  catchUp: 'SKIP',
  summary: '',
  description: '',
  requestTypeId: null,
  priority: null,
  tags: [],
  assignedToId: null,
  ...nothingGiven,
})

export const draftOf = ({ template, ...plan }: WholePlan): PlanDraft => ({
  name: plan.name,
  serviceDeskId: plan.serviceDeskId,
  rule: plan.rule,
  startsOn: plan.startsOn,
  time: plan.time,
  zone: plan.zone,
  catchUp: plan.catchUp,
  ...template,
  description: template.description ?? '',
})

export function bodyOf(draft: PlanDraft): BodyIn<typeof plans.create> {
  const { summary, description, requestTypeId, priority, tags, assignedToId, ...rest } = draft
  const { assignedTeamId, checklistTemplateId, answers, ...plan } = rest
  return {
    ...plan,
    template: {
      summary,
      description: description.trim() || null,
      requestTypeId,
      priority,
      tags,
      assignedToId,
      assignedTeamId,
      checklistTemplateId,
      answers,
    },
  }
}
