import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'

/** How much of the beginning decides whether it is text. */
const headSize = 65_536

/**
 * What a file is, by its bytes alone: a MIME type. Text is `text/plain`, `text/html`, `image/svg+xml`,
 * `application/xml` or, where its first line starts a program, `text/x-script`; what nobody knows is
 * `application/octet-stream`.
 */
export async function sniff(path: string): Promise<string> {
  const head = await readHead(path)
  const text = textOf(head)
  const known = (await fileTypeFromFile(path).catch(() => undefined))?.mime.split(';')[0]
  if (known === 'application/x-cfb')
    return isInstaller(await readRootEntry(path, head)) ? 'application/x-msi' : known
  // Two letters make a DOS program, but no program is made of text alone.
  const isRealProgram = known === 'application/x-msdownload' && text === null
  if (known && known !== 'application/xml' && (known !== 'application/x-msdownload' || isRealProgram))
    return known
  return text === null ? 'application/octet-stream' : textKind(text)
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headSize), 0, headSize, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** The text that these bytes are, in UTF-8, UTF-16 or an old one-byte code; null when they are something else. */
export function textOf(head: Uint8Array): string | null {
  const [first, second] = head
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(head)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(head)
  for (const byte of head) {
    // Tab, line feed, form feed, carriage return and escape occur in texts; no other control does.
    if (byte === 0x7f || (byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte))) return null
  }
  return new TextDecoder('utf-8').decode(head)
}

function textKind(text: string): string {
  // Comments and declarations may stand before the first element.
  const start = text
    .slice(0, 8_192)
    .replace(/^\ufeff/, '')
    .replace(/<!--[\s\S]*?(-->|$)/g, '')
    .trimStart()
  if (/^#!|^@echo\s+o/i.test(start)) return 'text/x-script'
  const root = start.replace(/^(\s*<[?!](?!doctype\s+html)[^>]*>)+/i, '').trimStart()
  if (/^<([\w-]+:)?svg[\s>/]/i.test(root)) return 'image/svg+xml'
  if (
    /^<!doctype\s+html|^<(html|head|title|body|script|style|iframe|object|embed|meta|link|img|a|b|h1|div|p|table|br|form)[\s>/]/i.test(
      root,
    )
  )
    return 'text/html'
  return /^<\?xml[\s?]/i.test(start) ? 'application/xml' : 'text/plain'
}

/** A compound file's first directory entry ([MS-CFB] §2.6.1), which holds the class of the document. */
async function readRootEntry(path: string, head: Buffer): Promise<Buffer> {
  if (head.length < 512) return Buffer.alloc(0)
  const sector = 2 ** Math.min(head.readUInt16LE(30), 12)
  const at = (head.readUInt32LE(48) + 1) * sector
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(128), 0, 128, at)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** The class of Windows Installer packages and patches: {000C1084-…} and {000C1086-…}. */
const isInstaller = (entry: Buffer): boolean =>
  /^8[46]100c0000000000c000000000000046$/.test(entry.subarray(80, 96).toString('hex'))
