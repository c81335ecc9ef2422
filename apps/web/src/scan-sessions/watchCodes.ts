const gap = 120
/** The same code again within this time is the same look at it. */
const again = 2500
/** Enough to read a label, and half the work of a whole picture. */
const widest = 960

type Hears = { onCode: (code: string) => void; onRefused: () => void }

/** Shows the camera in this element and reads codes in what it sees; answers how to end it. */
export function watchCodes(video: HTMLVideoElement, { onCode, onRefused }: Hears): () => void {
  const decoder = new Worker(new URL('./decoder.ts', import.meta.url), { type: 'module' })
  const canvas = document.createElement('canvas')
  const seen = new Map<string, number>()
  let stream: MediaStream | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false

  const later = () => {
    if (!isOver) timer = setTimeout(look, gap)
  }
  function look() {
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0 || !context)
      return later()
    const scale = Math.min(1, widest / video.videoWidth)
    canvas.width = Math.round(video.videoWidth * scale)
    canvas.height = Math.round(video.videoHeight * scale)
    context.drawImage(video, 0, 0, canvas.width, canvas.height)
    decoder.postMessage(context.getImageData(0, 0, canvas.width, canvas.height))
  }
  decoder.addEventListener('message', ({ data }: MessageEvent<string[]>) => {
    const now = performance.now()
    for (const code of data) {
      const last = seen.get(code)
      seen.set(code, now)
      if (last !== undefined && now - last < again) continue
      navigator.vibrate?.(60)
      onCode(code)
    }
    later()
  })
  const stop = () => {
    for (const track of stream?.getTracks() ?? []) track.stop()
  }
  async function open() {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      if (isOver) return stop()
      video.srcObject = stream
      await video.play()
      look()
    } catch {
      if (!isOver) onRefused()
    }
  }
  void open()
  return () => {
    isOver = true
    clearTimeout(timer)
    stop()
    decoder.terminate()
  }
}
