export const words = {
  noSuchIncident: 'There is no such incident.',
  onlyLead: 'Only who leads the desk of its request does this.',
  confidential: 'This request is confidential; everybody would read that it exists.',
  onlyDesk: 'Who has it is for the desk of its request.',
  settled: 'This request is done; there is nothing to warn of.',
  noSuchRequest: 'There is no such request.',
  runsAlready: 'A major incident runs on this request already.',
  noSuchSite: 'Nobody works at a site of that name.',
  over: 'This incident is over.',
  declared: (name: string, title: string, site: string | null) =>
    `${name} declared a major incident${site ? ` at ${site}` : ''}: ${title}`,
  updated: (name: string, message: string) => `${name} told everybody affected: ${message}`,
  ended: (name: string, message: string | null) =>
    message ? `${name} ended the major incident: ${message}` : `${name} ended the major incident.`,
}
