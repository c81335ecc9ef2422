import { clockIn } from './clockIn.ts'

export const words = {
  noSuchChat: 'There is no such chat.',
  sayWhere: 'Say at which desk.',
  saySomething: 'Say what it is about.',
  onlyRequester: 'Only who asked can begin a chat on it.',
  onlyMember: 'Only who works at this desk can take a chat.',
  onlyHolder: 'Only who has the chat, or a supervisor, can hand it over.',
  taken: (name: string) => `${name} has taken it.`,
  over: 'This chat has ended.',
  notTaken: 'Nobody has taken this chat yet. Take it first.',
  isTheirs: (name: string) => `${name} has it already.`,
  notAtDesk: (name: string) => `${name} does not work at this desk.`,
  notOnList: (name: string) => `This request is confidential and ${name} is not on its list. Add them first.`,
  noSuchPerson: 'There is no such person.',
  noSuchTeam: 'This desk has no such team.',

  began: (name: string) => `${name} began a chat.`,
  joined: (name: string) => `${name} joined the chat.`,
  gave: (name: string, to: string) => `${name} handed the chat to ${to}.`,
  invited: (name: string, other: string) => `${name} called ${other} in.`,
  ended: (name: string) => `${name} ended the chat.`,
  endedSilent: 'The chat ended because nothing was said for an hour.',
  endedNobody: 'Nobody was free for the chat. The request stays, and the desk answers here.',

  open: (desk: string, minutes: number | null) =>
    minutes === null || minutes <= 1
      ? `${desk} is there. An answer takes about a minute.`
      : `${desk} is there. An answer takes about ${minutes} minutes.`,
  closed: (desk: string, backAt: Date, zone: string) => `${desk} is back ${clockIn(zone, backAt)}.`,
  nobody: (desk: string) => `Nobody of ${desk} is free to chat just now.`,
  waits: (reference: string) => `You are in the queue. It is ${reference}.`,
  becameRequest: (away: string, reference: string) =>
    `${away} Your message is ${reference}, and you hear from us there.`,
}
