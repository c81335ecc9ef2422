export const words = {
  noSuchMember: 'This person does not work at this desk.',
  onlySupervisor: 'Only a supervisor of the desk can do that.',
  nobody: 'Nobody could be given it: all are away, have as much as they can, or lack a skill.',
}
