import { kindOf, makerOf, meaningful, readMac, readUuid } from '../rules.ts'
import { words } from '../words.ts'
import { Fault } from './fault.ts'
import {
  hashOf,
  type Installed,
  type Line,
  type Row,
  readSections,
  readSoftware,
  rowsOf,
  textOf,
} from './lines.ts'
import { readXml } from './xml.ts'

export type ItemType = 'Computer' | 'Phone' | 'NetworkEquipment' | 'Printer' | 'Unmanaged'

/** What tells a device from others, as far as the report speaks of it: undefined is not said, null is said to be empty. */
export type Facts = {
  name?: string | null
  hardwareUuid?: string | null
  serialNumber?: string | null
  macs?: string[]
  manufacturer?: string | null
  model?: string | null
  kind?: ReturnType<typeof kindOf>
  os?: string | null
}

/** One device of a report. A partial one says nothing of the parts that it leaves out. */
export type Finding = {
  key: string
  itemType: ItemType
  isPartial: boolean
  facts: Facts
  sections: { section: string; hash: Buffer; lines: Line[] }[]
  software: { hash: Buffer; installed: Installed[] } | null
}

export type Message = {
  kind: 'prolog' | 'contact' | 'params' | 'report'
  form: 'xml' | 'json'
  deviceId: string
  name: string | null
  agentVersion: string | null
  tag: string | null
  findings: Finding[]
}

/** Reads what an agent sent, in either language; throws a fault that says in a sentence what is wrong with it. */
export function readMessage(bytes: Buffer): Message {
  const text = decode(bytes)
    .replace(/^\ufeff/, '')
    .trimStart()
  if (text.startsWith('{')) return ofJson(text)
  if (text.startsWith('<')) return ofXml(text)
  throw new Fault('unreadable', text === '' ? words.empty : words.neitherForm)
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Old agents on Windows write in its own letters.
    return bytes.toString('latin1')
  }
}

const itemTypes: readonly string[] = ['Computer', 'Phone', 'NetworkEquipment', 'Printer', 'Unmanaged']
const isItemType = (text: unknown): text is ItemType => typeof text === 'string' && itemTypes.includes(text)
const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function ofJson(text: string): Message {
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch {
    throw new Fault('unreadable', words.notJson)
  }
  if (!isRow(said)) throw new Fault('unreadable', words.notJson)
  const deviceId = textOf(said['deviceid'])
  if (!deviceId) throw new Fault('unreadable', words.noDeviceId)
  const action = textOf(said['action']) ?? 'inventory'
  const common = {
    form: 'json' as const,
    deviceId,
    name: textOf(said['name']),
    agentVersion: textOf(said['version']),
    tag: textOf(said['tag'], 80),
  }
  if (action === 'contact') return { ...common, kind: 'contact', findings: [] }
  if (action === 'get_params') return { ...common, kind: 'params', findings: [] }
  const { content, itemtype } = said
  if (!isRow(content)) throw new Fault('unreadable', words.noContent)
  if (itemtype !== undefined && !isItemType(itemtype)) throw new Fault('unreadable', words.otherItemType)
  const network = isRow(content['network_device']) ? content['network_device'] : null
  const itemType = itemtype ?? (network ? typeOfNetwork(network) : 'Computer')
  const client = textOf(content['versionclient'])
  return {
    ...common,
    agentVersion: common.agentVersion ?? client,
    kind: 'report',
    findings: [findingOf(deviceId, itemType, said['partial'] === true, content)],
  }
}

function ofXml(text: string): Message {
  const request = readXml(text)['request']
  if (!isRow(request)) throw new Fault('unreadable', words.noRequest)
  const content = isRow(request['content']) ? request['content'] : {}
  const query = textOf(request['query'])?.toUpperCase() ?? ''
  const deviceId = textOf(request['deviceid']) ?? textOf(content['deviceid'])
  if (!deviceId) throw new Fault('unreadable', words.noDeviceId)
  const info = rowsOf(content['accountinfo'] ?? [], 'accountinfo')
  const tag = info.find((row) => textOf(row['keyname'])?.toUpperCase() === 'TAG')?.['keyvalue']
  const common = {
    form: 'xml' as const,
    deviceId,
    name: null,
    agentVersion: textOf(content['versionclient'] ?? content['moduleversion']),
    tag: textOf(tag ?? request['tag'], 80),
  }
  if (query === 'PROLOG') return { ...common, kind: 'prolog', findings: [] }
  if (query === 'INVENTORY') {
    if (!isRow(request['content'])) throw new Fault('unreadable', words.noContent)
    return { ...common, kind: 'report', findings: [findingOf(deviceId, 'Computer', false, content)] }
  }
  if (!['NETDISCOVERY', 'SNMPQUERY', 'SNMP'].includes(query))
    throw new Fault('unreadable', words.otherQuery(query))
  return { ...common, kind: 'report', findings: ofNetwork(rowsOf(content['device'] ?? [], 'device'), query) }
}

