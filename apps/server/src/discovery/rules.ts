import type { DeviceKind, MatchBy } from '@deskhand/contract'

/** What tells one device from another, without what stands for nothing. */
export type Signs = { uuid: string | null; serial: string | null; macs: readonly string[] }

/** A thing that shares a sign, and the signs that it is known by otherwise. */
export type Candidate = { assetId: string; by: MatchBy; serials: readonly string[]; uuids: readonly string[] }

/** What boards say where nobody has written anything. */
const blank =
  /^(?:0+|1234567890?|123456789|x+|f+|-+|\.+|none|null|n\/?a|unknown|invalid|oem|default(?: string)?|empty|not (?:specified|available|applicable|provided|settable)|to be filled.*|system (?:serial number|product name|name|manufacturer|version)|serial ?(?:number|no\.?)|chassis serial number|base board serial number|o\.?e\.?m\.?)$/i

export const meaningful = (text: string | null): string | null =>
  text === null || text.length < 2 || blank.test(text.trim()) ? null : text.trim()

export function readSerial(text: string | null, ignored: readonly string[] = []): string | null {
  const serial = meaningful(text)
  if (!serial || serial.length < 4) return null
  return ignored.some((one) => one.toUpperCase() === serial.toUpperCase()) ? null : serial
}

/** In small letters. All zeros, all ones and the one that a maker left in a million boards say nothing. */
export function readUuid(text: string | null): string | null {
  const uuid = text?.trim().toLowerCase() ?? ''
  const signs = new Set(uuid.replaceAll('-', ''))
  if (
    uuid.length < 8 ||
    uuid.length > 80 ||
    signs.size < 4 ||
    uuid === '03000200-0400-0500-0006-000700080009'
  )
    return null
  return uuid
}

/** Of a card that somebody bought: neither for many nor made up by software (RFC 9542: the two lowest bits). */
export function readMac(text: string | null): string | null {
  const mac = text?.trim().toLowerCase().replaceAll('-', ':') ?? ''
  if (!/^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/.test(mac)) return null
  return (Number.parseInt(mac.slice(0, 2), 16) & 3) === 0 && mac !== '00:00:00:00:00:00' ? mac : null
}

export type Verdict =
  | { is: 'match'; assetId: string; by: MatchBy }
  | { is: 'several'; by: MatchBy; assetIds: string[] }
  | { is: 'contradiction'; by: MatchBy; assetId: string; differs: 'SERIAL' | 'UUID' }
  | { is: 'none' }

/**
 * Which thing a device is. The first kind of sign that any thing shares decides; a weaker one never overrules a stronger
 * one that differs: a network card goes from one docking station to the next, so where serial number or UUID are known
 * and others, its sharing says nothing. A serial number with another UUID (a board was replaced, or two makers wrote the
 * same) is for a person.
 */
export function judge(signs: Signs, candidates: readonly Candidate[], order: readonly MatchBy[]): Verdict {
  for (const by of order) {
    const sharing = candidates.filter((one) => one.by === by)
    const fitting = by === 'MAC' ? sharing.filter((one) => differs(signs, one) === null) : sharing
    const assetIds = [...new Set(fitting.map(({ assetId }) => assetId))]
    const [first, second] = assetIds
    if (!first) continue
    if (second) return { is: 'several', by, assetIds }
    const what = fitting.map((one) => differs(signs, one, by)).find((one) => one !== null)
    return what
      ? { is: 'contradiction', by, assetId: first, differs: what }
      : { is: 'match', by, assetId: first }
  }
  return { is: 'none' }
}

function differs(
  { uuid, serial }: Signs,
  { uuids, serials }: Candidate,
  by?: MatchBy,
): 'SERIAL' | 'UUID' | null {
  if (by !== 'SERIAL' && serial && serials.length > 0 && !serials.includes(serial.toUpperCase()))
    return 'SERIAL'
  if (by !== 'UUID' && uuid && uuids.length > 0 && !uuids.includes(uuid)) return 'UUID'
  return null
}

type Look = { itemType: string; chassis: string | null; virtualization: string | null; type: string | null }

/** What kind of thing it is, by what it says of its case. */
export function kindOf({ itemType, chassis, virtualization, type }: Look): DeviceKind {
  if (itemType === 'Printer' || /print/i.test(type ?? '')) return 'PRINTER'
  if (itemType === 'Phone' || /^(?:phone|video)/i.test(type ?? '')) return 'PHONE'
  if (itemType === 'NetworkEquipment' || /network|switch|router|wifi|firewall/i.test(type ?? ''))
    return 'NETWORK'
  if (itemType !== 'Computer' && type !== 'COMPUTER') return 'OTHER'
  if (virtualization && !/^(?:physical|no|none)$/i.test(virtualization)) return 'VIRTUAL'
  const shape = chassis ?? ''
  if (/tablet|convertible|detachable/i.test(shape)) return 'TABLET'
  if (/laptop|notebook|portable|handheld/i.test(shape)) return 'LAPTOP'
  if (/server|blade|rack|multi-?system|chassis/i.test(shape)) return 'SERVER'
  return 'DESKTOP'
}

/** `Dell Inc.` and `DELL` are one maker. */
export const makerOf = (name: string): string => {
  const short = name
    .replace(
      /[,.]?\s+(?:inc|corp|corporation|incorporated|co|ltd|limited|llc|gmbh|ag|s\.?a|computer|computers|technology|electronics)\b\.?/gi,
      '',
    )
    .replace(/[\s,.]+$/, '')
    .trim()
  return short === '' ? name : short
}
