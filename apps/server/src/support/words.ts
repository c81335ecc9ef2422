export const words = {
  noSuchDesk: 'There is no such desk.',
  notYours: 'You take from the queue of your own desks.',
  notLed: 'Only a supervisor of this desk shares out its work.',
  noSuchRequest: 'One of these requests is not at this desk any more.',
}
