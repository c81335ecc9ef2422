import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { deflateSync } from 'node:zlib'
import type { discovery, ReplyOf } from '@deskhand/contract'
import { type Figure, figure, kilobytes, milliseconds, perSecond } from '../figure.ts'
import { makeCompany, readAdmin } from '../fill/companies.ts'
import { send } from '../hall.ts'
import type { Installation } from '../installation.ts'
import { getting, posting } from '../load/target.ts'
import type { Server } from '../server.ts'
import { median } from '../statistics.ts'
import { signIn } from '../tokens.ts'

const perMinute = 2_000
const reports = 1_000
/** So many agents are under way at once at most. */
const together = 24

/** Agents report at the rate that is promised, while somebody works in the queue. */
export async function measureAgents(installation: Installation, { url }: Server): Promise<Figure[]> {
  const company = await makeCompany(installation, `Agents ${Date.now()}`, { employees: 20, technicians: 4 })
  const admin = await readAdmin(installation, company)
  const [desk] = company.desks
  const [technician] = desk?.technicians ?? []
  if (!technician || !desk) throw new Error('A company without a technician.')
  const [token = '', works = ''] = await signIn(installation, company, [admin, technician])
  const enrolled = await send<ReplyOf<typeof discovery.enroll>>(
    url,
    posting('/management/discovery/enrollment-tokens', token, { name: 'Bench' }),
  )
  const address = `${url}${new URL(enrolled.url).pathname}`
  const bodies = Array.from({ length: reports }, (_, at) => reportOf(at))
  const sizes = bodies.map(({ packed, plain }) => ({ packed: packed.length, plain }))

  const queue = getting(`/requests?desk=${desk.code}&state=open&sort=slaDueAt&limit=50`, works)
  const look = async (all: number[]) => {
    const began = performance.now()
    await send(url, queue)
    all.push(performance.now() - began)
  }
  const alone: number[] = []
  while (alone.length < 100) await look(alone)

  const waits: number[] = []
  const began = performance.now()
  let sent = 0
  /** Each goes when its time has come, or as soon as there is room for it. */
  const agent = async (): Promise<void> => {
    for (let at = sent++; at < bodies.length; at = sent++) {
      const due = began + (at * 60_000) / perMinute
      if (due > performance.now()) await pause(due - performance.now())
      const body = bodies[at]
      if (!body) return
      const from = performance.now()
      const response = await fetch(address, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-compress-zlib',
          'glpi-agent-id': body.agentId,
          'user-agent': 'GLPI-Agent_v1.11',
        },
        body: new Uint8Array(body.packed),
      })
      const text = await response.text()
      if (!response.ok) throw new Error(`An inventory was answered ${response.status}: ${text}`)
      waits.push(performance.now() - from)
    }
  }
  const meanwhile: number[] = []
  let isOver = false
  const all = Promise.all(Array.from({ length: together }, agent)).finally(() => {
    isOver = true
  })
  while (!isOver) {
    await look(meanwhile)
    await pause(20)
  }
  await all
  const took = (performance.now() - began) / 1000
  const rate = (reports / took) * 60
  const ratio = median(meanwhile) / median(alone)
  return [
    figure({
      row: 'agents',
      what: `${reports.toLocaleString('en')} inventories at ${perMinute.toLocaleString('en')} a minute`,
      measured: `${Math.round(rate).toLocaleString('en')}/min`,
      limit: `${perMinute.toLocaleString('en')}/min`,
      budget: '≥ 1,900/min',
      holds: rate >= perMinute * 0.95,
      note: `each ${kilobytes(median(sizes.map(({ packed }) => packed)))} packed, ${kilobytes(
        median(sizes.map(({ plain }) => plain)),
      )} plain; p50 ${milliseconds(median(waits))}, ${perSecond(reports / took)}`,
      raw: { took, waits },
    }),
    figure({
      row: 'agents',
      what: 'somebody’s queue meanwhile, p50, beside before',
      measured: milliseconds(median(meanwhile)),
      limit: milliseconds(median(alone)),
      ratio,
      budget: '≤ 50 ms',
      holds: median(meanwhile) <= 50,
      note: `${meanwhile.length} looks`,
      raw: { alone, meanwhile },
    }),
  ]
}

/** An inventory as a machine of an office has it: 1,100 titles and packages, disks, cards; 400 kB that pack to 30 kB. */
function reportOf(at: number): { agentId: string; packed: Buffer; plain: number } {
  const noise = () => randomBytes(3).toString('hex')
  const softwares = Array.from({ length: 1_300 }, (_, one) => ({
    name: `package-${one}-common`,
    version: `${1 + (one % 9)}.${one % 40}.${at % 7}-${one % 3 === 0 ? noise() : '2build1'}`,
    publisher: 'Ubuntu Developers <ubuntu-devel-discuss@lists.example>',
    arch: 'x86_64',
    from: 'deb',
    filesize: String(10_000 + one * 37),
    comments: 'Common files of a package that an office machine has, as its package manager describes it',
    system_category: 'utils',
  }))
  const hex = at.toString(16).padStart(6, '0')
  const text = JSON.stringify({
    action: 'inventory',
    deviceid: `bench-${at}-2026-01-05-09-00-00`,
    itemtype: 'Computer',
    content: {
      versionclient: 'GLPI-Agent_v1.11',
      hardware: { name: `bench-${at}`, uuid: randomUUID(), chassis_type: 'Laptop', memory: 15_800 },
      bios: { ssn: `BENCH${at}`, smanufacturer: 'Dell Inc.', smodel: 'Latitude 7440' },
      networks: [
        {
          description: 'eth0',
          mac: `00:16:3e:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4)}`,
          status: 'up',
        },
      ],
      cpus: [{ name: 'Core i7', core: 8, thread: 16, speed: 3_200 }],
      operatingsystem: { full_name: 'Ubuntu 24.04', version: '24.04' },
      storages: [{ name: 'nvme0n1', model: 'SSD 980', disksize: 512_000, serial: `S${at}` }],
      drives: [
        { type: '/', volumn: '/dev/nvme0n1p2', filesystem: 'ext4', total: 400_000, free: 120_000 + at },
      ],
      softwares,
    },
  })
  return { agentId: randomUUID(), packed: deflateSync(text), plain: text.length }
}
