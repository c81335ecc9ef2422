import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { discovery } from '@deskhand/contract'
import { newId } from '../platform/ids.ts'
import type { Desk } from '../testing/desk.ts'
import { elena } from '../testing/people.ts'

let count = 0

/** A token of a test's own, and the path that agents post to by it. For tests only. */
export async function ownToken(desk: Desk, who = elena): Promise<{ id: string; path: string }> {
  count += 1
  const { data } = await desk
    .as(who)
    .call(discovery.enroll, { body: { name: `Roll-out ${count} ${hex(4)}` } })
  return { id: data.id, path: new URL(data.url).pathname }
}

export const hex = (bytes: number) => randomBytes(bytes).toString('hex')
/** Of a card that somebody bought. */
export const newMac = () => `00${hex(5).replace(/../g, ':$&')}`

export type Machine = {
  deviceid: string
  agentId: string
  name: string
  uuid: string
  serial: string
  mac: string
}

export const newMachine = (over: Partial<Machine> = {}): Machine => {
  count += 1
  const name = `ws-${count}-${hex(3)}`
  return {
    deviceid: `${name}-2026-01-05-09-00-00`,
    agentId: newId(),
    name,
    uuid: newId(),
    serial: `SN${hex(5).toUpperCase()}`,
    mac: newMac(),
    ...over,
  }
}

export const softwares = (...names: string[]) =>
  names.map((name) => {
    const [title, version] = name.split('@')
    return { name: title, version: version ?? '1.0', publisher: 'Somebody', arch: 'x86_64' }
  })

/** What GLPI's agent would send of this machine, with other parts of its content. */
export const reportOf = (machine: Machine, content: object = {}, over: object = {}) => ({
  action: 'inventory',
  deviceid: machine.deviceid,
  itemtype: 'Computer',
  tag: 'HQ',
  ...over,
  content: {
    versionclient: 'GLPI-Agent_v1.11',
    hardware: { name: machine.name, uuid: machine.uuid, chassis_type: 'Laptop', memory: 15_800 },
    bios: { ssn: machine.serial, smanufacturer: 'Dell Inc.', smodel: 'Latitude 7440' },
    ...content,
  },
})

export const fullContent = (machine: Machine, more: object = {}) => ({
  networks: [
    { description: 'lo', mac: '00:00:00:00:00:00', virtualdev: true },
    { description: 'eth0', mac: machine.mac, ipaddress: '10.0.0.7', status: 'up' },
  ],
  cpus: [{ name: 'Core i7', core: 8, thread: 16, speed: 3_200 }],
  operatingsystem: { full_name: 'Debian GNU/Linux 13', version: '13' },
  storages: [{ name: 'nvme0n1', model: 'SSD 980', disksize: 512_000, serial: 'S1' }],
  drives: [{ type: '/', volumn: '/dev/nvme0n1p2', filesystem: 'ext4', total: 400_000, free: 120_000 }],
  softwares: softwares('Mozilla Firefox 128.0 (x64 en-US)@128.0', 'LibreOffice@24.2'),
  ...more,
})

/** Posts as GLPI's agent does: packed, with its id. */
export const post = (desk: Desk, path: string, machine: Pick<Machine, 'agentId'>, body: object) =>
  desk.deskhand.app.inject({
    method: 'POST',
    url: path,
    headers: {
      'content-type': 'application/x-compress-zlib',
      'glpi-agent-id': machine.agentId,
      'user-agent': 'GLPI-Agent_v1.11',
    },
    payload: deflateSync(JSON.stringify(body)),
  })

export const postRaw = (
  desk: Desk,
  path: string,
  payload: Buffer | string,
  headers: Record<string, string>,
) => desk.deskhand.app.inject({ method: 'POST', url: path, headers, payload })
