export const words = {
  noSuchMember: 'This person does not work at this desk.',
  onlySupervisor: 'Only a supervisor of the desk can do that.',
  notThere: (name: string) => `${name} is not there, so this is back in the queue.`,
  passedOn: (name: string, next: string) =>
    `${name} is not there, so ${next} has this now: it is their turn.`,
  nobody: 'Nobody could be given it: all are away, have as much as they can, or lack a skill.',
}
