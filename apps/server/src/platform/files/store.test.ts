import assert from 'node:assert/strict'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
} from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import sharp from 'sharp'
import { receive } from './receive.ts'
import { openStore } from './store.ts'
import { makeThumbnail } from './thumbnail.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand-store-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const store = openStore(folder)

test('counts and hashes what it writes', async () => {
  const path = await store.arrival()
  const received = await receive(Readable.from([Buffer.from('abc')]), path)
  // FIPS 180-2, appendix B.1.
  assert.deepEqual(received, {
    size: 3,
    sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  })
  await store.keep(path, 'company/2026/11/request/one')
  const kept = await store.read('company/2026/11/request/one')
  assert.equal(kept?.size, 3)
  await kept?.file.close()
  assert.equal(await store.read('company/2026/11/request/two'), null)
})

test('leaves nothing when the sender goes away in the middle', async () => {
  const path = await store.arrival()
  const broken = Readable.from(
    (async function* () {
      yield Buffer.alloc(100_000)
      throw new Error('gone')
    })(),
  )
  await assert.rejects(receive(broken, path), /gone/)
  assert.equal(existsSync(path), false)
})

// A disk that is always full, where the system has one.
if (existsSync('/dev/full')) {
  test('leaves nothing when the disk is full', async () => {
    const path = await store.arrival()
    symlinkSync('/dev/full', path)
    await assert.rejects(receive(Readable.from([Buffer.alloc(100_000)]), path), { code: 'ENOSPC' })
    assert.equal(existsSync(path), false)
  })
}

test('sweeps what is old and belongs to nobody', async () => {
  const longAgo = new Date('2026-01-01')
  const before = new Date('2026-06-01')
  const old = await store.arrival()
  const young = await store.arrival()
  await writeFile(old, 'x')
  await writeFile(young, 'x')
  utimesSync(old, longAgo, longAgo)
  assert.equal(await store.sweepArrivals(before), 1)
  assert.equal(existsSync(old), false)
  assert.equal(existsSync(young), true)

  const place = join(store.root, 'c/2026/01/r')
  mkdirSync(place, { recursive: true })
  for (const name of ['known', 'orphan', 'fresh']) await writeFile(join(place, name), 'x')
  for (const name of ['known', 'orphan']) utimesSync(join(place, name), longAgo, longAgo)
  const asked: string[][] = []
  const gone = await store.sweepPlaces(['c/2026/01/r', 'c/nowhere'], before, async (names) => {
    asked.push(names.sort())
    return new Set(['known'])
  })
  assert.equal(gone, 1)
  assert.deepEqual(asked, [['known', 'orphan']])
  assert.deepEqual(readdirSync(place).sort(), ['fresh', 'known'])
})

test('draws a small picture, upright and without its metadata', async () => {
  const picture = join(folder, 'photo.jpg')
  await sharp({ create: { width: 1600, height: 900, channels: 3, background: 'teal' } })
    .withExif({ IFD0: { Copyright: 'somebody' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toFile(picture)
  const target = join(folder, 'photo.webp')
  await makeThumbnail(picture, target)
  const { format, width, height, exif } = await sharp(target).metadata()
  assert.deepEqual(
    { format, width, height, exif },
    { format: 'webp', width: 360, height: 640, exif: undefined },
  )
})

test('makes an empty file of what is no picture, and of drawings that it must not read', async () => {
  const target = join(folder, 'none.webp')
  for (const content of ['not a picture', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>']) {
    const path = join(folder, 'lie.png')
    await writeFile(path, content)
    await makeThumbnail(path, target)
    assert.equal(readFileSync(target).length, 0)
  }
})
