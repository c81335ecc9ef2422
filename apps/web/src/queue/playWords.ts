export const playWords = {
  region: 'One after the other',
  play: 'Work the view one after the other',
  next: 'Next one',
  stop: 'Stop',
  nothing: 'There is nothing in this view.',
  progress: (at: number, of: number) => `${at} of ${of}`,
  time: (minutes: number) => (minutes === 0 ? 'just begun' : `${minutes} min`),
  skipped: (count: number) => (count === 1 ? 'one is open elsewhere' : `${count} are open elsewhere`),
  taken: 'Somebody else has all of these open.',
  over: (count: number) => (count === 1 ? 'That was the one.' : `That was the last of ${count}.`),
}
