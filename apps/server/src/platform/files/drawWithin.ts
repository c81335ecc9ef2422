import { loadSharp, mostPixels } from './thumbnail.ts'

/** A picture, as a file or as dots, as WebP within so many pixels a side, drawn anew; null where it cannot be read. */
export async function drawWithin(
  picture: string | { data: Buffer; raw: { width: number; height: number; channels: 3 } },
  side: number,
): Promise<{ picture: Buffer; width: number; height: number } | null> {
  const sharp = await loadSharp()
  const limits = { limitInputPixels: mostPixels, failOn: 'error' as const }
  const begun =
    typeof picture === 'string'
      ? sharp(picture, limits)
      : sharp(picture.data, { ...limits, raw: picture.raw })
  return begun
    .autoOrient()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .timeout({ seconds: 10 })
    .toBuffer({ resolveWithObject: true })
    .then(
      ({ data, info }) => ({ picture: data, width: info.width, height: info.height }),
      () => null,
    )
}
