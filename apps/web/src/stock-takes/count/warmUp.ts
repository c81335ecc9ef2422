/** Loads what comes later with a network, the reader of codes before all, so that it works without one; the worker keeps it. */
export async function warmUp(): Promise<void> {
  await Promise.all([import('../../scan-sessions/Camera.tsx'), import('../../shell/Palette.tsx')])
  const decoder = new Worker(new URL('../../scan-sessions/decoder.ts', import.meta.url), { type: 'module' })
  await new Promise<void>((done) => {
    decoder.addEventListener('message', () => done(), { once: true })
    decoder.addEventListener('error', () => done(), { once: true })
    decoder.postMessage(new ImageData(1, 1))
  })
  decoder.terminate()
}
