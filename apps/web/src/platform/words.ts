export const platformWords = {
  title: 'Companies',
  refused: 'Only whoever runs this installation sees its companies.',
  create: 'Create company',
  empty: 'No company yet.',
  emptyAbout: 'The first one is made during the set-up.',
  people: 'people',
  requests: 'requests',
}

export const columnWords = {
  name: 'Name',
  state: 'State',
  people: 'People',
  requests: 'Requests',
  zone: 'Time zone',
  created: 'Created',
  act: 'Suspend or resume',
}

export const stateWords = { ACTIVE: 'Active', SUSPENDED: 'Suspended' }

export const createWords = {
  title: 'Create a company',
  confirm: 'Create company',
  name: 'Company name',
  zone: 'Time zone',
  locale: 'Language and region',
  admin: 'First admin',
  adminAbout: 'Gets an invitation by mail, and invites everybody else.',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'Work e-mail',
  missing: (field: string) => `${field} is missing.`,
  badEmail: 'An address looks like olga@foxglove.example.',
  created: (name: string) => `${name} is created. Its admin is invited.`,
}

export const actWords = {
  suspend: 'Suspend',
  suspendNamed: (name: string) => `Suspend ${name}`,
  suspendTitle: (name: string) => `Suspend ${name}?`,
  suspendAbout: (people: number) =>
    `All ${people} people are signed out at once and nobody can sign in. Nothing is deleted.`,
  suspended: (name: string) => `${name} is suspended.`,
  resume: 'Resume',
  resumeNamed: (name: string) => `Resume ${name}`,
  resumeTitle: (name: string) => `Resume ${name}?`,
  resumeAbout: (people: number) => `Its ${people} people can sign in again and find all as it was.`,
  resumed: (name: string) => `${name} can be used again.`,
}
