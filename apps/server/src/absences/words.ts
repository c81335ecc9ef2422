export const words = {
  noSuchAbsence: 'There is no such absence.',
  noSuchPerson: 'There is no such person, or they are not active.',
  yourself: 'You cannot stand in for yourself.',
  past: 'This is over already. Enter days that are still to come.',
  overlaps: 'You have an absence on some of these days already.',
} as const
