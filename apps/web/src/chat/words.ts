export const chatWords = {
  // whoever asks
  title: 'Chat with a desk',
  start: 'Start a chat',
  startAt: (desk: string) => `Start a chat with ${desk}`,
  which: 'Desk',
  firstMessage: 'What is it about?',
  send: 'Start',
  wait: (place: number, minutes: number | null) => {
    const queue = place === 1 ? 'You are next.' : `You are number ${place} in the queue.`
    return minutes === null ? queue : `${queue} About ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`
  },
  with: (name: string) => `You chat with ${name}.`,
  end: 'End chat',
  endAndMail: 'End and mail me what was said',
  download: 'What was said, as PDF',
  approval: 'Waits for your yes',
  approvalAsked: (name: string, amount: string | null) =>
    `${name} needs your yes${amount ? ` to ${amount}` : ''}. What is said here decides nothing.`,
  failed: (sentence: string) => `Not done. ${sentence}`,
  // the desk
  chats: 'Chats',
  panel: 'Chat',
  waiting: (count: number) => `${count} waiting`,
  none: 'No chats.',
  accept: 'Accept',
  acceptNext: 'Accept the next chat',
  waitsSince: 'waits since',
  arrived: (name: string) => `${name} is waiting to chat.`,
  live: (name: string) => `Live with ${name}`,
  transfer: 'Hand over',
  invite: 'Call in',
  toColleague: 'Colleague',
  toTeam: 'Team',
  transferTitle: 'Hand the chat over',
  inviteTitle: 'Call a colleague in',
  pick: 'Pick somebody.',
  availability: 'Chats',
  states: { ONLINE: 'Online', BUSY: 'Busy', AWAY: 'Away' },
  offShift: (when: string | null) => (when ? `Off shift until ${when}` : 'Off shift'),
}
