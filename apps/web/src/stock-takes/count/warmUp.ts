/** Loads what reads codes, so that a camera works without a network too; the worker keeps it. */
export async function warmUp(): Promise<void> {
  await import('../../scan-sessions/Camera.tsx')
  const decoder = new Worker(new URL('../../scan-sessions/decoder.ts', import.meta.url), { type: 'module' })
  await new Promise<void>((done) => {
    decoder.addEventListener('message', () => done(), { once: true })
    decoder.addEventListener('error', () => done(), { once: true })
    decoder.postMessage(new ImageData(1, 1))
  })
  decoder.terminate()
}
