import type { AssetFileKind } from '@deskhand/contract'

export const fileTabWords = {
  title: 'Files',
  none: 'No files yet.',
  noneAbout: 'Photos, invoices and warranties of this thing stand here.',
  noneForHolder: 'No photos yet.',
  add: 'Add files',
  help: 'Up to 50 MB each. Drop, paste or choose.',
  kind: 'What they are',
  photos: 'Photos',
  papers: 'Papers',
  remove: (name: string) => `Remove ${name}`,
  removeTitle: (name: string) => `Remove ${name}?`,
  removeAbout: 'It leaves this page. Its history goes on telling that it was here.',
  removeDo: 'Remove it',
  removed: (name: string) => `${name} is removed.`,
  handOver: { OUT: 'as it was handed out', BACK: 'as it came back' },
  by: (name: string, day: string) => `${name}, ${day}`,
}

export const fileKindWords: Record<AssetFileKind, string> = {
  PHOTO: 'Photo',
  INVOICE: 'Invoice',
  WARRANTY: 'Warranty',
  WIPE_PROOF: 'Proof of wiping',
  OTHER: 'Other',
}

export const photoWords = {
  label: 'Photos',
  help: 'Scratches, dents, what came with it. Up to ten.',
  wait: 'The photos are still on their way.',
  failed: 'A photo did not arrive. Try it again or take it away.',
}
