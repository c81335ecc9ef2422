type Named = { name: string }

export const words = {
  notStaff: 'Only the desk that works on it keeps its tasks.',
  settled: 'This request is settled. Reopen it first.',
  noSuchTask: 'There is no such task.',
  noSuchTemplate: 'There is no such checklist.',
  noSuchTemplateHere: 'The desk of this request has no such checklist.',
  tooMany: (most: number) => `A request holds at most ${most} tasks.`,
  noSuchPerson: 'There is no such person.',
  itemForStranger: 'Items can only be for people who work at the desk.',
  notAtDesk: (person: Named) => `${person.name} does not work at this desk.`,
  notOnList: (person: Named) => `This request is confidential and ${person.name} is not on its list.`,
  notSupervisor: 'Only a supervisor of the desk can do that.',
  taken: (name: string) => `This desk has a checklist called “${name}” already.`,
  staleTemplate: 'Somebody changed this checklist since you opened it. Look at it and try again.',
}
