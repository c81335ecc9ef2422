import { rename, writeFile } from 'node:fs/promises'
import type Sharp from 'sharp'

/** Pictures of which a small one can be made. */
export const picturable: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif'])

const side = 640
/** A phone's photo has 12 to 50 million; more than this is a bomb, not a picture. */
export const mostPixels = 64_000_000
const decoders = ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif']

let loading: Promise<typeof Sharp> | undefined

// 30 MB of code that most processes never need, so it is read at the first picture.
export function loadSharp(): Promise<typeof Sharp> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false)
    sharp.concurrency(1)
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({ operation: decoders })
    return sharp
  })
  return loading
}

let last: Promise<unknown> = Promise.resolve()

/**
 * Makes a WebP of at most 640 pixels a side; one picture at a time, so that many do not take the memory. Of a
 * picture that cannot be read it makes an empty file, so that nobody tries again.
 */
export const makeThumbnail = (picture: string, target: string): Promise<void> =>
  inTurn(() => draw(picture, target))

/** Pictures take much memory, so they are worked on one after the other. */
export function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const done = last.then(work)
  last = done.catch(() => undefined)
  return done
}

async function draw(picture: string, target: string): Promise<void> {
  const sharp = await loadSharp()
  const bytes = await sharp(picture, { limitInputPixels: mostPixels, sequentialRead: true, failOn: 'error' })
    .autoOrient()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .timeout({ seconds: 10 })
    .toBuffer()
    .catch(() => Buffer.alloc(0))
  const draft = `${target}.${process.pid}`
  await writeFile(draft, bytes, { mode: 0o600 })
  await rename(draft, target)
}
