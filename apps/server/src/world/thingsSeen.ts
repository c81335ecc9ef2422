import { createHash } from 'node:crypto'
import { words } from '../discovery/words.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { insertRows } from './insertRows.ts'
import { idAt, makeRandom, type Random } from './random.ts'
import { insertSoftware } from './thingsSoftware.ts'
import type { Thing } from './thingsStory.ts'
import { day, type Yard } from './thingsYard.ts'

/** A computer that somebody uses, and when its agent came last. */
export type Seen = { thing: Thing; at: number }

export type Teller = { yard: Yard; random: Random; newId: () => string; tokenId: string }
const kinds: Record<string, 'LAPTOP' | 'DESKTOP' | 'SERVER'> = {
  Laptop: 'LAPTOP',
  Desktop: 'DESKTOP',
  Server: 'SERVER',
}

/** What inventory agents said of computers, what is installed on them, and what waits in the inbox. */
export async function insertSeen(tx: Tx, yard: Yard, seen: readonly Seen[]): Promise<void> {
  const random = makeRandom(`agents of ${yard.companyId}`)
  const newId = () => idAt(random, yard.start + 20 * day)
  const teller = { yard, random, newId, tokenId: newId() }
  const { companyId } = yard
  const told = seen.filter(({ thing }) => kinds[thing.kind]).map((one) => tell(teller, one))
  const strangers = inboxOf(teller, told)
  const all = [...told, ...strangers.devices]
  await insertRows(tx, 'app.enrollment_tokens', [
    {
      companyId,
      id: teller.tokenId,
      name: 'Roll-out of laptops',
      hash: hashOf(`${companyId} ${teller.tokenId}`),
      createdAt: new Date(yard.start + 20 * day),
      usedAt: new Date(yard.present - day / 12),
      version: 1,
    },
  ])
  await insertRows(
    tx,
    'app.agents',
    all.map(({ agent }) => agent),
  )
  await insertRows(
    tx,
    'app.devices',
    all.map(({ device }) => device),
  )
  await insertRows(
    tx,
    'app.device_sections',
    all.flatMap(({ sections }) => sections),
  )
  await insertSoftware(tx, teller, told)
  await insertRows(tx, 'app.discovery_conflicts', strangers.lines)
}

const hashOf = (what: unknown) => `\\x${createHash('sha256').update(JSON.stringify(what)).digest('hex')}`

type Machine = {
  name: string
  serialNumber: string | null
  maker: string
  model: string
  kind: (typeof kinds)[string]
  assetId: string | null
  at: number
}

function tell(teller: Teller, { thing, at }: Seen) {
  const { yard } = teller
  const model = yard.models.find(({ id }) => id === thing.fields.modelId)?.text
  return machineOf(teller, {
    name: `${yard.companyId.slice(-3)}-${thing.fields.assetTag.toLowerCase()}`,
    serialNumber: thing.fields.serialNumber,
    maker: model?.maker ?? 'Unknown',
    model: model?.name ?? 'Unknown',
    kind: kinds[thing.kind] ?? 'LAPTOP',
    assetId: thing.id,
    at,
  })
}

