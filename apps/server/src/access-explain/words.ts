import type { ExplainedAction } from '@deskhand/contract'
import type { Ground } from '../requests/access.ts'

const deeds: Record<ExplainedAction, string> = {
  see: 'see it',
  update: 'change what it says',
  comment: 'reply',
  note: 'write internal notes',
  take: 'take it',
  assign: 'give it to somebody',
  prioritise: 'set its priority',
  tag: 'set its tags',
  seal: 'say who can read it',
  attach: 'attach files',
  withdraw: 'take it back',
  confirm: 'confirm that it is solved',
  close: 'close it',
  reopen: 'reopen it',
  appeal: 'contest that it was turned down',
  delete: 'put it into the trash',
  restore: 'bring it back from the trash',
}

const grounds: Record<Ground, (name: string, desk: string) => string> = {
  all: (name) => `${name} is an admin, and admins see every request that is not confidential.`,
  asked: (name) => `${name} asked for it.`,
  askedFor: (name) => `${name} asked for it in somebody’s name.`,
  listed: (name) => `${name} is on the list of who may read it.`,
  follows: (name) => `${name} follows it.`,
  approves: (name) => `${name} is or was asked to approve it.`,
  desk: (name, desk) => `${name} works at ${desk}, where it lies.`,
}

const barriers: Record<string, { passed: (name: string) => string; stops: (name: string) => string }> = {
  confidential: {
    passed: (name) => `It is confidential, and ${name} is one of those who may read it.`,
    stops: (name) =>
      `It is confidential: only who asked, who is on its list and, where it is let in, its desk may read it. ${name} is none of them; rank opens no confidential request.`,
  },
  scope: {
    passed: (name) => `It comes from a part of the company that ${name} works for.`,
    stops: (name) => `${name} works at this desk for parts of the company only, and it comes from another.`,
  },
}

const standing = {
  INVITED: (name: string) => `${name} is invited and has not signed in yet.`,
  BLOCKED: (name: string) => `${name} is blocked and cannot sign in.`,
  ACTIVE: (name: string) => `${name} can sign in.`,
  removed: (name: string) => `${name} was removed and cannot sign in.`,
}

export const words = {
  noSuchPerson: 'There is no such person.',
  deeds,
  grounds,
  standing,
  barrier: (policy: string, isPassed: boolean, name: string): string => {
    const said = barriers[policy]
    if (said) return isPassed ? said.passed(name) : said.stops(name)
    return isPassed
      ? `The database’s policy “${policy}” lets ${name} through.`
      : `The database’s policy “${policy}” hides it from ${name}.`
  },
  noGround: (name: string, desk: string) =>
    `${name} did not ask for it, does not follow it, is not asked to approve it and does not work at ${desk}.`,
  trashed: 'It lies in the trash, which only supervisors of its desk see.',
  hasRole: (name: string, roles: readonly string[]) =>
    `${name} is ${roles.length > 1 ? `${roles.slice(0, -1).join(', ')} and ${roles.at(-1)}` : roles[0]}.`,
  employee: 'an employee',
  admin: 'an admin',
  atDesk: {
    TECHNICIAN: (desk: string) => `a technician of ${desk}`,
    SUPERVISOR: (desk: string) => `a supervisor of ${desk}`,
  },
  mayAtAll: (permission: string) => `Their roles allow: “${permission}”.`,
  mayNotAtAll: (permission: string) => `None of their roles allows: “${permission}”.`,
  ruled: 'The rules of the request allow it now.',
  allowed: (name: string, deed: string) => `${name} can ${deed}.`,
  refused: (name: string, deed: string) => `${name} cannot ${deed}.`,
} as const
