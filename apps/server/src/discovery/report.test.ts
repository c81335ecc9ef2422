import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { inflateSync } from 'node:zlib'
import { assets, discovery, software } from '@deskhand/contract'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, olga } from '../testing/people.ts'
import {
  fullContent,
  hex,
  type Machine,
  newMachine,
  ownToken,
  post,
  postRaw,
  reportOf,
  softwares,
} from './sample.ts'
import { words } from './words.ts'

const desk = await openDesk({ logLevel: 'error' })
after(() => desk.close())
const { path } = await ownToken(desk)

const thingOf = async (machine: Machine) =>
  (await desk.as(ana).call(assets.bySerial, { params: { serial: machine.serial } })).data
const inventoryOf = async (id: string) =>
  (await desk.as(ana).call(discovery.inventory, { params: { id } })).data
const softwareOf = async (id: string) =>
  (await desk.as(ana).call(software.ofAsset, { params: { id } })).data.data.map(
    ({ name, softwareVersion }) => `${name}@${softwareVersion}`,
  )
const partOf = async (id: string, name: string) =>
  (await inventoryOf(id)).sections.find(({ section }) => section === name)?.lines

test('the first message of GLPI’s agent, which is XML, is answered in JSON with when and what', async () => {
  const response = await postRaw(
    desk,
    path,
    '<?xml version="1.0" encoding="UTF-8"?>\n<REQUEST>\n  <DEVICEID>vm-1</DEVICEID>\n  <QUERY>PROLOG</QUERY>\n  <TOKEN>12345678</TOKEN>\n</REQUEST>',
    { 'content-type': 'application/xml', 'glpi-agent-id': 'b6a4f1f2-0000-4000-8000-000000000001' },
  )
  assert.equal(response.statusCode, 200)
  assert.match(String(response.headers['content-type']), /^application\/json/)
  assert.deepEqual(response.json(), {
    status: 'ok',
    expiration: 24,
    tasks: { inventory: { server: 'glpi', version: '10.0.0' } },
  })
})

test('older agents are answered in XML, and the oldest in packed XML', async () => {
  const prolog = '<REQUEST><DEVICEID>old-1</DEVICEID><QUERY>PROLOG</QUERY></REQUEST>'
  const fusion = await postRaw(desk, path, prolog, {
    'content-type': 'application/xml',
    'user-agent': 'FusionInventory-Agent_v2.6-3',
  })
  assert.match(fusion.body, /<REPLY><PROLOG_FREQ>24<\/PROLOG_FREQ><RESPONSE>SEND<\/RESPONSE><\/REPLY>/)
  const ocs = await postRaw(desk, path, prolog, {
    'content-type': 'application/x-compress',
    'user-agent': 'OCS-NG_unified_unix_agent_v2.10.0',
  })
  assert.match(inflateSync(ocs.rawPayload).toString(), /<RESPONSE>SEND<\/RESPONSE>/)
})

test('contact and get_params are answered', async () => {
  const machine = newMachine()
  const contact = await post(desk, path, machine, {
    action: 'contact',
    deviceid: machine.deviceid,
    name: 'GLPI-Agent',
    version: '1.11',
    'installed-tasks': ['inventory'],
  })
  assert.equal(contact.json().expiration, 24)
  assert.ok(contact.json().tasks.inventory)
  const params = await post(desk, path, machine, { action: 'get_params', deviceid: machine.deviceid })
  assert.deepEqual(params.json(), { status: 'ok', expiration: 24, credentials: [] })
})

test('a whole report becomes a thing with its model, its hardware and its software', async () => {
  const machine = newMachine()
  const response = await post(desk, path, machine, reportOf(machine, fullContent(machine)))
  assert.deepEqual(response.json(), { status: 'ok', expiration: 24 })
  const thing = await thingOf(machine)
  assert.deepEqual(
    [thing.name, thing.source, thing.status, thing.modelName, thing.manufacturerName, thing.categoryName],
    [machine.name, 'agent', 'DEPLOYED', 'Latitude 7440', 'Dell', 'Laptop'],
  )
  assert.ok(thing.lastSeenAt)
  assert.deepEqual(await softwareOf(thing.id), ['LibreOffice@24.2', 'Mozilla Firefox@128.0'])
  assert.deepEqual(await partOf(thing.id, 'disks'), [
    { name: 'nvme0n1', model: 'SSD 980', size: 512_000, serialNumber: 'S1' },
  ])
  const { agent, macs } = await inventoryOf(thing.id)
  assert.deepEqual([agent.kind, agent.tag, macs], ['GLPI', 'HQ', [machine.mac]])
})

