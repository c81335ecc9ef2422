export const words = {
  noSuchPlan: 'There is no such floor plan.',
  noSuchSite: 'There is no such site.',
  noSite: 'Floor plans are of sites. Choose one, not a region or a unit.',
  noPicture: 'A floor plan is a picture: PNG, JPEG or WebP.',
  unreadable: 'This picture cannot be read. Save it anew as PNG.',
  tooMany: (most: number) => `A site has at most ${most} floor plans.`,
} as const
