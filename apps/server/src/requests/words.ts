import { dayWords, joinDays, type Priority, priorityInSentence, type RequestState } from '@deskhand/contract'

const small = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const workingDays = (count: number) => `${small[count] ?? count} working ${count === 1 ? 'day' : 'days'}`

type Named = { name: string }
type Away = { reference: string; from: string; until: string }

/** Every sentence about requests that the server says to people: refusals, and lines of the timeline. */
export const words = {
  /** `IT` stays, `FACILITIES` becomes `Facilities`. */
  desk: (code: string) => (code.length <= 3 ? code : code.slice(0, 1) + code.slice(1).toLowerCase()),

  noSuchRequest: 'There is no such request.',
  stale: 'Somebody changed this request since you opened it. Look at it and try again.',
  inTrash: 'This request is in the trash. Restore it first.',
  notInTrash: 'This request is not in the trash.',
  closed: 'This request is closed. Reopen it first.',
  closedForGood: 'This request is closed and stays so. Ask for it in a new one.',
  closedAlready: 'This request is closed already.',
  merged: 'This request was merged into another. Un-merge it first.',
  mergedAway: 'This was merged into a request that is closed. Ask for it in a new one.',
  settled: 'This request is settled already.',
  notSettled: 'Only a resolved or rejected request can be closed.',
  notResolved: 'Only a resolved request can be reopened.',
  begun: 'The desk has begun with it. Tell them in a reply.',
  approvedAsIs: 'It is approved already as it stands. Tell the desk in a reply what should change.',
  taken: 'You have it already.',
  onlyRequester: 'Only who asked for it can do that.',
  onlyDesk: 'Only the desk that works on it can do that.',
  onlyMember: 'Only who works at this desk can take it.',
  onlySupervisor: 'Only a supervisor of the desk can do that.',
  onlySupervisorTakes: 'Somebody has it. Only a supervisor can take it from them.',
  onlySupervisorGives:
    'Somebody has it. Only a supervisor can give it to somebody else or put it back to the queue.',

  begunBefore: 'This day lies in the past. Choose today or a later one.',
  noSuchDesk: 'There is no such desk.',
  noSuchDeskCode: (codes: readonly string[]) => `There is no such desk. Take one of ${codes.join(', ')}.`,
  noSuchType: 'This desk has no such kind of request.',
  noSuchPerson: 'There is no such person.',
  noSuchSite: 'There is no such site.',
  noSuchPlan: 'There is no such floor plan.',
  noSuchDepartment: 'There is no such department.',
  noSuchAnswerFile: 'One of the files is not there, is not yours, or lies at another request.',
  onlyPictures: 'Only pictures, such as a photo.',
  tooManyFiles: (most: number) => `A request has at most ${most} files.`,
  checkAnswers: (count: number) => `${count} answers do not fit. Look at each and send it again.`,
  noForm: 'This request was asked without a form.',
  noSummary: 'Say in one line what it is about.',
  noDescription: 'Say it in your own words, too.',
  awayAlready: (name: string | null, { reference, from, until }: Away, tellsNumber: boolean) =>
    `${name ? `${name} is` : 'You are'} away already on ${joinDays(`${dayWords(from)}–${dayWords(until)}`)}${tellsNumber ? ` (${reference})` : ''}. Change or withdraw that leave, or choose other days.`,
  noWorkday: (calendar: string) =>
    `There is no working day among these by the calendar “${calendar}”, so no leave is needed.`,
  onlyLeads: 'Only HR and whoever manages people can ask for this.',
  openOnJourney: (tasks: readonly string[], count: number) =>
    `${count === 1 ? 'One of its requests is' : `${count} of its requests are`} still open: ${tasks.join(', ')}. Resolve ${count === 1 ? 'it' : 'them'} first.`,
  noSecrets: 'Only who asked and the desk that works on it can see or change encrypted answers.',
  noSuchTeam: 'This desk has no such team.',
  blocked: (person: Named) => `${person.name} is blocked and cannot ask for anything.`,
  notForThem: 'You can ask for yourself and for the people you manage. The desk can ask for anyone.',
  notAtDesk: (person: Named) => `${person.name} does not work at this desk.`,
  notOnList: (person: Named) =>
    `This request is confidential and ${person.name} is not on its list. Add them first.`,
  wouldLeaveYou: 'You would not see this request any more. Add yourself, or ask somebody of the desk.',
  wouldLeaveAssignee: (person: Named) =>
    `${person.name} has this request and would not see it any more. Add them, or give it to somebody else first.`,
  staysSealed: 'A report without a name stays confidential. Add people to its list if they have to see it.',
  listOfNobody: 'Only a confidential request has a list of people.',
  typeSeals: 'Requests of this kind are confidential and you would not see it any more.',
  mentionsOfConversation: 'You can mention the people of this conversation.',
  cannotSee: (person: Named) => `${person.name} cannot see this request. Let them follow it first.`,
  cannotReadNotes: (person: Named) => `${person.name} does not work on this and cannot read notes.`,
  teamCannotSee: (team: string) => `This request is confidential and not everybody of ${team} can see it.`,
  noSuchEntry: 'There is no such entry.',
  notYourEntry: 'Only who wrote it can do that.',
  notSaid: 'Only what somebody wrote can be corrected or withdrawn.',
  tooLate: 'Ten minutes have passed. Write another entry.',
  withdrawnAlready: 'It was withdrawn already.',
  notYourFile: 'One of the files is not yours, was sent already, or lies at another request.',
  internalFile: 'One of the files is internal and cannot go out with a reply.',
  noSuchThing: 'Choose one of the things that they have.',
  needs: {
    reason: 'Say why.',
    question: 'Say what you need to know.',
    waitReason: 'Say what it waits for.',
    resolutionCode: 'Say how it was solved.',
    resolutionText: 'Say what was done, for who asked.',
    waitUntil: 'Say until when.',
  },
  waitsForItself: 'It cannot wait for itself.',
  awaitedSealed: 'What is confidential cannot be waited for: its number is not for everybody.',
  awaitedOver: (reference: string) => `${reference} is over already.`,
  waitsInCircle: (chain: readonly string[]) => `They would wait for each other: ${chain.join(' → ')}.`,
  awaitedEnded: (reference: string | null) => `${reference ?? 'What it waited for'} is over; this goes on.`,
  past: 'It can only wait until a moment that is still to come.',
  noSuchCode: (codes: readonly string[]) => `This desk has no such code. It has ${codes.join(', ')}.`,

  openTasks: (titles: readonly string[]) => {
    const named = titles.slice(0, 3).map((title) => `“${title}”`)
    const more = titles.length > 3 ? ` and ${titles.length - 3} more` : ''
    return `Still to do before it can be resolved: ${named.join(', ')}${more}.`
  },

  contestedOnce: 'This was contested once already.',
  contestedLate: (days: number) =>
    `A rejection can be contested within ${days === 1 ? 'a day' : `${days} days`}.`,
  neverContested: 'This desk decides once. Ask for it in a new request, or write to the desk.',
  notRejected: 'Only a rejected request can be contested.',
  awaitsApproval: 'It waits for its approval and can go on after that.',
  withSomebody: 'Somebody works on it already. Your answer takes it back to them.',
  ordered: 'What you asked for is ordered already. Write to the desk, and they can stop it.',
  agreedAlready: 'It is approved already. Your answer takes it back there.',
  withNobody: 'Nobody works on it yet. Your answer takes it back to the desk.',
  approvesItself: 'Only Deskhand itself can approve it, when everyone has who must.',

  /** After the name of who did it; the database, which knows the names, puts them together. */
  opened: 'opened this request.',
  openedFor: 'opened this for',
  closedBy: {
    requester: (who: string) => `${who} confirmed and closed this.`,
    supervisor: (who: string) => `${who} closed this.`,
    timer: (_who: string, days: number) => `Closed after ${workingDays(days)}.`,
  },
  noResponse: (days: number) =>
    `We asked and heard nothing for ${workingDays(days)}, so we set this to rest. Write here and we go on.`,
  moved: (who: string, from: RequestState, to: RequestState): string => {
    switch (to) {
      case 'IN_PROGRESS':
        if (from === 'RESOLVED') return `${who} reopened this.`
        return from === 'SUBMITTED' ? `${who} started work.` : `${who} went on with this.`
      case 'IN_REVIEW':
        return `${who} is checking this.`
      case 'WAITING':
        return `${who} put this on hold.`
      case 'RESOLVED':
        return `${who} withdrew this.`
      case 'APPROVED':
        return 'This was approved.'
      default:
        return `${who} moved this.`
    }
  },
  woke: 'The day has come; this goes on.',
  answered: (name: string) => `${name.split(' ')[0]} answered.`,
  took: (who: string) => `${who} took this.`,
  gave: (who: string, to: string) => `${who} gave this to ${to}.`,
  gaveTeam: (who: string, team: string) => `${who} gave this to the team ${team}.`,
  tookFromTeam: (who: string) => `${who} took this from its team.`,
  putBack: (who: string) => `${who} put this back to the queue.`,
  raised: (from: Priority, to: Priority): string =>
    `Raised from ${from.toLowerCase()} to ${to.toLowerCase()}, because the requester is a VIP.`,
  prioritised: (who: string, priority: string) =>
    `${who} set the priority to ${priorityInSentence(priority)}.`,
  sealed: (who: string) => `${who} made this confidential.`,
  unsealed: (who: string) => `${who} made this visible to the whole desk again.`,
  relisted: (who: string) => `${who} changed who may see this.`,
  changed: (who: string, fields: readonly string[]) => `${who} changed ${fields.join(' and ')}.`,
  fields: {
    summary: 'the title',
    description: 'the description',
    requestTypeId: 'the kind of request',
    customFields: 'the answers of the form',
  },
  undid: (who: string, what: string) => `${who} undid a change of ${what}.`,
  undone: {
    'request.updated': 'the request',
    'request.moved': 'the state',
    'request.assigned': 'who has this',
    'request.prioritised': 'the priority',
    'request.tagged': 'the tags',
    'request.closed': 'its closing',
  },
  unsealByHand: 'This became confidential with it. Open it by hand if it should not be.',
  closedSince: 'It was closed since. Reopen it first.',
  deleted: (who: string) => `${who} put this into the trash.`,
  restored: (who: string) => `${who} took this out of the trash.`,
} as const
