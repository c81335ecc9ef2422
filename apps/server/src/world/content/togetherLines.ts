/** What is said where people work together in the demo world. */
export const lines = {
  /** Requests of the design's pictures. */
  told: [4921, 4907],
  supplier: 'service@printworks.example',
  draft: 'The new part is ordered and comes on Thursday. Until then you can',
  notes: [
    '{name} could you look at this one? You had the same last month.',
    '{name} the supplier asks for the serial number again. Do we have it?',
    '{name} I am out tomorrow; would you answer if they write?',
  ],
}
