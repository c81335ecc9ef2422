export const words = {
  noSuchCompany: 'There is no such company.',
  stale: 'Somebody changed the company meanwhile. Look at it again before you save.',
  isSuspended: (name: string) => `${name} is suspended already.`,
  isActive: (name: string) => `${name} is not suspended.`,
}
