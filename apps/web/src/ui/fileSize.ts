const units = ['B', 'KB', 'MB', 'GB']

/** `840 B`, `12 KB`, `3.4 MB` */
export function fileSize(bytes: number) {
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  return `${power > 1 && value < 10 ? value.toFixed(1) : Math.round(value)} ${units[power]}`
}
