export const rateWords = {
  title: 'Exchange rates',
  about:
    'Amounts in other currencies are compared with the limits of approval policies at these rates. What was agreed to before keeps the rate of its day.',
  refused: 'Exchange rates are for admins.',
  own: 'The company counts in',
  ownAbout: 'Three letters, such as EUR.',
  currency: 'Currency',
  worth: (own: string) => `One is worth, in ${own}`,
  rateOf: (currency: string) => `Rate of ${currency || 'a new currency'}`,
  changedOn: (day: string) => `set on ${day}`,
  remove: (currency: string) => `Remove ${currency || 'this line'}`,
  add: 'Add currency',
  save: 'Save rates',
  saved: 'The rates are saved.',
  empty: 'No other currency is in use.',
}
