import { type Import, type ImportResource, importResourceWords } from '@deskhand/contract'

const count = (number: number) => number.toLocaleString('en')
const rows = (number: number) => (number === 1 ? 'one row' : `${count(number)} rows`)

export const importWords = {
  title: 'Imports',
  about:
    'Lists from a spreadsheet or another program. Nothing is imported before it was checked, and all of it can be undone for a day.',
  refused: 'Imports are for who keeps things.',
  empty: 'No list was imported yet',
  emptyAbout: 'Drop a CSV or Excel file above; lists that Snipe-IT exports are recognised.',
  what: 'What is listed',
  guess: 'Found out by its headers',
  file: 'List',
  fileHelp: 'CSV or Excel (.xlsx), at most 50 MB. The first row that says something is its header.',
  earlier: 'Earlier imports',
  byWhom: (name: string) => `by ${name}`,
  states: {
    UPLOADED: 'columns to be set',
    CHECKING: 'being checked',
    CHECKED: 'checked',
    IMPORTING: 'being imported',
    DONE: 'imported',
    STOPPED: 'stopped',
  } satisfies Record<Import['state'], string>,
  undone: 'undone',

  steps: { columns: 'Columns', check: 'Check', run: 'Import', done: 'Done' },
  stepsLabel: 'Steps of the import',
  resource: (resource: ImportResource) => importResourceWords[resource],
  delimiters: { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as Record<string, string>,
  dividedBy: (delimiter: string) => `divided by ${importWords.delimiters[delimiter] ?? delimiter}`,
  sheet: (name: string) => `sheet “${name}”`,

  columnsTitle: 'Which column is what',
  columnsAbout: 'An empty cell changes nothing of what is there already.',
  column: 'Column',
  samples: 'What stands in it',
  field: 'Field',
  fieldOf: (column: string) => `Field of ${column}`,
  leaveOut: 'Leave out',
  noSamples: 'nothing',
  missing: (fields: string[]) => `Say which column is: ${fields.join(', ')}.`,
  dayOrder: 'Days such as 03/04/2026',
  dayOrders: { DMY: 'Day first: 3 April', MDY: 'Month first: 4 March' },
  currency: 'Currency of prices that name none',
  existing: 'What is there already',
  existings: { UPDATE: 'Take over what the list says', SKIP: 'Leave as it is' },
  makesMissing: 'Make what is named and not there yet',
  makesMissingHelp: 'Categories, models, manufacturers and places.',
  check: 'Check all rows',

  checking: (done: number) => `${rows(done)} checked`,
  checkingLabel: 'Check',
  goesOn: 'It goes on while you work on something else.',
  checkTitle: 'What would happen',
  resultTitle: 'What happened',
  new: 'New',
  changed: 'Changed',
  unchanged: 'As they are',
  faulty: 'With faults',
  none: 'none',
  rows: 'Rows',
  makes: 'Made along',
  kinds: {
    category: ['category', 'categories'],
    model: ['model', 'models'],
    manufacturer: ['manufacturer', 'manufacturers'],
    location: ['place', 'places'],
  } as Record<string, [string, string]>,
  made: (kind: string, number: number, names: string[]) => {
    const [one, many] = importWords.kinds[kind] ?? [kind, kind]
    const more = number > names.length ? ` and ${count(number - names.length)} more` : ''
    return `${count(number)} ${number === 1 ? one : many}: ${names.join(', ')}${more}`
  },
  faultsTitle: 'Faults',
  firstFaults: (shown: number, all: number) => (shown < all ? `The first ${shown} of ${count(all)}.` : null),
  row: 'Row',
  cell: 'Cell',
  wrong: 'What is wrong',
  report: 'All faults as a table',
  back: 'Change the columns',
  import: (number: number) => `Import ${rows(number)}`,
  importRest: (number: number) => `Import the other ${count(number)}`,
  restTitle: (faulty: number) => `Leave ${rows(faulty)} out?`,
  restAbout:
    'Rows with faults are not imported. They stay in the table of faults, to be set right and imported later.',
  nothing: 'There is no row that would change anything.',

  running: (done: number, all: number) => `${count(done)} of ${count(all)} rows`,
  runningLabel: 'Import',
  stop: 'Stop',
  stopped: 'It was stopped: what was done until then stays.',
  undo: 'Undo the import',
  undoing: (done: number, all: number) => `Undoing: ${count(done)} of ${count(all)}`,
  undoLabel: 'Undo',
  undoneBy: (name: string, changed: number, kept: number) =>
    kept === 0
      ? `${name} undid it: ${count(changed)} taken back.`
      : `${name} undid it: ${count(changed)} taken back, ${count(kept)} were changed since and stay.`,
  keptTitle: 'What stays, and why',
  another: 'Import another list',
}
