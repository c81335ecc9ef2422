/** The keys of our advisory locks, in one place because two uses of one key wait for each other. */
export const locks = {
  /** One process migrates while others wait. */
  migrate: 4_920_114_221,
  /** One test process makes the template database. */
  template: 4_920_114_222,
  /** One relay of many leads. */
  relay: 4_920_114_223,
  /** One process makes the installation's secret. */
  secret: 4_920_114_224,
  /** One first company is set up. */
  setUp: 4_920_114_225,
} as const
