import { type ImportResource, importResources, importResourceWords } from '@deskhand/contract'

const count = (number: number) => number.toLocaleString('en')
const at = (time: Date) => `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`
const resourceWord = (resource: ImportResource) => importResourceWords[resource].toLowerCase()

/** Every sentence about imports that the server says to people. */
export const words = {
  nameless: (column: number) => `Column ${column}`,
  blankHeader: 'It has no name.',
  sameHeader: (column: number) => `Column ${column} is called the same.`,
  ragged: (has: number, header: number) =>
    `It has ${count(has)} cells where the header has ${count(header)}. A delimiter or a quotation mark may be missing.`,

  noSuchImport: 'There is no such import.',
  stale: 'Somebody changed this since you opened it. Look at it and try again.',
  noFile: 'Send one file, in the part named file.',
  notInForm: 'There is no such field in this form. It has the file, and resource.',
  tooLarge: (megabytes: number) => `A list may have at most ${megabytes} MB. Divide it into several files.`,
  noResource: `Say what is listed: ${importResources.join(', ')}.`,
  whatIsIt: 'The headers do not say what is listed. Choose it.',
  notYours: (resource: ImportResource) => `Your role does not import ${resourceWord(resource)}.`,
  tooManyRows: (most: number) =>
    `A list of these may have at most ${count(most)} rows. Divide it into several files.`,
  noSuchField: 'There is no such field.',
  twice: (field: string) => `Two columns cannot both be ${field}.`,
  otherWidth: (columns: number) => `Say of each of the ${columns} columns what it is, or null.`,
  missing: (fields: string[]) => `Say which column is: ${fields.join(', ')}.`,
  fileGone: 'Its file is not kept any longer. Upload it again.',
  nothingToDo: 'There is no row that would change anything.',
  noRights: 'Whoever began it may not import this any more.',
  hasFaults: (faulty: number, rows: number) =>
    `${count(faulty)} of ${count(rows)} rows have faults. Set them right, or import the others without them.`,
  summary: (resource: ImportResource, fileName: string) => `Import of ${resourceWord(resource)}: ${fileName}`,
  notMapped: {
    CHECKING: 'It is being checked. Wait until that has ended.',
    IMPORTING: 'It is being imported.',
    DONE: 'It was imported. Upload the list again to import it anew.',
    STOPPED: 'It was stopped. Upload the list again.',
  },
  notChecked: {
    CHECKING: 'It is being checked already.',
    IMPORTING: 'It is being imported.',
    DONE: 'It was imported already.',
    STOPPED: 'It was stopped. Upload the list again.',
  },
  notCommitted: {
    UPLOADED: 'Check it first.',
    CHECKING: 'It is being checked. Wait until that has ended.',
    IMPORTING: 'It is being imported already.',
    DONE: 'It was imported already.',
    STOPPED: 'It was stopped. Upload the list again.',
  },
  reportColumns: ['Row', 'Column', 'Cell', 'What is wrong'],

  needed: 'It cannot be empty.',
  sameAs: (row: number) => `Row ${count(row)} says the same.`,
  sameThing: (tag: string) => `An earlier row is the same thing, ${tag}.`,
  serialTaken: (tag: string) => `${tag} has this serial number already.`,
  none: (what: string, name: string) => `There is no ${what} called ${name}.`,
  several: (what: string, name: string) =>
    `There are several ${what === 'person' ? 'people' : `${what}s`} called ${name}; say it more exactly.`,
  severalSuch: 'There are several that this could be; say it more exactly.',
  noLastName: 'Say a first and a last name.',
  nothingInside: 'Nothing lies in a shelf.',
  otherKind: 'There is an item of this name that is of another kind.',
  whereIsIt: 'Say at which place they are.',
  mayNotMake: (names: string[]) => `${names.join(', ')} is not there, and only admins make it.`,
  retired: (name: string) => `${name} is retired; nothing new is of it.`,
  otherCategory: 'Its model is of another category.',
  modelOfNothing: (name: string) => `The model ${name} is not there yet; say its category.`,
  noKind: 'Say what it is: its model, or at least its category.',
  needs: (kind: string, fields: string[]) =>
    `${kind} need ${fields.join(', ')}, which a list cannot say. Make that optional, or add them by hand.`,
  noState: (word: string) =>
    `Nobody can tell what the state ${word} is. Such as: in stock, deployed, retired.`,
  holderAnd: (state: string) => `What is ${state} cannot be with somebody. Leave one of both empty.`,
  whoHasIt: 'It is handed out; say who or which place has it.',
  placeHasIt: 'It is handed out to a place. Move it with a transfer.',
  warrantyOfWhen:
    'Months of warranty count from the day it was bought; say that too, or when the warranty ends.',
  changedSince: (who: string, when: Date) => `${who} changed it since, on ${at(when)}.`,
  serialTakenSince: 'Another thing has its former serial number now, so it stays as it is.',
  changedMeanwhile: 'It was changed since the import, so it stays as it is.',
} as const
