import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url'

// From our own host: the default would fetch it from somebody else's.
prepareZXingModule({ overrides: { locateFile: () => wasmAddress } })

/** Reads the codes in a picture of the camera. A worker, because the page's own policy lets no WebAssembly run. */
addEventListener('message', async ({ data }: MessageEvent<ImageData>) => {
  const found = await readBarcodes(data, {
    formats: ['QRCode', 'DataMatrix', 'Code128'],
    tryHarder: true,
    maxNumberOfSymbols: 4,
  }).catch(() => [])
  postMessage(found.flatMap(({ text }) => (text === '' ? [] : [text])))
})
