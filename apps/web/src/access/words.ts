export const accessWords = {
  title: 'Who can read this',
  about: 'Nobody else finds it, whatever their rank. Who asked for it always reads it.',
  desk: (name: string) => `The people of ${name}`,
  deskAbout: 'Without them only the people below read it.',
  add: 'Add somebody',
  list: 'People who can read it',
  none: 'Nobody by name.',
  asked: (name: string) => `${name} asked for it.`,
  remove: (name: string) => `Take ${name} off`,
  save: 'Save who can read it',
  saved: (reference: string) => `${reference}: who can read it is changed.`,
  onlyStaff: 'Only the people of this desk can do that.',
}
