import { SaxesParser } from 'saxes'
import { words } from '../words.ts'
import { Fault } from './fault.ts'

/** An element: its text, or its children by their names in small letters; what comes several times is a list. */
export type Tree = { [name: string]: string | Tree | (string | Tree)[] }

const most = { depth: 24, elements: 400_000 }

/**
 * XML as nested values. A document type is refused before anything of it counts, so there are no entities but the five
 * of XML itself, and nothing is fetched.
 */
export function readXml(text: string): Tree {
  const parser = new SaxesParser({ xmlns: false, fragment: false })
  const root: Tree = Object.create(null)
  const open: { name: string; tree: Tree; text: string; isEmpty: boolean }[] = [
    { name: '', tree: root, text: '', isEmpty: true },
  ]
  let elements = 0
  parser.on('error', (error) => {
    throw new Fault('unreadable', words.notXml(error.message))
  })
  parser.on('doctype', () => {
    throw new Fault('unreadable', words.noDoctype)
  })
  parser.on('opentag', ({ name }) => {
    elements += 1
    if (open.length > most.depth || elements > most.elements) throw new Fault('too_large', words.tooDeep)
    open.push({ name: name.toLowerCase(), tree: Object.create(null), text: '', isEmpty: true })
  })
  const add = (more: string) => {
    const here = open.at(-1)
    if (here) here.text += more
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => {
    const done = open.pop()
    const above = open.at(-1)
    if (!done || !above) return
    const value = done.isEmpty ? done.text.trim() : done.tree
    const known = above.tree[done.name]
    if (known === undefined) above.tree[done.name] = value
    else if (Array.isArray(known)) known.push(value)
    else above.tree[done.name] = [known, value]
    above.isEmpty = false
  })
  parser.write(text).close()
  return root
}
