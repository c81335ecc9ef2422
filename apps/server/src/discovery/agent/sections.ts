/** How a field is kept: as a line of text, a number, or yes or no. */
type Kind = 'text' | 'number' | 'flag'
type Field = { from: readonly string[]; kind: Kind }

const text = (...from: string[]): Field => ({ from, kind: 'text' })
const number = (...from: string[]): Field => ({ from, kind: 'number' })
const flag = (...from: string[]): Field => ({ from, kind: 'flag' })

/**
 * What is kept of a report: these parts and these fields, and nothing else. Environment variables, processes, licence
 * keys, SSH keys and who is in which group are in no line here, so they are dropped before anything is stored. Sizes
 * are in MB, speeds in MHz, as agents send them.
 */
export const sections: Record<string, { from: readonly string[]; fields: Record<string, Field> }> = {
  system: {
    from: ['hardware'],
    fields: {
      name: text('name'),
      chassis: text('chassis_type'),
      memory: number('memory'),
      swap: number('swap'),
      virtualization: text('vmsystem'),
      workgroup: text('workgroup', 'userdomain'),
      lastUser: text('lastloggeduser', 'userid'),
      description: text('description'),
    },
  },
  bios: {
    from: ['bios'],
    fields: {
      manufacturer: text('smanufacturer'),
      model: text('smodel'),
      serialNumber: text('ssn'),
      sku: text('skunumber'),
      assetTag: text('assettag'),
      board: text('mmodel'),
      boardSerial: text('msn'),
      biosMaker: text('bmanufacturer'),
      biosVersion: text('bversion'),
      biosDate: text('bdate'),
    },
  },
  os: {
    from: ['operatingsystem'],
    fields: {
      name: text('full_name', 'name'),
      version: text('version'),
      kernel: text('kernel_version'),
      architecture: text('arch'),
      installedOn: text('install_date'),
      bootedAt: text('boot_time'),
      domain: text('dns_domain'),
      fqdn: text('fqdn'),
    },
  },
  processors: {
    from: ['cpus'],
    fields: {
      name: text('name', 'type'),
      manufacturer: text('manufacturer'),
      cores: number('core', 'cores'),
      threads: number('thread', 'logical_cpus'),
      speed: number('speed'),
      architecture: text('arch', 'cpuarch'),
    },
  },
  memory: {
    from: ['memories'],
    fields: {
      slot: number('numslots'),
      name: text('caption', 'description'),
      capacity: number('capacity'),
      type: text('type'),
      speed: text('speed'),
      manufacturer: text('manufacturer'),
      serialNumber: text('serialnumber'),
    },
  },
  disks: {
    from: ['storages'],
    fields: {
      name: text('name'),
      model: text('model'),
      manufacturer: text('manufacturer'),
      size: number('disksize'),
      type: text('type'),
      interface: text('interface', 'description'),
      firmware: text('firmware'),
      serialNumber: text('serial', 'serialnumber'),
    },
  },
  volumes: {
    from: ['drives'],
    fields: {
      name: text('letter', 'type'),
      device: text('volumn'),
      label: text('label'),
      filesystem: text('filesystem'),
      total: number('total'),
      free: number('free'),
      encryption: text('encrypt_name'),
      isEncrypted: text('encrypt_status'),
    },
  },
  networks: {
    from: ['networks'],
    fields: {
      name: text('description'),
      mac: text('mac', 'macaddr'),
      address: text('ipaddress'),
      address6: text('ipaddress6'),
      mask: text('ipmask'),
      gateway: text('ipgateway'),
      type: text('type'),
      speed: text('speed'),
      status: text('status'),
      isVirtual: flag('virtualdev'),
    },
  },
  monitors: {
    from: ['monitors'],
    fields: {
      name: text('caption', 'name'),
      manufacturer: text('manufacturer'),
      serialNumber: text('serial'),
      made: text('description'),
      port: text('port'),
    },
  },
  graphics: {
    from: ['videos'],
    fields: {
      name: text('name'),
      chip: text('chipset'),
      memory: number('memory'),
      resolution: text('resolution'),
    },
  },
  batteries: {
    from: ['batteries'],
    fields: {
      name: text('name'),
      manufacturer: text('manufacturer'),
      capacity: number('capacity'),
      realCapacity: number('real_capacity'),
      chemistry: text('chemistry'),
      serialNumber: text('serial'),
    },
  },
  printers: {
    from: ['printers'],
    fields: { name: text('name'), driver: text('driver'), port: text('port'), serialNumber: text('serial') },
  },
  usb: {
    from: ['usbdevices'],
    fields: {
      name: text('caption', 'name'),
      manufacturer: text('manufacturer'),
      serialNumber: text('serial'),
    },
  },
  antivirus: {
    from: ['antivirus'],
    fields: {
      name: text('name'),
      version: text('version'),
      isEnabled: flag('enabled'),
      isUpToDate: flag('uptodate'),
    },
  },
  virtualMachines: {
    from: ['virtualmachines'],
    fields: {
      name: text('name'),
      type: text('vmtype', 'subsystem'),
      status: text('status'),
      memory: number('memory'),
      processors: number('vcpu'),
    },
  },
  firmware: {
    from: ['firmwares'],
    fields: {
      name: text('name'),
      version: text('version'),
      date: text('date'),
      manufacturer: text('manufacturer'),
    },
  },
  device: {
    from: ['network_device'],
    fields: {
      name: text('name'),
      description: text('description', 'comments'),
      type: text('type'),
      manufacturer: text('manufacturer'),
      model: text('model'),
      serialNumber: text('serial'),
      mac: text('mac'),
      firmware: text('firmware'),
      location: text('location'),
      contact: text('contact'),
      uptime: text('uptime'),
      memory: number('memory'),
    },
  },
  ports: {
    from: ['network_ports'],
    fields: {
      number: number('ifnumber'),
      name: text('ifname', 'ifdescr'),
      alias: text('ifalias'),
      mac: text('mac'),
      address: text('ip'),
      speed: number('ifspeed'),
      status: text('ifstatus'),
    },
  },
  cartridges: {
    from: ['cartridges'],
    fields: {
      black: text('tonerblack', 'cartridgeblack'),
      cyan: text('tonercyan', 'cartridgecyan'),
      magenta: text('tonermagenta', 'cartridgemagenta'),
      yellow: text('toneryellow', 'cartridgeyellow'),
      drum: text('drumblack'),
      waste: text('wastetoner'),
    },
  },
  pages: {
    from: ['pagecounters'],
    fields: {
      total: number('total'),
      black: number('black'),
      color: number('color'),
      duplex: number('rectoverso'),
      scanned: number('scanned'),
    },
  },
  sim: {
    from: ['simcards'],
    fields: { operator: text('operator_name'), country: text('country'), serialNumber: text('serial') },
  },
}
