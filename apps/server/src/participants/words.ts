type Named = { name: string }

export const words = {
  noSuchPerson: 'There is no such person.',
  noSuchParticipant: 'Nobody like that follows this request.',
  sees: ({ name }: Named) => `${name} sees this request anyway and is told of it.`,
  follows: ({ name }: Named) => `${name} follows this request already.`,
  followsNow: ({ name }: Named) => `${name} follows this.`,
  notOnList: ({ name }: Named) =>
    `This request is confidential and ${name} is not on its list. Add them to the list first.`,
  noOutside: 'This request is confidential. Its replies do not leave the house.',
  isColleague: 'This is the address of a colleague. Add them as a person.',
  leftBefore: (email: string) => `${email} asked for no more mails about this request.`,
  onlyOwn: 'You can take off yourself and those whom you added.',
  noSuchLink: 'This link leads nowhere. It may have been cut off.',
  leftAlready: 'You get no mails about this request any more.',
  because: (adder: string | null) =>
    adder ? `You get this because ${adder} added you` : 'You get this because somebody added you',
  headline: (author: string, ref: string) => `${author} replied on ${ref}`,
}
