import type { assetFiles, files, floorPlans, imports } from '@deskhand/contract'
import { useRef, useState } from 'react'
import { address, newKey, withSession } from './call.ts'
import type { PendingFile } from './ui/AttachmentTray.tsx'
import { isProblem, Refusal } from './ui/problem.ts'
import { uploadWords } from './words.ts'

type UploadRoute =
  | (typeof files)['upload']
  | (typeof files)['stage']
  | (typeof assetFiles)['add']
  | (typeof floorPlans)['add']
  | (typeof imports)['upload']
type Target = {
  params?: { id: string }
  query?: { isInternal?: string; name?: string; kind?: string }
  /** Sent before the file. */
  fields?: Record<string, string>
  onArrived?: (id: string) => void
}
type Sending = { file: File; key: string; stop: AbortController }
type Outgoing = { file: File; key: string; signal: AbortSignal }

/** One file as multipart, with its progress in percent; fetch cannot tell how much was sent. */
function send(
  route: UploadRoute,
  target: Target,
  { file, key, signal }: Outgoing,
  onProgress: (percent: number) => void,
) {
  return new Promise<string>((done, fail) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    for (const [name, value] of Object.entries(target.fields ?? {})) form.append(name, value)
    form.append('file', file, file.name)
    const { params = {}, query = {} } = target
    request.open('POST', address(route, { params, query }))
    request.setRequestHeader('x-requested-with', 'deskhand')
    request.setRequestHeader('idempotency-key', key)
    request.setRequestHeader('accept', 'application/json')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded / total) * 100))
    request.onload = () => {
      const said: unknown = request.response
      if (request.status < 300 && typeof said === 'object' && said && 'id' in said) done(String(said.id))
      else fail(isProblem(said) ? new Refusal(said) : new TypeError(uploadWords.failed))
    }
    request.onerror = () => fail(new TypeError(uploadWords.failed))
    request.onabort = request.onerror
    signal.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}

/** One file that nobody watches; answers the id that it has there. Sent again with its key, it is the same one. */
export const sendFile = (route: UploadRoute, outgoing: Outgoing): Promise<string> =>
  withSession(route, () => send(route, {}, outgoing, () => undefined))

/**
 * The files of one message or form. `add` starts nothing while there is no target yet (a request that is not
 * sent); `start` begins what waits. `ids` are the attachments that arrived.
 */
export function useUploads(route: UploadRoute, target: Target | null) {
  const [pending, setPending] = useState<(PendingFile & { attachmentId?: string })[]>([])
  const sending = useRef(new Map<string, Sending>())

  const change = (id: string, part: Partial<PendingFile & { attachmentId: string }>) =>
    setPending((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)))

  async function start(id: string, to: Target): Promise<string | null> {
    const one = sending.current.get(id)
    if (!one) return null
    change(id, { state: 'sending', progress: 0, problem: null })
    try {
      const attachmentId = await withSession(route, () =>
        send(route, to, { ...one, signal: one.stop.signal }, (progress) => change(id, { progress })),
      )
      change(id, { state: 'done', progress: 100, attachmentId })
      to.onArrived?.(attachmentId)
      return attachmentId
    } catch (thrown) {
      change(id, { state: 'failed', problem: thrown instanceof Error ? thrown.message : uploadWords.failed })
      return null
    }
  }

  return {
    files: pending,
    ids: pending.flatMap(({ attachmentId }) => (attachmentId ? [attachmentId] : [])),
    isBusy: pending.some(({ state }) => state === 'sending'),
    add(files: File[]) {
      for (const file of files) {
        const id = newKey()
        sending.current.set(id, { file, key: newKey(), stop: new AbortController() })
        const { name, size, type } = file
        setPending((all) => [...all, { id, name, size, type, state: 'waiting', progress: 0 }])
        if (target) void start(id, target)
      }
    },
    remove(id: string) {
      sending.current.get(id)?.stop.abort()
      sending.current.delete(id)
      setPending((all) => all.filter((one) => one.id !== id))
    },
    retry(id: string) {
      const one = sending.current.get(id)
      // A refused attempt spent its key; this is another one.
      if (one) sending.current.set(id, { ...one, key: newKey(), stop: new AbortController() })
      if (target) void start(id, target)
    },
    /** Sends what has not arrived to a record that exists now; answers the ids of all, or null when some failed. */
    async startAll(to: Target): Promise<string[] | null> {
      const ids = await Promise.all(pending.map(({ id, attachmentId }) => attachmentId ?? start(id, to)))
      const arrived = ids.filter((id) => id !== null)
      return arrived.length === ids.length ? arrived : null
    },
    clear() {
      sending.current.clear()
      setPending([])
    },
  }
}