/** The agent, its device and the parts of it, as rows. */
function machineOf({ yard, random, newId, tokenId }: Teller, machine: Machine) {
  const { name, serialNumber, maker, model, kind, assetId, at } = machine
  const { companyId } = yard
  const [agentId, deviceId, key] = [newId(), newId(), newId()]
  const first = new Date(Math.min(yard.start + (20 + random.int(0, 60)) * day, at - day))
  const last = new Date(at)
  const os =
    maker === 'Apple' ? 'macOS 15.1' : kind === 'SERVER' ? 'Debian GNU/Linux 12' : 'Windows 11 Pro 24H2'
  const pair = () => random.int(0, 255).toString(16).padStart(2, '0')
  const mac = `00:1b:21:${pair()}:${pair()}:${pair()}`
  const address = `10.20.${random.int(0, 40)}.${random.int(5, 250)}`
  const part = (section: string, line: object) => ({
    companyId,
    deviceId,
    section,
    hash: hashOf(line),
    lines: [line],
    changedAt: last,
  })
  const size = random.pick([256_000, 512_000, 1_000_000])
  return {
    agent: {
      companyId,
      id: agentId,
      key,
      kind: 'GLPI',
      name,
      versionText: random.pick(['GLPI-Agent_v1.11', 'GLPI-Agent_v1.10']),
      state: 'ALLOWED',
      tokenId,
      ip: address,
      firstSeenAt: first,
      lastContactAt: last,
      lastInventoryAt: last,
      updatedAt: last,
      version: 1,
    },
    device: {
      companyId,
      id: deviceId,
      key: `Computer ${name}`,
      agentId,
      itemType: 'Computer',
      assetId,
      state: 'FOUND',
      name,
      hardwareUuid: key,
      serialNumber,
      macs: [mac],
      manufacturer: maker,
      model,
      kind,
      os,
      wrote: {},
      firstSeenAt: first,
      lastSeenAt: last,
    },
    sections: [
      part('system', { name, uuid: key, memory: random.pick([16_000, 32_000]) }),
      part('bios', { manufacturer: maker, model, serialNumber: serialNumber ?? '' }),
      part('os', { name: os, architecture: maker === 'Apple' ? 'arm64' : 'x86_64' }),
      part('disks', { name: 'disk0', model: 'NVMe SSD', size, type: 'ssd' }),
      part('networks', { name: 'eth0', mac, address }),
    ],
    lastSeenAt: last,
  }
}
export type Told = ReturnType<typeof machineOf>

/** What does not fit: a board that was swapped, two things of one number, somebody's own laptop, and a broken report. */
function inboxOf(teller: Teller, told: readonly Told[]) {
  const { yard, random, newId } = teller
  const { companyId, present } = yard
  const [one, two] = told
  const base = { maker: 'Dell', model: 'Latitude 7450', kind: 'LAPTOP', assetId: null } as const
  const machine = (name: string, serialNumber: string | null, ago: number) =>
    machineOf(teller, { ...base, name, serialNumber, at: present - ago * day })
  const swapped = machine('atrium-laptop', '7GXKP42', 0.4)
  const nameless = machine('localhost', null, 1.3)
  const own = machine('workshop-notebook', 'NB-0001', 2.2)
  const line = (at: number, kind: string, key: string, reason: string, more: object) => ({
    companyId,
    id: newId(),
    kind,
    key,
    deviceId: null,
    reason,
    candidates: [],
    ip: `10.20.3.${random.int(5, 250)}`,
    count: random.int(1, 6),
    createdAt: new Date(at - 2 * day),
    lastAt: new Date(at),
    ...more,
  })
  const candidate = (of: Told | undefined, by: string) =>
    of?.device.assetId ? [{ assetId: of.device.assetId, by }] : []
  const of = ({ device }: Told) => ({ deviceId: device.id })
  return {
    devices: [swapped, nameless, own],
    lines: [
      line(
        present - 0.4 * day,
        'CONTRADICTION',
        `device ${swapped.device.id}`,
        words.contradiction(words.signs.MAC, words.signs.SERIAL),
        { ...of(swapped), candidates: candidate(one, 'MAC') },
      ),
      line(present - 2.2 * day, 'SEVERAL', `device ${own.device.id}`, words.several(words.signs.SERIAL, 2), {
        ...of(own),
        candidates: [...candidate(one, 'SERIAL'), ...candidate(two, 'SERIAL')],
      }),
      line(
        present - 1.3 * day,
        'NOTHING_TO_MATCH',
        `device ${nameless.device.id}`,
        words.nothingToMatch,
        of(nameless),
      ),
      line(present - 3 * day, 'REFUSED', 'refused unreadable 10.20.3.9', words.notPacked, {}),
    ],
  }
}
