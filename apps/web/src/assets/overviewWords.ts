export const overviewWords = {
  title: 'Things in numbers',
  about: 'that the company has or has ordered; what is retired is left out.',
  toList: 'To the list',
  status: 'Where they are in their lives',
  age: 'How old they are',
  ageUnknown: (count: number) =>
    count === 1
      ? 'Of one, nobody wrote when it was bought.'
      : `Of ${count}, nobody wrote when they were bought.`,
  years: (years: number, isOpen: boolean) =>
    isOpen
      ? `${years} years and more`
      : years === 0
        ? 'Under a year'
        : years === 1
          ? '1 year'
          : `${years} years`,
  warranty: 'When warranties end',
  inAYear: (count: number) =>
    count === 0
      ? 'None ends within a year.'
      : count === 1
        ? 'One ends within a year.'
        : `${count} end within a year.`,
  warrantyUnknown: (count: number) => (count === 1 ? 'One has none.' : `${count} have none.`),
  over: 'Over',
  until: (day: string) => `Before ${day}`,
  later: 'Later',
  notSeen: 'Not seen',
  notSeenAbout: 'By an agent, a scan or a stock-take; what never was counts from when it was added.',
  days: (days: number) => `For ${days} days`,
  model: 'Models',
  free: (count: number) => `${count} free`,
  place: 'Places',
  department: 'With people of',
  cost: (currency: string) => `What was paid, in ${currency}`,
  none: 'Nothing to count.',
}
