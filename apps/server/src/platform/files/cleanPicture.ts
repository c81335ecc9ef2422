import { writeFile } from 'node:fs/promises'
import { inTurn, loadSharp, mostPixels } from './thumbnail.ts'

/**
 * Writes a picture anew in its place, of its pixels alone: no camera, place, time, name or comment. Answers the new
 * bytes, or null where it cannot be read; the file is then as it was.
 */
export function cleanPicture(path: string): Promise<Buffer | null> {
  return inTurn(async () => {
    const sharp = await loadSharp()
    const bytes = await sharp(path, { limitInputPixels: mostPixels, failOn: 'error', animated: true })
      .autoOrient()
      .timeout({ seconds: 20 })
      .toBuffer()
      .catch(() => null)
    if (bytes) await writeFile(path, bytes, { mode: 0o600, flush: true })
    return bytes
  })
}
