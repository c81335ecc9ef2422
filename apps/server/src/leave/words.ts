export const words = {
  onlyOwn: 'Only who takes it can cancel a leave. Ask them, or write to them here.',
  notGranted: 'This leave is not granted yet. Withdraw it instead.',
  cancelledAlready: 'This leave is cancelled already.',
  begun: 'This leave has begun. Write to HR here which days you did not take.',
  cancelled: (who: string, reason: string | null) =>
    reason ? `${who} cancelled this leave: ${reason}` : `${who} cancelled this leave.`,
  onlyHr: 'Days of leave are kept by HR and admins.',
  noSuchType: (known: readonly string[]) => `There is no such kind of leave. There are ${known.join(', ')}.`,
  tooMany: (label: string, year: number, days: number, left: number) =>
    `This takes ${days} ${days === 1 ? 'day' : 'days'} of “${label}” in ${year}, and ${left > 0 ? left : 'none'} ${left === 1 ? 'is' : 'are'} left.`,
  noSuchPerson: 'There is no such person.',
} as const
