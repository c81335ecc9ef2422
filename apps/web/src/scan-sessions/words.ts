import type { ScanMode } from '@deskhand/contract'

export const scanWords = {
  title: 'Scan',
  modes: { LOOK_UP: 'Look up', CHECK_OUT: 'Check out', CHECK_IN: 'Check in', MOVE: 'Move' } satisfies Record<
    ScanMode | 'LOOK_UP',
    string
  >,
  modeLabel: 'What to do with what is scanned',
  field: 'Scan or type a tag or serial number',
  fieldAbout: 'A hand scanner works anywhere on this page.',
  find: 'Find',
  add: 'Add',
  camera: 'Use the camera',
  stop: 'Stop the camera',
  cameraTitle: 'Hold the code into the frame',
  cameraRefused: 'The camera cannot be used. Allow it in the browser, or type the tag.',
  unknown: (code: string) => `Nothing has the code ${code}.`,
  notReached: 'The server cannot be reached. Scan again in a moment.',
  unknownAbout: 'Look at the label again, or type the serial number.',
  open: 'Open it',
  nobody: 'Nobody has it',
  nothing: 'Nothing scanned yet',
  nothingAbout: 'Scan the first label.',
  list: 'Scanned',
  drop: (code: string) => `Take ${code} off the list`,
  ready: 'Ready',
  count: (count: number) => (count === 1 ? '1 thing' : `${count} things`),
  commit: {
    CHECK_OUT: (count: number) => `Check out ${count}`,
    CHECK_IN: (count: number) => `Check in ${count}`,
    MOVE: (count: number) => `Move ${count}`,
  },
  rest: (blocked: number) =>
    blocked === 1
      ? 'One has a problem and stays as it is.'
      : `${blocked} have a problem and stay as they are.`,
  done: {
    CHECK_OUT: (count: number, to: string) => `${scanCount(count)} handed to ${to}.`,
    CHECK_IN: (count: number) => `${scanCount(count)} taken back.`,
    MOVE: (count: number, to: string) => `${scanCount(count)} moved to ${to}.`,
  },
  first: { CHECK_OUT: 'Choose to whom first.', MOVE: 'Choose where to first.', CHECK_IN: '' },
  cameWith: (tag: string) => `What came back with ${tag}`,
  another: 'Begin anew',
  refused: 'Only technicians scan things in and out.',
}

const scanCount = (count: number) => (count === 1 ? '1 thing' : `${count} things`)
