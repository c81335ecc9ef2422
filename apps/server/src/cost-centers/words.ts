export const words = {
  noSuchCostCenter: 'There is no such cost centre.',
  noSuchOwner: 'There is no such person, or they are not active.',
  taken: (code: string) => `There is a cost centre ${code} already.`,
  stale: 'Somebody changed this cost centre since you opened it. Look at it and try again.',
} as const
