/** What a list may be at most; beyond it is refused with a sentence, long before it costs memory. */
export const limits = {
  columns: 250,
  rows: 200_000,
  /** Signs of one cell. */
  cell: 20_000,
  /** Signs of one row. */
  row: 500_000,
  /** Bytes that a workbook may unpack to. */
  unpacked: 256 * 1024 * 1024,
  /** Signs of all texts that a workbook's cells share. */
  shared: 48 * 1024 * 1024,
  /** Parts of a workbook. */
  parts: 2_000,
} as const
