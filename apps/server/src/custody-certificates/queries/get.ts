import { certificateLimit, custodyCertificates } from '@deskhand/contract'
import { isStaff, loadAsset } from '../../assets/access.ts'
import { readStream } from '../../assets/queries/events.ts'
import { clock } from '../../platform/clock/clock.ts'
import { attachmentHeader } from '../../platform/files/names.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { signAsCompany } from '../../platform/signing.ts'
import { Stop } from '../../platform/stop.ts'
import { fileOf, statementOf } from '../certificate.ts'
import { pdfOf } from '../pdf.ts'
import { words } from '../words.ts'

/** Signed inside the transaction that read it; the pages are drawn afterwards. */
export const get = handleOutside(
  custodyCertificates.get,
  async ({ open, actor, params, query, platform, reply }) => {
    if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
    const made = await open(async ({ tx, record }) => {
      const asset = await loadAsset({ tx, actor }, params.id)
      const lines = await readStream(tx, actor, asset.id, { limit: certificateLimit + 1 })
      if (lines.length > certificateLimit) throw new Stop('rule', words.tooLong(certificateLimit))
      const [company] = await tx.query<{ name: string; zone: string }>(
        'select name, zone from app.companies where company_id = $1',
        [actor.companyId],
      )
      const events = lines.toReversed()
      const texts = events.map((event, at) => JSON.stringify({ number: at + 1, ...event }))
      const said = {
        company: `${company?.name ?? ''} (${actor.companyId})`,
        thing: [asset.assetTag, asset.serialNumber && `serial number ${asset.serialNumber}`, `(${asset.id})`]
          .filter(Boolean)
          .join(' '),
        issuedAt: clock.now().toISOString(),
        about: isStaff(actor) ? words.whole : words.ownPart(actor.name),
        keysAt: `${platform.config.url}/api/v1/companies/${actor.companyId}/signing-keys`,
        texts,
      }
      const signed = await signAsCompany(tx, platform.secret, (keyId) => statementOf(said, keyId))
      if (!signed) throw new Stop('state', words.noKey)
      record(
        'custody_certificate.taken',
        { type: 'custody_certificate', id: asset.id, ref: asset.assetTag },
        { keyId: signed.keyId, format: query.format },
      )
      const file = fileOf(signed, texts)
      return {
        file,
        said,
        events,
        keyId: signed.keyId,
        tag: asset.assetTag,
        zone: company?.zone ?? 'UTC',
        company: company?.name ?? '',
      }
    })
    const isPdf = query.format === 'pdf'
    const body = isPdf ? await pdfOf(made) : Buffer.from(made.file)
    reply
      .headers({
        'content-type': isPdf ? 'application/pdf' : 'application/json; charset=utf-8',
        'content-length': body.length,
        'content-disposition': attachmentHeader(`certificate-${made.tag.slice(0, 60)}.${query.format}`),
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
      })
      .send(body)
    return {}
  },
)
