import { SaxesParser } from 'saxes'
import { fileWords, refuseFile } from './fault.ts'

export type Attributes = Record<string, string>
export type Hear = {
  open?: (name: string, attributes: Attributes) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** Signs that may come without any mark; a workbook has a mark every few of them. */
const longest = 1024 * 1024

/** `x:row` → `row`: which prefix a program chose says nothing. */
const plain = (name: string) => name.slice(name.indexOf(':') + 1)

/**
 * Reads XML piece by piece and tells what it hears after each piece. There are no document types in workbooks, so one
 * that has a DOCTYPE (and with it entities of its own) is refused; none is ever expanded or fetched.
 */
export function listen({ open, text, close }: Hear): { write: (piece: string) => void; end: () => void } {
  const parser = new SaxesParser()
  let unmarked = 0
  const mark = () => {
    unmarked = 0
  }
  const refuse = () => {
    throw refuseFile(fileWords.broken)
  }
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('opentag', ({ name, attributes }) => {
    mark()
    open?.(
      plain(name),
      Object.fromEntries(Object.entries(attributes).map(([key, value]) => [plain(key), value])),
    )
  })
  parser.on('closetag', ({ name }) => {
    mark()
    close?.(plain(name))
  })
  parser.on('text', (said) => text?.(said))
  return {
    write: (piece) => {
      unmarked += piece.length
      parser.write(piece)
      if (unmarked > longest) refuse()
    },
    end: () => void parser.close(),
  }
}

/** Reads a small part as a whole. */
export async function hearAll(pieces: AsyncIterable<string>, hear: Hear): Promise<void> {
  const { write, end } = listen(hear)
  for await (const piece of pieces) write(piece)
  end()
}
