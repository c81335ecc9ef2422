import {
  type AssignBy,
  comparisonWord,
  type Priority,
  priorityInSentence,
  type RuleActions,
  type RuleBody,
  type RuleChange,
  type RuleComparison,
  type RuleField,
  type RuleTrigger,
  ruleDepth,
  usualPriorityNames,
} from '@deskhand/contract'
import type { Names } from './queries/names.ts'

const plain = (word: string) => word.toLowerCase().replaceAll('_', ' ')
const listed = (parts: readonly string[], last = 'and') =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`

const fields: Record<RuleField, string> = {
  desk: 'the desk',
  type: 'the kind',
  category: 'the category',
  status: 'the state',
  priority: 'the priority',
  impact: 'the impact',
  urgency: 'the urgency',
  assignee: 'who has it',
  team: 'the team',
  tag: 'a tag',
  requester: 'who asked',
  department: 'their department',
  place: 'the place',
  isVip: 'who asked is a VIP',
  summary: 'the title',
  description: 'the text',
  by: 'who did it',
}
const changes: Record<RuleChange, string> = {
  status: 'its state',
  priority: 'its priority',
  type: 'its kind',
  assignee: 'who has it',
  team: 'its team',
  tag: 'its tags',
  summary: 'its title',
  description: 'its text',
  answers: 'an answer or a field of its own',
  reply: 'a reply',
  desk: 'its desk',
}
const moments = {
  CREATED: 'it was asked',
  LAST_REPLY: 'the last reply',
  STATUS: 'its state changed',
  DUE: 'it is due',
}
const doers: Record<string, string> = {
  REQUESTER: 'who asked',
  DESK: 'the desk',
  DESKHAND: 'Deskhand itself',
}
const enums: readonly RuleField[] = ['status', 'impact', 'urgency']
const assigned: Record<AssignBy, string> = {
  ROUND_ROBIN: 'round robin',
  LOAD: 'who has least in hand',
  SKILL: 'skill',
  LAST_TECHNICIAN: 'who helped them last',
}
const whom = { ASSIGNEE: 'who has it', TEAM: 'the team', SUPERVISORS: 'the supervisors' }

const priorityWord = (priority: string, names: Names): string =>
  priorityInSentence(names(priority) ?? usualPriorityNames[priority as Priority] ?? priority)

function valueWords(one: RuleComparison, names: Names): string {
  const field = 'field' in one ? one.field : undefined
  const word = (value: unknown) => {
    if (typeof value !== 'string') return String(value ?? '…')
    if (field === 'by') return doers[value] ?? value
    if (field === 'priority') return priorityWord(value, names)
    return field && enums.includes(field) ? plain(value) : (names(value) ?? value)
  }
  return listed([one.value].flat().map(word), 'or')
}

/** An answer of the form by its key, a field of the company's own by its label. */
const answerWords = (key: string, names: Names): string => {
  const label = names(key)
  return label === undefined ? `the answer “${key}”` : `“${label}”`
}

const wordOf = (value: string | number | boolean, names: Names): string =>
  typeof value === 'string' ? (names(value) ?? value) : String(value)

function comparison(one: RuleComparison, names: Names): string {
  if ('field' in one && one.field === 'isVip')
    return (one.is === 'is') === (one.value !== false) ? 'who asked is a VIP' : 'who asked is no VIP'
  const subject = 'field' in one ? fields[one.field] : answerWords(one.answer, names)
  if (one.is === 'answered' || one.is === 'notAnswered') {
    if ('field' in one && one.field === 'assignee')
      return one.is === 'answered' ? 'somebody has it' : 'nobody has it'
    return `${subject} ${one.is === 'answered' ? 'is there' : 'is missing'}`
  }
  return `${subject} ${comparisonWord(one.is)} ${valueWords(one, names)}`
}

function when(trigger: RuleTrigger): string {
  switch (trigger.on) {
    case 'CREATED':
      return 'a request is new'
    case 'CHANGED':
      return trigger.fields.length === 1 && trigger.fields[0] === 'reply'
        ? 'somebody replies'
        : `${listed(
            trigger.fields.map((field) => changes[field]),
            'or',
          )} ${trigger.fields.at(-1) === 'tag' ? 'change' : 'changes'}`
    case 'TIME': {
      const { hours, side, moment } = trigger
      const long =
        hours % 24 === 0
          ? `${hours / 24} ${hours === 24 ? 'day' : 'days'}`
          : `${hours} ${hours === 1 ? 'hour' : 'hours'}`
      return `${long} ${side.toLowerCase()} ${moments[moment]}`
    }
  }
}

function does(actions: RuleActions, names: Names): string[] {
  const {
    requestTypeId,
    priority,
    impact,
    urgency,
    answers = {},
    tags,
    assignedTeamId,
    assignedToId,
    assign,
  } = actions
  const { note, reply, watcherIds, notify, approvalPolicyId, move, kitId, webhookId } = actions
  const named = (id: string | null) => (id === null ? 'nobody' : (names(id) ?? 'somebody who is gone'))
  return [
    ...(requestTypeId === undefined
      ? []
      : [`set the kind to ${requestTypeId ? named(requestTypeId) : 'none'}`]),
    ...(priority ? [`set the priority to ${priorityWord(priority, names)}`] : []),
    ...(impact ? [`set the impact to ${plain(impact)}`] : []),
    ...(urgency ? [`set the urgency to ${plain(urgency)}`] : []),
    ...Object.entries(answers).map(
      ([key, value]) => `set ${answerWords(key, names)} to ${wordOf(value, names)}`,
    ),
    ...(tags?.add?.length ? [`tag it ${listed(tags.add)}`] : []),
    ...(tags?.remove?.length ? [`take off the tag ${listed(tags.remove)}`] : []),
    ...(assignedTeamId === undefined ? [] : [`give it to the team ${named(assignedTeamId)}`]),
    ...(assignedToId === undefined ? [] : [`give it to ${named(assignedToId)}`]),
    ...(assign
      ? [
          `give it out by ${assigned[assign.by]}${assign.skills.length > 0 ? ` (${listed(assign.skills)})` : ''}`,
        ]
      : []),
    ...(note ? ['write a note'] : []),
    ...(reply ? ['reply'] : []),
    ...(watcherIds ? [`let ${listed(watcherIds.map(named))} follow it`] : []),
    ...(notify
      ? [
          `tell ${listed([...(notify.whom ? [whom[notify.whom]] : []), ...notify.personIds.map(named)])}: “${notify.message}”`,
        ]
      : []),
    ...(approvalPolicyId
      ? [`ask for approval by “${names(approvalPolicyId) ?? 'a policy that is gone'}”`]
      : []),
    ...(move ? [`move it to ${plain(move.to)}`] : []),
    ...(kitId ? [`set the kit “${names(kitId) ?? 'that is gone'}” aside for who asked`] : []),
    ...(webhookId ? [`call the webhook ${webhookWord(webhookId, names)}`] : []),
  ]
}

const webhookWord = (id: string, names: Names) => {
  const name = names(id)
  return name === undefined ? 'that is gone' : `“${name}”`
}

/** A sentence that ends with somebody's own words has its end there already. */
const ended = (said: string): string => (/[.!?…]”$/.test(said) ? said : `${said}.`)

export const words = {
  noSuchRule: 'There is no such rule.',
  noSuchDryRun: 'There is no such dry run.',
  noSuchDesk: 'There is no such desk.',
  noSuchRequest: 'There is no such request, or it is confidential: rules leave those alone.',
  noSuchValue: (values: readonly unknown[]) => `Compare it with ${listed(values.map(String), 'or')}.`,
  noSuchType: 'This desk has no such kind of request.',
  noSuchTeam: 'This desk has no such team.',
  noSuchPerson: 'There is no such person.',
  notAtDesk: (name: string) => `${name} does not work at this desk.`,
  noSuchCode: (codes: readonly string[]) => `This desk has no such code. It has ${codes.join(', ')}.`,
  cannotApprove: 'A rule cannot approve. Write an approval policy that asks nobody for it instead.',
  noAnswer: 'Say which answer.',
  noWhom: 'Say whom to tell.',
  noSuchPolicy: 'There is no such approval policy in use.',
  noSuchKit: 'There is no such kit.',
  othersKit: 'Another desk keeps this kit.',
  noSuchWebhook: 'There is no such webhook.',
  calls: (id: string, names: Names) => `the webhook ${webhookWord(id, names)}`,
  heldBack: 'What waits for approval is held back by that. Leave the move out.',
  once: 'Say it once: a person, or how somebody is picked.',
  neverThere: 'Nothing leads to this state.',
  stale: 'Somebody changed this rule since you opened it. Look at it and try again.',
  otherRules: 'Somebody made or deleted a rule meanwhile. Look at the list and order it again.',
  circle: (names: readonly string[]) =>
    names.length === 2
      ? `“${names[0]}” would set itself off: it changes what it waits for. Add a condition that no longer holds afterwards.`
      : `This would go round in a circle: ${names.map((name) => `“${name}”`).join(' → ')}.`,
  own: (chain: readonly string[]) => `Stopped: it followed from itself (${chain.join(' → ')}).`,
  deep: (chain: readonly string[]) =>
    `Stopped: ${ruleDepth} rules have followed from one another already (${chain.join(' → ')}).`,
  assignedBy: (name: string, by: AssignBy) => `gave it to ${name} by ${assigned[by]}`,
  by: assigned,
  ran: (rule: string) => `Rule “${rule}”`,
  line: (rule: string, did: readonly string[]) => `Rule “${rule}”: ${ended(listed(did))}`,
  nothing: 'Everything was so already.',
  did: (did: readonly string[]) => {
    const said = listed(did)
    return ended(`${said.charAt(0).toUpperCase()}${said.slice(1)}`)
  },
  when,
  does,
  condition: ({ match, parts }: RuleBody['condition'], names: Names): string | null => {
    if (parts.length === 0) return null
    const joined = (all: readonly string[], how: 'all' | 'any') => all.join(how === 'all' ? ' and ' : ' or ')
    const said = parts.map((part) => {
      if (!('parts' in part)) return comparison(part, names)
      const inner = joined(
        part.parts.map((one) => comparison(one, names)),
        part.match,
      )
      return part.parts.length > 1 && parts.length > 1 ? `(${inner})` : inner
    })
    return joined(said, match)
  },
}
