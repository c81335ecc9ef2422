import { BlockList, isIP } from 'node:net'

// What is no part of the public internet: IANA's registries of special-purpose addresses (RFC 6890), multicast and 6to4.
const special = networksOf([
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24'],
  ...['192.168.0.0/16', '192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
  ...['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'],
])
const global6 = networksOf(['2000::/3'])

/** `10.0.0.0/8` or a single address, as `DESKHAND_WEBHOOK_NETWORKS` names them; throws a sentence. */
export function networksOf(texts: readonly string[]): BlockList {
  const networks = new BlockList()
  for (const text of texts) {
    const [address = '', bits, ...more] = text.split('/')
    const family = isIP(address)
    const most = family === 4 ? 32 : 128
    const prefix = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : -1
    if (!family || more.length > 0 || prefix < 0 || prefix > most)
      throw new Error(`${text} is no network. Write it as 10.0.0.0/8 or fd00::/8.`)
    networks.addSubnet(address, prefix, family === 4 ? 'ipv4' : 'ipv6')
  }
  return networks
}

const without = (address: string) => address.replace(/%.*$/, '')

/** Whether an address is one of these networks. */
export function isIn(networks: BlockList, address: string): boolean {
  const family = isIP(address)
  return family !== 0 && networks.check(without(address), family === 4 ? 'ipv4' : 'ipv6')
}

/** Whether an address is one of the public internet; what is not known to be one is not. */
export function isPublic(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !special.check(address, 'ipv4')
  // Addresses that only wrap one of IPv4, and those of a link or a site, lie outside 2000::/3.
  return family === 6 && global6.check(without(address), 'ipv6') && !special.check(without(address), 'ipv6')
}
