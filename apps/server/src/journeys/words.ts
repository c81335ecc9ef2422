export const words = {
  noSuchTemplate: 'There is no such plan of a journey.',
  stale: 'Somebody else changed this plan. Look at it again.',
  taken: (department: string | null) =>
    department
      ? `There is a plan for ${department} already. Change that one.`
      : 'There is a plan for everybody already. Change that one, or name a department.',
  noSuchDesk: 'There is no such desk, or it is closed.',
  noSuchDepartment: 'Nobody works in a department of this name.',
  noSuchVariable: (name: string, known: readonly string[]) =>
    `There is no {${name}}. There are ${known.map((one) => `{${one}}`).join(', ')}.`,
  noSuchQuestion: 'The form of this journey asks no such yes-or-no question.',
} as const
