import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import sharp from 'sharp'
import { sniff } from './sniff.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand-sniff-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const blank = { create: { width: 8, height: 8, channels: 3, background: 'red' } } as const
const binary = (head: string, length = 600) =>
  Buffer.concat([Buffer.from(head, 'latin1'), Buffer.alloc(length)])

/** A compound file whose root entry carries this class. */
function compound(classId: string): Buffer {
  const file = Buffer.alloc(512 * 3)
  file.write('d0cf11e0a1b11ae1', 'hex')
  file.writeUInt16LE(9, 30)
  file.writeUInt32LE(1, 48)
  file.write(classId, 512 * 2 + 80, 'hex')
  return file
}

const samples: [name: string, bytes: Buffer | string, mime: string][] = [
  ['a PNG', await sharp(blank).png().toBuffer(), 'image/png'],
  ['a JPEG', await sharp(blank).jpeg().toBuffer(), 'image/jpeg'],
  ['a WebP', await sharp(blank).webp().toBuffer(), 'image/webp'],
  ['a GIF', await sharp(blank).gif().toBuffer(), 'image/gif'],
  ['a PDF', '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n', 'application/pdf'],
  ['a Windows program', binary('MZ\x90\0\x03\0\0\0'), 'application/x-msdownload'],
  ['a text that begins like one', 'MZ is the county code of Mainz.\n', 'text/plain'],
  ['a Linux program', binary('\x7fELF\x02\x01\x01\0'), 'application/x-elf'],
  ['a Mac program', binary('\xcf\xfa\xed\xfe\x07\0\0\x01'), 'application/x-mach-binary'],
  ['a Windows installer', compound('84100c0000000000c000000000000046'), 'application/x-msi'],
  ['an old Word document', compound('0609020000000000c000000000000046'), 'application/x-cfb'],
  ['a shell script', '#!/bin/sh\nrm -rf ~\n', 'text/x-script'],
  ['a batch file', '@ECHO OFF\r\nformat c:\r\n', 'text/x-script'],
  ['a page', '\ufeff<!-- hi -->\n<!DOCTYPE html>\n<html><body>x</body></html>', 'text/html'],
  ['a bare script element', '  <script>alert(1)</script>', 'text/html'],
  [
    'a drawing',
    '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "a" "b">\n<svg xmlns="http://www.w3.org/2000/svg"/>',
    'image/svg+xml',
  ],
  ['a namespaced drawing', '<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
  ['XML', '<?xml version="1.0"?><invoice/>', 'application/xml'],
  ['a log', '2026-11-20 10:42 \x1b[31mERROR\x1b[0m VPN down\n', 'text/plain'],
  ['an old table', Buffer.from('Name;Stra\xdfe\r\n', 'latin1'), 'text/plain'],
  ['a wide text', Buffer.from('\ufeffhello', 'utf16le'), 'text/plain'],
  ['arithmetic', 'a < b and b > c', 'text/plain'],
  ['noise', Buffer.from([1, 2, 3, 4, 0, 9, 250]), 'application/octet-stream'],
]

for (const [name, bytes, mime] of samples) {
  test(`knows ${name} by its bytes`, async () => {
    const path = join(folder, 'sample')
    await writeFile(path, bytes)
    assert.equal(await sniff(path), mime)
  })
}
