const small = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']
const number = (count: number) => small[count] ?? String(count)

export const homeWords = {
  title: 'Home',
  greetings: { morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening', night: 'Hello' },
  greeting: (part: string, name: string) => `${part}, ${name}.`,
  needsYou: (count: number, inHand: number) => {
    const need = `${number(count)} ${count === 1 ? 'thing needs' : 'things need'} you.`
    if (inHand === 0) return `${need} Nothing else is waiting.`
    const hold =
      inHand === 1 ? 'one more request of yours' : `${number(inHand).toLowerCase()} more of your requests`
    return `${need} We have ${hold} in hand.`
  },
  inHand: (count: number) =>
    `Nothing is waiting on you. We have ${number(count).toLowerCase()} of your requests in hand.`,
  oneInHand: 'Nothing is waiting on you. We have one request of yours in hand.',
  calm: 'Nothing is waiting on you.',
  sections: {
    needs: 'Needs you',
    requests: 'Your requests',
    ask: 'Ask for',
  },
  allRequests: 'All your requests',
  allApprovals: (count: number) => (count > 1 ? `All ${count} approvals` : 'Your approvals'),
  allItems: 'Everything to ask for',
  search: 'Search or ask',
  open: (position: number) => `Open request ${position} of your list`,
}

export const hoursWords = {
  title: 'Opening hours',
  /** As times say it. */
  today: 'today',
  open: 'Open',
  openUntil: (time: string) => `Open until ${time}`,
  opens: (day: string | null, time: string) => `Opens ${day ? `${day} ` : ''}at ${time}`,
  closed: 'Closed for now',
  there: (time: string, place: string) => `${time} in ${place}`,
  call: (desk: string, number: string) => `Call ${desk}: ${number}`,
}

export const searchWords = {
  label: 'What do you need, or what is wrong?',
  ask: (text: string) => `Ask about “${text}”`,
  askAbout: 'A new request with these words',
  found: (count: number) => (count === 1 ? '1 suggestion' : `${count} suggestions`),
}

export const needsWords = {
  asks: (who: string) => `${who} asks: `,
  asksOnly: (who: string) => `${who} needs an answer from you.`,
  solved: (who: string) => `${who} says it is solved. `,
  answer: 'Answer',
  answerLabel: (summary: string) => `Your answer on ${summary}`,
  send: 'Send answer',
  isSolved: 'It’s solved',
  notYet: 'Not yet',
  stillLabel: (summary: string) => `What is still wrong with ${summary}`,
  still: 'What is still wrong?',
  reopen: 'Open it again',
  answered: (reference: string) => `Sent. ${reference} is back with the desk.`,
  reopened: (reference: string) => `${reference} is open again.`,
}
