/** Sentences for people. */
export const words = {
  noSuchCategory: 'There is no such category.',
  modelInUse: (name: string) => `There are things of the model ${name} by now, or a kit asks for it.`,
  makerInUse: (name: string) => `There are models by ${name} by now.`,
  noSuchModel: 'There is no such model.',
  noSuchManufacturer: 'There is no such manufacturer.',
  noSuchDesk: 'There is no such desk.',
  retiredCategory: 'This category is retired; nothing new is of it.',
  notKeeper: 'Only the technicians of the desk that keeps these may do that.',
  onlyAdmins: 'Only admins retire models and bring them back.',
  categoryTaken: (name: string, isRetired: boolean) =>
    `There is a category “${name}” already.${isRetired ? ' It is retired; bring it back.' : ''}`,
  prefixTaken: (prefix: string, name: string) => `The tags of “${name}” begin with ${prefix} already.`,
  modelTaken: (name: string) => `There is a model “${name}” of this manufacturer already.`,
  manufacturerTaken: (name: string) => `There is a manufacturer “${name}” already.`,
  stale: 'Somebody changed this since you opened it. Look at it and try again.',
  hasThings: (count: number) =>
    `${count === 1 ? 'One thing is' : `${count} things are`} of this model, so its category stays.`,
  keepsType: (label: string) => `Things have something in “${label}”, so its type stays. Add another field.`,
  modelClash: (model: string, message: string) => `With the fields of ${model}: ${message}`,
  checkFields: (count: number) => `${count} fields do not fit together. Look at each and save again.`,
} as const
