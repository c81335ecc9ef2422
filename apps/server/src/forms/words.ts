/** What the server says about forms. */
export const words = {
  noSuchForm: 'There is no such form.',
  noSuchVersion: 'This form has no such version.',
  noSuchType: 'There is no such kind of request.',
  noSuchTemplate: 'There are no such prepared answers.',
  noSuchPerson: 'There is no such person.',
  stale: 'Somebody changed this form since you opened it. Look at it and try again.',
  nameTaken: 'There is a form of this name already.',
  templateTaken: 'There are prepared answers of this name already.',
  retired: 'This form is retired.',
  nothingToPublish: 'There is no draft to publish.',
  publishedAlready: 'This version is published already and does not change any more.',
  emptyForm: 'A form needs at least one field that can be answered.',
  checkForm: (count: number) => `${count} things do not fit together. Look at each and save again.`,
  templateField: (key: string) => `The form has no field “${key}”, or it is encrypted.`,
  notForThem: 'You can look at this for yourself and for the people you manage.',
} as const
