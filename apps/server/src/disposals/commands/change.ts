import { type BodyOf, disposals } from '@deskhand/contract'
import { keepProofs } from '../../asset-files/commands/keepProofs.ts'
import { type AssetRecord, mustKeep } from '../../assets/access.ts'
import { deskFacts } from '../../desks/access.ts'
import { claimStaged } from '../../files/commands/claimStaged.ts'
import { todayIn } from '../../forms/queries/item.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, type DisposalRecord, type Inside, lockDisposal, lockThings } from '../access.ts'
import { readDisposal } from '../queries/read.ts'
import { words } from '../words.ts'
import { letGo, putIn } from './putIn.ts'

type Body = BodyOf<typeof disposals.change>

export const change = handle(disposals.change, async (inside) => {
  const { tx, actor, body, record } = inside
  const disposal = await lockDisposal(inside, inside.params.id)
  if (disposal.state === 'COMPLETED' || disposal.state === 'CANCELLED') throw new Stop('state', words.over)
  if (disposal.state !== 'DRAFT' && (body.add || body.remove)) throw new Stop('state', words.onlyDraft)
  const removed = body.remove ? await takeOut(inside, disposal, body.remove) : []
  const added = body.add ? await putIn(inside, disposal, body.add) : []
  if (body.wipes) await noteWipes(inside, disposal, body.wipes)
  if (body.receiptFileId) await keepReceipt(inside, disposal, body.receiptFileId)
  const { name = disposal.name, partner = disposal.partner, notes = disposal.notes } = body
  await tx.run(
    `update app.disposals set name = $3, partner = $4, notes = $5, version = version + 1
     where company_id = $1 and id = $2`,
    [actor.companyId, disposal.id, name, partner, notes],
  )
  record(
    'disposal.changed',
    about(disposal),
    {
      added: added.map(({ id }) => id),
      removed: removed.map(({ id }) => id),
      wiped: (body.wipes ?? []).map(({ assetId }) => assetId),
      hasReceipt: body.receiptFileId !== undefined,
    },
    { ...(name !== disposal.name && { name: [disposal.name, name] }) },
  )
  const whole = await readDisposal(inside, disposal.id)
  return answer(whole, { version: whole.version })
})

async function takeOut(
  inside: Inside,
  disposal: DisposalRecord,
  names: readonly string[],
): Promise<AssetRecord[]> {
  const things = await lockThings(inside, disposal.id)
  const named = new Set(names.map((name) => name.toUpperCase()))
  const leaving = things.filter(
    ({ id, assetTag }) => named.has(id.toUpperCase()) || named.has(assetTag.toUpperCase()),
  )
  const found = new Set(leaving.flatMap(({ id, assetTag }) => [id.toUpperCase(), assetTag.toUpperCase()]))
  const stranger = names.find((name) => !found.has(name.toUpperCase()))
  if (stranger) throw refuseField('remove', words.notIn(stranger))
  for (const thing of leaving) mustKeep(inside.actor, thing)
  await inside.tx.run(
    'delete from app.disposal_things where company_id = $1 and disposal_id = $2 and asset_id = any ($3::uuid[])',
    [inside.actor.companyId, disposal.id, leaving.map(({ id }) => id)],
  )
  await letGo(inside, disposal, leaving)
  return leaving
}

async function noteWipes(
  inside: Inside,
  disposal: DisposalRecord,
  wipes: NonNullable<Body['wipes']>,
): Promise<void> {
  const { tx, actor, platform } = inside
  const things = new Map((await lockThings(inside, disposal.id)).map((thing) => [thing.id, thing]))
  const today = todayIn((await deskFacts(platform, tx)).zone)
  const proofs = wipes.flatMap(({ assetId, fileId, on }, at) => {
    const asset = things.get(assetId.toLowerCase())
    if (!asset) throw refuseField(`wipes/${at}/assetId`, words.notIn(assetId))
    if (on > today) throw refuseField(`wipes/${at}/on`, words.future)
    mustKeep(actor, asset)
    return fileId ? [{ asset, fileId: fileId.toLowerCase() }] : []
  })
  const missing = await keepProofs(inside, proofs)
  if (missing.length > 0) {
    const at = wipes.findIndex(({ fileId }) => missing.includes(fileId?.toLowerCase() ?? ''))
    throw refuseField(`wipes/${at}/fileId`, words.noSuchFile)
  }
  await tx.run(noteAll, [actor.companyId, disposal.id, JSON.stringify(wipes)])
}

async function keepReceipt(inside: Inside, { id }: DisposalRecord, fileId: string): Promise<void> {
  const { tx, actor } = inside
  const file = (await claimStaged(inside, [fileId.toLowerCase()])).get(fileId.toLowerCase())
  if (!file) throw refuseField('receiptFileId', words.noSuchFile)
  await tx.run(
    `update app.disposals set receipt_id = $3, receipt_name = $4, receipt_size = $5, receipt_type = $6,
       receipt_path = $7 where company_id = $1 and id = $2`,
    [actor.companyId, id, file.id, file.name, file.size, file.mimeType, file.place],
  )
}

const noteAll = `
  update app.disposal_things t set wipe_method = w.method, wiped_by = w.by, wiped_on = w.on,
    wipe_reference = w.reference, wipe_file_id = coalesce(w."fileId", t.wipe_file_id)
  from jsonb_to_recordset($3::jsonb) as w("assetId" uuid, method text, by text, "on" date, reference text, "fileId" uuid)
  where t.company_id = $1 and t.disposal_id = $2 and t.asset_id = w."assetId"`
