import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'

// The server draws its labels with it; the journeys borrow it to make a film of one.
const require = createRequire(join(import.meta.dirname, '../apps/server/package.json'))
const sharp: typeof import('sharp')['default'] = require('sharp')

const [width, height] = [640, 480]

/** A film of one picture, as a camera would see it lying on a grey table: YUV4MPEG2, which browsers take for a camera. */
export async function filmOf(picture: Buffer, file: string): Promise<void> {
  const label = await sharp(picture)
    .resize(340, 340, { fit: 'contain', background: '#fff', kernel: 'nearest' })
    .flatten({ background: '#fff' })
    .png()
    .toBuffer()
  const light = await sharp({ create: { width, height, channels: 3, background: '#9a9a9a' } })
    .composite([{ input: label, left: 150, top: 70 }])
    .greyscale()
    .raw()
    .toBuffer()
  const colourless = Buffer.alloc((width * height) / 2, 128)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colourless])
  await writeFile(
    file,
    Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420mpeg2\n`), frame, frame]),
  )
}