/** More than a scan says at once; each is looked for by itself. */
const mostDevices = 200

/** What a scan found, or what SNMP said: each device by itself, known by its serial number or its network card. */
function ofNetwork(devices: Row[], query: string): Finding[] {
  return devices.slice(0, mostDevices).flatMap((row) => {
    const info: Row = isRow(row['info']) ? row['info'] : row
    const ports: Row = isRow(row['ports']) ? row['ports'] : {}
    const ips: Row = isRow(info['ips']) ? info['ips'] : {}
    const device = {
      ...info,
      name: info['name'] ?? info['snmphostname'] ?? info['dnshostname'] ?? info['netbiosname'],
      description: info['description'] ?? info['comments'],
      ips: ips['ip'] ?? info['ip'],
    }
    const sign = textOf(info['serial']) ?? textOf(info['mac']) ?? textOf(info['ip'])
    if (!sign) return []
    const content: Row = { network_device: device }
    if (ports['port'] !== undefined) content['network_ports'] = ports['port']
    if (row['pagecounters'] !== undefined) content['pagecounters'] = row['pagecounters']
    if (row['cartridges'] !== undefined) content['cartridges'] = row['cartridges']
    return [findingOf(`net ${sign.toLowerCase()}`, typeOfNetwork(info), query === 'NETDISCOVERY', content)]
  })
}

function typeOfNetwork(info: Row): ItemType {
  const type = textOf(info['type'])?.toUpperCase() ?? ''
  if (type.startsWith('PRINT')) return 'Printer'
  if (type.startsWith('NETWORK')) return 'NetworkEquipment'
  if (type.startsWith('PHONE')) return 'Phone'
  return type === 'COMPUTER' ? 'Computer' : 'Unmanaged'
}

function findingOf(key: string, itemType: ItemType, isPartial: boolean, content: Row): Finding {
  const sections = readSections(content)
  const installed = readSoftware(content)
  return {
    key: `${itemType} ${key}`,
    itemType,
    isPartial,
    facts: factsOf(itemType, sections, content),
    sections: [...sections].map(([section, lines]) => ({ section, hash: hashOf(lines), lines })),
    software: installed && { hash: hashOf(installed), installed },
  }
}

const said = (line: Line | undefined, ...fields: string[]): string | null => {
  for (const field of fields) {
    const value = textOf(line?.[field])
    if (value) return value
  }
  return null
}

function factsOf(itemType: ItemType, sections: Map<string, Line[]>, content: Row): Facts {
  const [system, bios, os, device] = ['system', 'bios', 'os', 'device'].map((name) => sections.get(name)?.[0])
  const hardware = rowsOf(content['hardware'] ?? [], 'hardware')[0]
  const maker = meaningful(said(bios, 'manufacturer', 'biosMaker') ?? said(device, 'manufacturer'))
  const biosRow = rowsOf(content['bios'] ?? [], 'bios')[0]
  const facts: Facts = {}
  if (system || device) {
    facts.name = said(system, 'name') ?? said(device, 'name')
    facts.kind = kindOf({
      itemType,
      chassis: said(system, 'chassis') ?? textOf(biosRow?.['type']),
      virtualization: said(system, 'virtualization'),
      type: said(device, 'type'),
    })
  }
  if (hardware) facts.hardwareUuid = readUuid(textOf(hardware['uuid']))
  if (bios || device) {
    facts.serialNumber = meaningful(said(bios, 'serialNumber') ?? said(device, 'serialNumber'))
    facts.manufacturer = maker && makerOf(maker)
    facts.model = meaningful(said(bios, 'model') ?? said(device, 'model'))
  }
  if (os || textOf(hardware?.['osname'])) facts.os = said(os, 'name') ?? textOf(hardware?.['osname'])
  const cards = sections.get('networks')
  if (cards || device) facts.macs = macsOf([...(cards ?? []), ...(device ? [device] : [])])
  return facts
}

function macsOf(lines: Line[]): string[] {
  const macs = lines
    .filter((line) => line['isVirtual'] !== true)
    .flatMap((line) => readMac(said(line, 'mac')) ?? [])
  return [...new Set(macs)].slice(0, 32)
}
