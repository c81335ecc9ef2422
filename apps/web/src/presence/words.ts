const first = (name: string) => name.split(' ')[0] ?? name

/** "Ana", "Ana and Luis", "Ana, Luis and 2 others". */
function names(people: readonly { name: string }[]) {
  const [one, two, ...rest] = people.map(({ name }) => first(name))
  if (!one) return ''
  if (!two) return one
  return rest.length === 0 ? `${one} and ${two}` : `${one}, ${two} and ${rest.length} more`
}

export const presenceWords = {
  here: 'Also here',
  doing: {
    looking: (name: string) => `${name} is looking at this`,
    replying: (name: string) => `${name} is writing a reply`,
    noting: (name: string) => `${name} is writing a note`,
  },
  more: (count: number) => `and ${count} more`,
  writing: (people: readonly { name: string }[]) =>
    `${names(people)} ${people.length === 1 ? 'is' : 'are'} writing…`,
  noting: (people: readonly { name: string }[]) =>
    `${names(people)} ${people.length === 1 ? 'is' : 'are'} writing a note…`,
  /** To whoever asked: with the desk, because they need not know the person. */
  deskWriting: (people: readonly { name: string }[], desk: string) => {
    const [one, ...rest] = people
    if (!one) return ''
    if (rest.length > 0) return `${names(people)} are writing…`
    return `${first(one.name)} (${desk}) is writing…`
  },
  seen: 'Seen',
}
