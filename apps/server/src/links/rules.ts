import { type LinkKind, linkKinds } from '@deskhand/contract'

/** The kinds that the table holds; the others are these, read from the other end. */
const stored = ['parent', 'blocks', 'caused-by', 'duplicate', 'relates'] as const
export type StoredKind = (typeof stored)[number]

const isStored = (kind: LinkKind): kind is StoredKind => stored.some((one) => one === kind)

/** How a link of this kind from `id` to `otherId` is written: of two that merely relate, the smaller id first. */
export function written(
  kind: LinkKind,
  id: string,
  otherId: string,
): { kind: StoredKind; fromId: string; toId: string } {
  const turned = linkKinds[kind]
  if (kind === 'relates') {
    const [fromId = id, toId = otherId] = [id, otherId].sort()
    return { kind, fromId, toId }
  }
  if (isStored(kind)) return { kind, fromId: id, toId: otherId }
  if (isStored(turned)) return { kind: turned, fromId: otherId, toId: id }
  throw new Error(`${kind} has no other end.`)
}
