import type { PolicyStep } from '@deskhand/contract'

/** What a step begins with. */
export const newStep: PolicyStep = {
  name: 'Manager',
  approvers: [{ kind: 'MANAGER', level: 1 }],
  rule: { kind: 'ANY' },
  over: null,
  isParallel: false,
  dueHours: 16,
  remindHours: 8,
  expireHours: null,
  onExpiry: 'MANAGER',
  next: [],
}
