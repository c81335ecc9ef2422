/** What people say around a request, beside its own words. */
export type Voice = {
  extras: readonly string[]
  thanks: readonly string[]
  chases: readonly string[]
  chaseAnswers: readonly string[]
  additions: readonly string[]
  acknowledgements: readonly string[]
  pickUps: readonly string[]
  urgentPickUps: readonly string[]
  handovers: readonly string[]
  triage: readonly string[]
  supervisorNotes: readonly string[]
  technicianNotes: readonly string[]
  reopens: readonly string[]
  reopenAnswers: readonly string[]
  secondEnds: readonly string[]
  withdrawals: readonly string[]
  appeals: readonly string[]
  appealAnswers: readonly string[]
  questions: readonly (readonly [question: string, answer: string])[]
}

const anything: Voice = {
  extras: [
    'I am in the office until {hour}, after that on my mobile.',
    'No hurry, this week is fine.',
    'I am in {otherSite} on {weekday}, any other day is good.',
    'Call me if that is quicker.',
    'It would help to have this before {weekday}.',
    'Thank you in advance.',
    'If you need anything from me, mornings are best.',
    '{managerFirst} knows about it.',
    'I was not sure whether this is the right place for it.',
  ],
  thanks: [
    'Thank you, {tech}.',
    'Perfect, thank you.',
    'Great, thanks for the quick help.',
    'Thank you, also for explaining.',
    'Thanks. I’ll pass it on to {colleagueFirst}.',
    'That was faster than I thought. Thanks.',
    'Very good, thank you, {tech}.',
    'Lovely. Thanks.',
    'Thanks, you can close this.',
    'Very kind, thank you.',
    'Got it, thanks.',
    'Thank you. {managerFirst} will be glad too.',
    'Thanks to you, {tech}, and to whoever helped.',
    'That is exactly it. Thank you.',
    'Good. One thing less on my list.',
  ],
  chases: [
    'Any news on this?',
    'Just asking where this stands.',
    'I do not want to press, but I need it by {later}.',
    'Is there a date I can tell the others?',
    'Hello, is somebody looking at it?',
    'Still open on my side. Can I do anything to help?',
  ],
  chaseAnswers: [
    'You are right to ask. It is next on my list and you’ll hear from me {soon}.',
    'Sorry for the silence. I have it open now.',
    'It took longer than I said. I am on it today.',
    'Still waiting for an answer myself. I’ll ask again and tell you {soon}.',
    'Not forgotten. I’ll take it up {soon}, first thing.',
    'By {later} at the latest. If that is too late, tell me and I’ll look for another way.',
  ],
  additions: [
    'By the way, {managerFirst} knows about it.',
    'Forgot to say: I sit at {desk} this week.',
    'My number has changed, best is by message here.',
    'Small update: I am in {otherSite} tomorrow, but reachable.',
    'I should have said that {colleagueFirst} can answer for me when I am away.',
  ],
  acknowledgements: [
    'Good to know, thank you.',
    'Noted.',
    'Thanks for telling me.',
    'Right, I’ll change it on my side.',
    'That makes it easier.',
    'Thank you. I’ll add it to what I have.',
    'Understood, I’ll take that into account.',
  ],
  pickUps: [
    'I have your request and look at it {soon}.',
    'Taking this one. I’ll come back to you {soon}.',
    'Read and understood. You’ll hear from me {soon}.',
    'This one is with me now. I need a little time for it.',
  ],
  urgentPickUps: [
    'I have it and start right away.',
    'Taking this one now. I’ll write as soon as I know more.',
    'On it. Keep your phone near, I may call.',
  ],
  handovers: [
    'I am out from tomorrow, {tech} takes over. Everything is in the notes.',
    'This is more in {tech}’s field, handing over.',
    'Swapping with {tech}, who has done the last one of these.',
    '{tech} has room today, I have not.',
  ],
  triage: [
    'Looking which of us this belongs to.',
    'Needs a second look before we promise a date.',
    'There may be two things in one here. Reading it again with fresh eyes.',
    'Could also be one for another desk. Asking before I hand it over.',
    'Fine so far, only the date has to be checked.',
    'Who did the last one of these? Having a look.',
    '{first} writes clearly, so this is quick to sort.',
    'Not sure yet how much there is to it.',
  ],
  supervisorNotes: [
    'Please keep {first} up to date, there has been a complaint about silence before.',
    'If it takes more than a day, tell me.',
    'Good case for the help pages once it is done.',
    '{dept} has a busy week, do this one before the others.',
    'Have a look at what we did for {colleagueFirst} last time.',
  ],
  technicianNotes: [
    'Called, no answer. Trying again {soon}.',
    'Spoke with {first} on the phone, all clear now.',
    'Took {minutes} minutes so far.',
    'Asked {colleagueFirst} as well, same answer.',
    'Left a message on the mobile.',
    '{first} is in {otherSite} until {weekday}, no rush before that.',
    'Same desk as in {month}. Worth a look at the list.',
    'Have what I need. Doing it {soon}.',
    'Checked the history of this desk, nothing of the kind before.',
    'Wrote down the steps, so that the next one takes five minutes.',
    'Waiting for a call back, otherwise ready.',
    'Did one of these in {month}, the steps are in the team folder.',
  ],
  reopens: [
    'Half of it is done, the other half is not.',
    'Sorry to come back. It is not quite what I asked for.',
    'I looked at it again this morning and one thing is missing.',
  ],
  reopenAnswers: [
    'Thank you for saying so. I’ll look at it again right away.',
    'Then I missed something. I am back on it.',
    'Good that you write. What is missing I do today.',
  ],
  secondEnds: [
    'I had missed a part. It is complete now, and {first} has looked over it with me.',
    'The missing piece is there too. Sorry for the second round.',
  ],
  withdrawals: [
    'No longer needed.',
    'It has sorted itself out.',
    '{colleagueFirst} has helped me.',
    'I found it in the help pages.',
    'Asked for the wrong thing, I’ll send a new one.',
  ],
  appeals: [
    'I would like you to look at it once more: {managerFirst} has agreed in the meantime and carries the cost.',
    'The reason does not fit my case, I was not clear enough. May I explain on the phone?',
  ],
  appealAnswers: [
    'With that it looks different. We take it up again.',
    'Thank you for the explanation, that changes it.',
  ],
  questions: [
    ['Until when do you need it at the latest?', 'Until {weekday} would be good, a day later is fine too.'],
    ['Is this still current?', 'Yes, it is.'],
    ['Is it for you alone or for the whole team?', 'For me and {colleagueFirst} to begin with.'],
  ],
}

