/** What the server says about SLA policies. */
export const words = {
  noSuchPolicy: 'There is no such SLA policy.',
  stale: 'Somebody changed this policy since you opened it. Look at it and try again.',
  noSuchDesk: 'There is no such desk.',
  noSuchType: 'This desk has no such kind of request.',
  noSuchEscalation: 'There is no such escalation policy.',
  noSuchCalendar: 'There is no such calendar.',
  noSuchPerson: 'Only who works at the desk of the policy can be given requests by a step.',
  noSuchTeam: 'There is no such team at the desk of the policy.',
  promisesNothing: 'This policy promises nothing. Fill in at least one target.',
  twice: (id: string) => `Two steps are called ${id}. Each step needs a name of its own.`,
  gives: 'Say to whom the step gives the request, or take the step out.',
  tooEarly: (minutes: number) =>
    `A step cannot be taken ${minutes} minutes before a target that is shorter than that.`,
} as const
