export const operationWords = {
  progress: (done: number, total: number) => `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`,
  rate: (perSecond: number) => `${perSecond} a second`,
  look: (count: number) => (count === 1 ? 'One needs a look.' : `${count} need a look.`),
  stop: 'Stop',
  goesOn: 'It goes on while you work on something else.',
  stopped: (done: number) => `Stopped after ${done}.`,
  undone: 'Undone.',
  undoing: 'Undoing. It goes on by itself.',
  conflictTitle: 'Some of it was changed since',
  undoRest: (count: number) => (count === 1 ? 'Undo the other one' : `Undo the other ${count}`),
  failed: (detail: string) => `Not undone: ${detail}`,
  download: 'Download as a table',
}