test('whole, in part, and whole again leave the software and the disks that are there', async () => {
  const machine = newMachine()
  await post(desk, path, machine, reportOf(machine, fullContent(machine)))
  const { id, version } = await thingOf(machine)
  const drives = [{ type: '/', total: 400_000, free: 99_000 }]
  const part = await post(desk, path, machine, reportOf(machine, { drives }, { partial: true }))
  assert.equal(part.statusCode, 200)
  assert.deepEqual(await softwareOf(id), ['LibreOffice@24.2', 'Mozilla Firefox@128.0'])
  assert.equal((await partOf(id, 'disks'))?.length, 1)
  assert.deepEqual(await partOf(id, 'volumes'), [{ name: '/', total: 400_000, free: 99_000 }])
  const only = { softwares: softwares('LibreOffice@24.8', 'Inkscape@1.3') }
  await post(desk, path, machine, reportOf(machine, only, { partial: true }))
  assert.deepEqual(await softwareOf(id), ['Inkscape@1.3', 'LibreOffice@24.8'])
  await post(desk, path, machine, reportOf(machine, fullContent(machine, { storages: [{ name: 'sda' }] })))
  assert.deepEqual(await softwareOf(id), ['LibreOffice@24.2', 'Mozilla Firefox@128.0'])
  assert.deepEqual(await partOf(id, 'disks'), [{ name: 'sda' }])
  assert.equal((await thingOf(machine)).version, version, 'what is measured is no event of the thing')
})

test('the same again writes nothing but that it came', async () => {
  const machine = newMachine()
  const report = reportOf(machine, fullContent(machine))
  await post(desk, path, machine, report)
  const state = () =>
    desk.rows(
      elena,
      `select s.section, s.xmin::text, (select string_agg(i.xmin::text, ',' order by i.title_id) from app.software_installs i where i.device_id = d.id) as installs
       from app.devices d join app.device_sections s on s.device_id = d.id where d.key = $1 order by 1`,
      [`Computer ${machine.deviceid}`],
    )
  const before = await state()
  await post(desk, path, machine, report)
  assert.ok(before.length > 5)
  assert.deepEqual(await state(), before)
})

test('environment, processes, keys and whatever else is not named are kept nowhere', async () => {
  const machine = newMachine()
  const secret = `secret-${hex(8)}`
  await post(
    desk,
    path,
    machine,
    reportOf(
      machine,
      fullContent(machine, {
        envs: [{ key: 'API_TOKEN', val: secret }],
        processes: [{ cmd: `mysql -p${secret}`, pid: 1 }],
        licenseinfos: [{ name: 'Office', key: secret }],
        operatingsystem: { full_name: 'Debian', ssh_key: secret },
        somethingnew: { a: secret },
        __proto__: { polluted: secret },
      }),
    ),
  )
  const tables = await desk.rows<{ name: string }>(
    elena,
    `select tablename as name from pg_tables where schemaname = 'app' and (tablename like 'device%' or tablename like 'software%'
       or tablename in ('agents', 'events', 'assets', 'discovery_conflicts'))`,
  )
  assert.ok(tables.length > 6)
  for (const { name } of tables) {
    const rows = await desk.rows(elena, `select 1 from app.${name} t where position($1 in t::text) > 0`, [
      secret,
    ])
    assert.equal(rows.length, 0, name)
  }
})