/** Something does not work. */
const trouble: Voice = {
  ...anything,
  extras: [...anything.extras, 'I looked in the help pages first and found nothing.'],
  thanks: [
    ...anything.thanks,
    'Works, thank you.',
    'All good now. Thanks, {tech}.',
    'Much better, thank you.',
  ],
  chases: [...anything.chases, 'Is somebody looking at it? It is still the same here.'],
  triage: [
    ...anything.triage,
    'Checked whether it is one of the known problems. It is not.',
    'Same wording as last month, but a different cause I think.',
  ],
  supervisorNotes: [
    ...anything.supervisorNotes,
    'Second one this week. Let us see whether there is a pattern.',
    'Looks small, but {dept} depends on it.',
  ],
  technicianNotes: [
    ...anything.technicianNotes,
    'Could not see it myself at first try. {first} shows it to me {soon}.',
    'Has been like this since the move, they say.',
  ],
  reopens: [
    'It is back, the same as before.',
    'Sorry, it was good for a day and now it is there again.',
    'I thought it was solved, but {colleagueFirst} still has it.',
    'Unfortunately not quite. I tried it again this morning.',
  ],
  reopenAnswers: [
    'Thank you for saying so. I’ll look at it again right away.',
    'Then I missed something. I am back on it.',
    'Good that you write. I’ll take the other way this time.',
  ],
  secondEnds: [
    'The first repair did not reach everything. Did the rest today and tested it with {first}.',
    'There was a second cause behind the first. Both are gone now.',
    'Done completely this time; I checked it together with {first}.',
  ],
  questions: [
    ['Does it still happen today, after a restart?', 'Yes, the same as before.'],
    ['Could you send me a picture of what you see?', 'I’ll put one into your mailbox.'],
    ['When would it suit you that I’ll come by?', 'Today after {hour} or tomorrow before ten.'],
  ],
}

/** Somebody confides something: few words, none of them light. */
const confidence: Voice = {
  ...anything,
  thanks: ['Thank you for listening.', 'Thank you, {tech}. That helps.', 'Thank you. It is better already.'],
  chases: ['I wanted to ask whether there is anything new.', 'May I ask how it goes on?'],
  chaseAnswers: [
    'Yes. I’ll call you {soon}, it is easier to say than to write.',
    'There is, but not in writing. Do you have a quarter of an hour {soon}?',
  ],
  additions: ['I would rather not be called at my desk.', 'Please write only here, not by mail.'],
  acknowledgements: ['Of course.', 'Thank you for saying so. I’ll keep to it.'],
  pickUps: ['Thank you for your trust. I read it with care and answer {soon}.'],
  urgentPickUps: ['Thank you for your trust. I’ll call you today.'],
  handovers: ['{tech} takes over with the word of {first}.'],
  triage: ['Read. Nobody outside the desk sees this.'],
  supervisorNotes: [
    'I am there if you want a second pair of ears.',
    'Keep it off the phone in the open office.',
  ],
  technicianNotes: [
    'First talk done, nothing written down but the date.',
    'Waiting for the word of {first} before anything else.',
  ],
  reopens: ['I am afraid it has begun again.'],
  reopenAnswers: ['I am sorry to hear that. I’ll call you today.'],
  secondEnds: ['Talked with both sides again. We have agreed on a date to look at it together.'],
  withdrawals: ['I would like to leave it at that for now.'],
}

export const voices = { trouble, wish: anything, confidence } as const
