export const words = {
  noSuchTeam: 'There is no such team.',
  noSuchDesk: 'There is no such desk.',
  notSupervisor: 'Only who leads the desk can do that.',
  taken: (name: string) => `This desk has a team “${name}” already.`,
  notAtDesk: 'Only people of the desk can be in its teams.',
  stale: 'Somebody changed this team in the meantime.',
} as const
