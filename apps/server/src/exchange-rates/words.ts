export const words = {
  noSuchCurrency: (code: string) => `${code} is not a currency.`,
} as const
