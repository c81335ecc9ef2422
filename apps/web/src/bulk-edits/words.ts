export const bulkWords = {
  region: 'Picked requests',
  picked: (count: number) => (count === 1 ? 'One picked' : `${count.toLocaleString('en')} picked`),
  allPicked: (count: number | null) =>
    count === null || count > 999
      ? 'All that match are picked'
      : `All ${count.toLocaleString('en')} that match are picked`,
  all: (count: number | null) =>
    count === null || count > 999
      ? 'Select all matching'
      : `Select all ${count.toLocaleString('en')} matching`,
  change: 'Change',
  clear: 'Let go',
  title: (count: number | null) =>
    count === null
      ? 'Change all that match'
      : count === 1
        ? 'Change one request'
        : `Change ${count} requests`,
  /** What became of it, in the head. */
  ended: ({ changed }: { changed: number }, isUndone: boolean) => {
    const what = changed === 1 ? 'One request' : `${changed.toLocaleString('en')} requests`
    return isUndone ? `${what} as before` : `${what} changed`
  },
  undone: 'All of it is as it was before.',
  outcomeTitle: 'What became of it',
  back: 'List',
  common: 'What they have in common',
  various: 'Various',
  none: 'None',
  status: 'Status',
  priority: 'Priority',
  assignee: 'Assignee',
  team: 'Team',
  desk: 'Desk',
  changes: 'What to change',
  keep: 'Leave as it is',
  addTags: 'Add tags',
  removeTags: 'Remove tags',
  tagsHelp: 'With commas between them.',
  same: 'About the same?',
  sameAbout: 'One goes on, and the others point to it.',
  preview: 'Preview',
  confirm: (count: number) => (count === 1 ? 'Change one request' : `Change ${count} requests`),
  noFields: 'Pick something to change first.',
  nothingToDo: 'Nothing would change.',
  outcome: (changed: number, refused: number, unchanged: number) =>
    [
      changed === 1 ? 'One will change' : `${changed} will change`,
      refused > 0 ? (refused === 1 ? 'one is not allowed' : `${refused} are not allowed`) : null,
      unchanged > 0 ? `${unchanged} are so already` : null,
    ]
      .filter(Boolean)
      .join(', '),
  result: (changed: number, refused: number) =>
    [
      changed === 1 ? 'One request was changed' : `${changed} requests were changed`,
      refused > 0 ? (refused === 1 ? 'one was not' : `${refused} were not`) : null,
    ]
      .filter(Boolean)
      .join(', '),
  why: 'Not allowed, and why',
  more: (count: number) => `and ${count} more`,
  done: 'Done',
  missing: 'without a number',
}
