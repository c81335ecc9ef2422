import type { AssetAction } from '@deskhand/contract'

type Named = { assetTag: string; name?: string | null }
const counted = (count: number) => (count === 1 ? 'one thing' : `${count} things`)
const called = ({ assetTag, name }: Named) => (name ? `${assetTag} (${name})` : assetTag)

/** Sentences for people. */
export const words = {
  noSuchAsset: 'There is no such thing.',
  noSuchField: (key: string) => `No category and no model has a field ${key}.`,
  ownFieldsDesk: 'Own fields are for whoever works at a desk.',
  noSuchCategory: 'There is no such category.',
  noSuchModel: 'There is no such model.',
  noSuchPlace: 'There is no such place.',
  noSuchPerson: 'There is no such person.',
  noSuchCostCenter: 'There is no such cost centre.',
  noSuchSubState: (status: string) => `What is ${status} cannot be that.`,
  notThat: (tag: string) => `${tag} cannot be that.`,
  otherCategory: 'Its model is of another category.',
  retiredKind: 'This kind is retired; nothing new is of it.',
  tagTaken: (other: Named) => `${called(other)} has this tag already.`,
  serialTaken: (other: Named) => `${called(other)} has this serial number already.`,
  placeHasIt: 'It is handed out to a place. Move it with a transfer.',
  noTags:
    'Its category has no tag left to give, or was just deleted. Give it a tag, or choose another category.',
  stale: 'Somebody changed this since you opened it. Look at it and try again.',
  deleted: 'It was deleted as made in error. Restore it first.',
  notKeeper: 'Another desk keeps this. Ask there.',
  noSuchDesk: 'There is no such desk.',
  thatAlready: (tag: string) => `${tag} is that already.`,
  takeBackInstead: (tag: string) => `${tag} is handed out. Check it in instead; that asks for its condition.`,
  handOutInstead: (tag: string) =>
    `Nobody had ${tag} before. Check it out instead; that asks to whom it goes.`,
  onHold: (tag: string) => `${tag} is on legal hold and stays where it is.`,
  holdByLead: 'Only whoever leads the desk, or an admin, puts things on legal hold and takes them off it.',
  holdsOthers: (tag: string, count: number) =>
    count === 1
      ? `One thing is part of ${tag}. Take it out first.`
      : `${count} things are part of ${tag}. Take them out first.`,
  stillAsked: (tag: string, refs: readonly string[]) =>
    `${refs.join(', ')} about ${tag} ${refs.length === 1 ? 'is' : 'are'} still open. Resolve that first.`,
  toldMoreExactly: 'told more exactly',
  notInItself: 'It cannot replace itself.',
  onlyIntoStock: 'A place is said only of what goes into stock.',
  required: {
    subStatus: 'Say it more exactly.',
    report: 'Say how it went missing.',
    reportNumber: 'Give the number that the police gave to the report.',
    reason: 'Give a reason.',
    successorId: 'Say what replaced it.',
    wipeProof: 'Say how it was wiped.',
  },
  moved: (tag: string, word: string) => `${tag} was ${word}`,
  hasHistory: (tag: string) =>
    `Something has happened to ${tag} since it was added, so it stays. Retire it instead.`,
  /** What points to a thing that was to be deleted, and one such by its name. */
  pointed: {
    thing: (tag: string, other: string) => `${other} belongs to ${tag} or was replaced by it, so it stays.`,
    request: (tag: string, other: string) => `${other} is about ${tag}. Take it off that request first.`,
    relation: (tag: string, other: string) =>
      `${other} has something to do with ${tag}. Take that relation away first.`,
    agent: (tag: string, device: string) =>
      `An inventory agent reports ${device || 'a device'} as ${tag}. Match that device with another thing first.`,
  },
  notDeleted: (tag: string) => `${tag} is not deleted.`,
  none: 'No thing fits.',
  inItself: (tag: string) => `${tag} cannot be part of what is part of it.`,
  undoneByLead: 'Only whoever leads the desk, or an admin, may take back what somebody else did.',
  /** What was done, as the log and the list of what can be undone say it. */
  summary: ({ change, transition, checkIn, transfer }: AssetAction, count: number): string => {
    const parts = [
      ...(change ? [`changed ${counted(count)}`] : []),
      ...(transition
        ? [`moved ${counted(count)} to ${transition.to.toLowerCase().replaceAll('_', ' ')}`]
        : []),
      ...(checkIn ? [`took ${counted(count)} back`] : []),
      ...(transfer ? [`moved ${counted(count)} on`] : []),
    ]
    const sentence = parts.join(', ')
    return sentence.charAt(0).toUpperCase() + sentence.slice(1)
  },
  onlyAdmins: 'Only admins see what was deleted.',
} as const
