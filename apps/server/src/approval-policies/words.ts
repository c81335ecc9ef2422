import {
  type ApproverSource,
  type Money,
  moneyWords,
  type PolicyDefinition,
  type PolicyStep,
  type StepRule,
} from '@deskhand/contract'

/** The names behind the ids of a policy. */
export type Names = (id: string) => string | undefined

const join = (parts: readonly string[], word: string) =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`

function sourceWords(source: ApproverSource, names: Names): string {
  switch (source.kind) {
    case 'MANAGER':
      if (source.level === 1) return 'the manager of whoever asks'
      return source.level === 2 ? 'their manager’s manager' : `the manager ${source.level} levels up`
    case 'COST_CENTER_OWNER':
      return 'the owner of the cost centre'
    case 'BUDGET_OWNER':
      return 'the owner of the budget'
    case 'DESK_ROLE': {
      const desk = source.deskId ? (names(source.deskId) ?? 'a desk that is gone') : 'the desk'
      return source.role === 'SUPERVISOR' ? `the supervisors of ${desk}` : `everyone at ${desk}`
    }
    case 'PEOPLE':
      return join(
        source.personIds.map((id) => names(id) ?? 'somebody who is gone'),
        'and',
      )
    case 'TEAM':
      return `the team ${names(source.teamId) ?? 'that is gone'}`
    case 'FIELD':
      return `whoever the answer “${source.field}” names`
  }
}

function ruleWords(rule: StepRule): string {
  switch (rule.kind) {
    case 'ANY':
      return 'one of them'
    case 'ALL':
      return 'all of them'
    case 'QUORUM':
      return `${rule.count} of them`
    case 'PERCENT':
      return `${rule.percent} % of them`
  }
}

function stepSentence(step: PolicyStep, at: number, names: Names): string {
  const who = join(
    step.approvers.map((source) => sourceWords(source, names)),
    'and',
  )
  const when = at === 0 ? 'First' : step.isParallel ? 'At the same time' : 'Then'
  const many =
    step.approvers.length > 1 ||
    !['MANAGER', 'COST_CENTER_OWNER', 'BUDGET_OWNER', 'FIELD'].includes(step.approvers[0]?.kind ?? '')
  const rule = many ? `; ${ruleWords(step.rule)} must agree` : ''
  const over = step.over ? `, above ${moneyWords(step.over)},` : ''
  return `${when}${over} ${who}${rule}.`
}

export const words = {
  noSuchPolicy: 'There is no such policy.',
  stale: 'Somebody changed this policy since you opened it. Look at it and try again.',
  retired: 'This policy is retired. Add a new one.',

  otherType: 'It is for other kinds of request.',
  otherDesk: 'It is for other desks.',
  otherCostCenter: 'It is for other cost centres.',
  noAmount: 'It is for amounts above a limit, and this has no amount.',
  notOver: (limit: Money) => `The amount is not above ${moneyWords(limit)}.`,
  below: (limit: Money) => `Not above ${moneyWords(limit)}.`,
  unknownRate: (currency: string) =>
    `There is no rate for ${currency}, so every limit counts as passed. Set the rate.`,
  unclear:
    'Its lines are in several currencies and a rate is missing, so every limit counts as passed. Set the rate.',

  boundless: 'Say to what it applies: kinds of request, desks, cost centres or an amount.',
  firstParallel: 'The first step has no step before it to go with.',
  noSuchType: 'One of the kinds of request is not there any more.',
  noSuchDesk: 'One of the desks is not there.',
  noSuchTeam: 'This team is not there.',
  inactive: (name: string) => `${name} is not active and cannot approve.`,
  noSuchPerson: 'One of the people is not there.',
  emptyTeam: (name: string) => `Nobody active is in the team ${name}.`,
  emptyDesk: (name: string) => `Nobody active has that role at ${name}.`,
  ownerless: (codes: readonly string[]) =>
    codes.length === 0 ? 'No cost centre has an active owner.' : `Nobody active owns ${join(codes, 'and')}.`,
  budgetless: (codes: readonly string[]) =>
    codes.length === 0
      ? 'No cost centre has an active budget owner.'
      : `Nobody active owns the budget of ${join(codes, 'and')}.`,
  tooFew: (wanted: number, there: number) =>
    `${wanted} must agree, and only ${there} ${there === 1 ? 'is' : 'are'} asked.`,
  noSuchField: (field: string) => `No form of what it is for asks for a person as “${field}”.`,
  noNext: 'Say who is next in line.',
  noRate: (currency: string) => `There is no rate for ${currency}. Set it first, or use another currency.`,

  notFound: {
    MANAGER: 'whoever asks has no manager',
    COST_CENTER_OWNER: 'the cost centre has no owner',
    BUDGET_OWNER: 'nobody owns the budget of the cost centre',
    DESK_ROLE: 'nobody has that role at the desk',
    PEOPLE: 'none of the people is active',
    TEAM: 'nobody active is in the team',
    FIELD: 'the answer names nobody',
  } satisfies Record<ApproverSource['kind'], string>,
  nobodyFor: (reasons: readonly string[]) => `Nobody could be asked: ${join(reasons, 'and')}.`,
  tooFewFound: (wanted: number, there: number) =>
    `Nobody could be asked: ${wanted} must agree, and only ${there} could be found.`,
  instead: (name: string, because: string) => `${name} instead, because ${because}.`,
  asksThemselves: (name: string) => `${name} asked for this`,
  askedAlready: (name: string) => `${name} has a say in another step`,

  rule: ruleWords,
  source: sourceWords,

  /** The policy as a company would say it. */
  sentences({ conditions, steps, signOver, resolves }: PolicyDefinition, names: Names): string[] {
    const { requestTypeIds, deskIds, costCenters, over } = conditions
    const named = (ids: readonly string[]) =>
      join(
        ids.map((id) => names(id) ?? 'something that is gone'),
        'or',
      )
    const what = requestTypeIds.length > 0 ? `“${named(requestTypeIds)}”` : 'Any request'
    const where = deskIds.length > 0 ? ` at ${named(deskIds)}` : ''
    const cost = costCenters.length > 0 ? ` on ${join(costCenters, 'or')}` : ''
    const amount = over ? ` above ${moneyWords(over)}` : ''
    return [
      `${what}${where}${cost}${amount} needs approval.`,
      ...steps.map((step, at) => stepSentence(step, at, names)),
      ...(signOver ? [`Above ${moneyWords(signOver)} it is signed.`] : []),
      ...(resolves ? ['With the last yes the request is done.'] : []),
    ]
  },
} as const
