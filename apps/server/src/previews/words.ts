/** "A", "A and B", "A, B and 3 others" */
function some(names: readonly string[], joiner: 'and' | 'or'): string {
  const shown = names.length > 4 ? names.slice(0, 3) : names
  const rest = names.length - shown.length
  const all = rest > 0 ? [...shown, `${rest} others`] : [...shown]
  const last = all.pop() ?? ''
  return all.length > 0 ? `${all.join(', ')} ${joiner} ${last}` : last
}

type Asked = { isParallel: boolean; people: readonly string[]; isOne: boolean; rule: string }

export const words = {
  none: 'Nobody has to approve this.',
  belowAll: 'Nobody has to approve this: it is below every limit.',
  desk: (desk: string) => `${desk} looks at it first and decides.`,
  nobodySet: (desk: string) =>
    `It needs approval, and nobody is set to give it. ${desk} looks at it, and an admin is told.`,
  nobody: (step: string, reason: string | null) =>
    `It waits at “${step}”: ${reason ? `${reason.charAt(0).toLowerCase()}${reason.slice(1)}` : 'nobody could be asked.'} An admin is told.`,
  agreed: (name: string) => `${name} is asked before already.`,

  /** Who is asked, in order, as one sentence. */
  asks(steps: readonly Asked[]): string {
    const parts = steps.map(({ isParallel, people, isOne, rule }, at) => {
      const who = some(people, isOne ? 'or' : 'and')
      const count = people.length > 1 && !isOne ? ` (${rule})` : ''
      const joint = at === 0 ? '' : isParallel ? ' and at the same time ' : ', then '
      return `${joint}${who}${count}`
    })
    return `Before work begins, it is approved by ${parts.join('')}.`
  },
} as const
