export const words = {
  notStaff: 'Only the desk that works on it books time.',
  noSuchEntry: 'There is no such entry.',
  notYours: 'Only who booked it and the desk’s supervisors can do that.',
  runsElsewhere: (reference: string) => `Your timer runs on ${reference}. Stop it first.`,
  runsStill: 'The timer still runs. Stop it first.',
  stopped: 'This timer was stopped already.',
  future: 'Time cannot be booked before it has passed.',
  freeOfCharge: 'Only billable time has a rate.',
}
