import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { assetFiles } from '@deskhand/contract'
import { makeCategory, makePlace, makeThing } from '../custody/sample.ts'
import { newId } from '../platform/ids.ts'
import { fetchFile, picture, stageFile } from '../testing/assetFiles.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, luis, olga } from '../testing/people.ts'
import { deedsOf } from './sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand-scan-photos-'))
const desk = await openDesk({ folder })
after(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})
const deeds = deedsOf(desk)
const { scan, items, get } = deeds

const photo = { name: 'dent.png', bytes: await picture() }

async function counted() {
  const [locationId, categoryId] = [await makePlace(desk), await makeCategory(desk)]
  const thing = await makeThing(desk, { locationId, categoryId })
  const { id } = await deeds.begin({ locationIds: [locationId] })
  return { id, thing, code: thing.assetTag }
}
const photosOf = async (id: string) => (await items(ana, id)).data.data[0]?.photos
const filesOf = async (id: string) =>
  (await desk.as(ana).call(assetFiles.list, { params: { id } })).data.data.map(({ fileName }) => fileName)

describe('a photo of a scan', () => {
  test('becomes one of the thing, stands beside it in the review, and comes once', async () => {
    const { id, thing, code } = await counted()
    const photoId = await stageFile(desk, ana, photo)
    const sent = { code, clientScanId: newId(), photoId }
    assert.equal((await scan(ana, id, sent)).status, 200)
    assert.deepEqual(await photosOf(id), [{ id: photoId, fileName: 'dent.png' }])
    assert.deepEqual(await filesOf(thing.id), ['dent.png'])
    assert.equal((await fetchFile(desk, ana, thing.id, `${photoId}/preview`)).statusCode, 200)
    // An answer that never arrived makes the device send it again.
    assert.equal((await scan(ana, id, sent)).status, 200)
    assert.deepEqual(await filesOf(thing.id), ['dent.png'])
    const events = await desk.rows<{ count: number }>(
      ana,
      `select count(*)::int as count from app.events where subject_id = $1 and name = 'asset.photo_added'`,
      [thing.id],
    )
    assert.deepEqual(events, [{ count: 1 }])
    // What is said later of the same thing leaves it.
    await scan(ana, id, { code, note: 'On the shelf' })
    assert.equal((await photosOf(id))?.length, 1)
  })

  test('that is not there, of somebody else, of two scans or no picture is refused, and nothing is counted', async () => {
    const { id, thing, code } = await counted()
    const own = await stageFile(desk, ana, photo)
    const tries = [
      [{ code, photoId: newId() }],
      [{ code, photoId: await stageFile(desk, luis, photo) }],
      [{ code, photoId: await stageFile(desk, ana, { name: 'note.pdf', bytes: '%PDF-1.7\n' }) }],
      [
        { code, photoId: own },
        { code, photoId: own },
      ],
    ]
    for (const scans of tries) {
      const { status, text } = await scan(ana, id, ...scans)
      assert.equal(status, 422)
      assert.match(text, /"pointer":"\/scans\/[01]\/photoId"/)
    }
    assert.equal((await get(ana, id)).data.counts.found, 0)
    assert.deepEqual(await filesOf(thing.id), [])
    // It waits still, and is taken.
    assert.equal((await scan(ana, id, { code, photoId: own })).status, 200)
    assert.equal((await scan(olga, id, { code })).status, 404)
  })

  test('of a code that nothing has is not kept, and the code is', async () => {
    const { id } = await counted()
    const { status, data } = await scan(ana, id, {
      code: 'NO-SUCH-9',
      photoId: await stageFile(desk, ana, photo),
    })
    assert.deepEqual([status, data.results[0]?.outcome], [200, 'UNKNOWN'])
  })
})