test('agents of FusionInventory and OCS report the same machine in XML', async () => {
  const machine = newMachine()
  const inside = `<BIOS><SSN>${machine.serial}</SSN><SMANUFACTURER>LENOVO</SMANUFACTURER><SMODEL>21HM</SMODEL><TYPE>Notebook</TYPE></BIOS>
    <HARDWARE><NAME>${machine.name}</NAME><UUID>${machine.uuid.toUpperCase()}</UUID><OSNAME>Debian &amp; more</OSNAME></HARDWARE>
    <NETWORKS><MACADDR>${machine.mac.toUpperCase()}</MACADDR><DESCRIPTION>eth0</DESCRIPTION></NETWORKS>
    <SOFTWARES><NAME>bash</NAME><VERSION>5.2</VERSION></SOFTWARES><SOFTWARES><NAME>vim</NAME><VERSION>9</VERSION></SOFTWARES>
    <VERSIONCLIENT>FusionInventory-Agent_v2.6-3</VERSIONCLIENT>`
  const xml = (deviceid: string) =>
    `<?xml version="1.0" encoding="UTF-8" ?>\n<REQUEST><CONTENT>${inside}</CONTENT><DEVICEID>${deviceid}</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>`
  const fusion = await postRaw(desk, path, xml(`${machine.name}-a`), {
    'user-agent': 'FusionInventory-Agent_v2.6-3',
  })
  assert.equal(fusion.statusCode, 200)
  const thing = await thingOf(machine)
  assert.deepEqual([thing.categoryName, thing.manufacturerName], ['Laptop', 'Lenovo'])
  assert.deepEqual(await softwareOf(thing.id), ['bash@5.2', 'vim@9'])
  await postRaw(desk, path, xml(`${machine.name}-b`), {
    'user-agent': 'OCS-NG_unified_unix_agent_v2.10.0',
    'content-type': 'application/x-compress',
  })
  const inventory = await inventoryOf(thing.id)
  assert.deepEqual([inventory.devices, inventory.os, inventory.agent.kind], [2, 'Debian & more', 'OCS'])
})

test('what SNMP says of a switch, and a scan of a printer, become things of their kinds', async () => {
  const [sw, printer] = [newMachine(), newMachine()]
  const port = '<PORT><IFNUMBER>1</IFNUMBER><IFNAME>Gi0/1</IFNAME></PORT>'
  const { statusCode } = await postRaw(
    desk,
    path,
    `<REQUEST><CONTENT><DEVICE><INFO><TYPE>NETWORKING</TYPE><NAME>core-1</NAME><SERIAL>${sw.serial}</SERIAL><MAC>${sw.mac}</MAC><MANUFACTURER>Cisco</MANUFACTURER><MODEL>C9300</MODEL></INFO><PORTS>${port}${port}</PORTS></DEVICE></CONTENT><DEVICEID>scanner</DEVICEID><QUERY>SNMPQUERY</QUERY></REQUEST>`,
    {},
  )
  assert.equal(statusCode, 200)
  const thing = await thingOf(sw)
  assert.deepEqual([thing.name, thing.categoryName], ['core-1', 'Network'])
  assert.equal((await partOf(thing.id, 'ports'))?.length, 2)
  await post(desk, path, printer, {
    action: 'netinventory',
    deviceid: 'printer-1',
    itemtype: 'Printer',
    content: {
      versionclient: '6',
      network_device: {
        type: 'Printer',
        name: 'NPI1',
        serial: printer.serial,
        mac: printer.mac,
        model: 'M507',
      },
      pagecounters: { total: 1802 },
    },
  })
  const found = await thingOf(printer)
  assert.equal(found.categoryName, 'Printer')
  assert.deepEqual(await partOf(found.id, 'pages'), [{ total: 1802 }])
})

describe('who may read it', () => {
  test('technicians do, employees do not, and another company finds nothing', async () => {
    const machine = newMachine()
    await post(desk, path, machine, reportOf(machine, fullContent(machine)))
    const { id } = await thingOf(machine)
    for (const route of [discovery.inventory, software.ofAsset]) {
      assert.equal((await desk.as(ana).call(route, { params: { id } })).status, 200)
      assert.equal((await desk.as(jorge).call(route, { params: { id } })).status, 403)
      assert.equal((await desk.as(olga).call(route, { params: { id } })).status, 404)
    }
  })
  test('a thing that no agent has reported says so', async () => {
    const machine = newMachine()
    await post(desk, path, machine, reportOf(machine))
    const { id, categoryId } = await thingOf(machine)
    const { data } = await desk.as(ana).call(assets.create, { body: { categoryId } })
    const { status, problem } = await desk.as(ana).call(discovery.inventory, { params: { id: data.id } })
    assert.deepEqual([status, problem.detail], [404, words.noInventory])
    assert.ok(id)
  })
})
