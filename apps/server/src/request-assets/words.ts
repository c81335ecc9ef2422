export const words = {
  noSuchAsset: 'There is no such thing.',
  notLinked: 'This thing is not linked to the request.',
  linkedAlready: 'This thing is linked already.',
  onlyOwn: 'You can link things that you have. The desk links others.',
  onlyDesk: 'Only who works on it, or who linked it while it is open, takes a thing off.',
  nobodyElse: 'Only who asked and who works on it link things.',
  settled: 'This is settled. Reopen it to say what it is about.',
  merged: 'This was merged into another request. Link things there.',
  tooMany: (most: number) => `A request can be about ${most} things at most.`,
  notFree: (tag: string) => `${tag} is not free in stock. Choose another.`,
  gone: (name: string) => `${name} is not here any more.`,
  liesReady: (who: string, count: number) =>
    count === 1
      ? `${who} has set a thing aside from stock.`
      : `${who} has set ${count} things aside from stock.`,
  linked: (who: string, things: readonly string[]) => `${who} linked ${things.join(', ')}`,
  unlinked: (who: string, things: readonly string[]) => `${who} took ${things.join(', ')} off`,
} as const
