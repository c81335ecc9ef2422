import { linkToken, readLinkToken } from '../../platform/signedLink.ts'

/** What the link of a mail carries: which participant of which company, signed, so that nobody can name another's. */
export const participationToken = (secret: string, companyId: string, participantId: string): string =>
  linkToken(secret, 'participation', companyId, participantId)

/** Null for what we did not sign. */
export function readParticipation(
  secret: string,
  token: string,
): { companyId: string; participantId: string } | null {
  const ids = readLinkToken(secret, 'participation', token)
  return ids && { companyId: ids.companyId, participantId: ids.id }
}
