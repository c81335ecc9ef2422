export const styleguideWords = {
  title: 'Bench',
  queue: 'The queue',
  home: 'The home',
  density: 'Density',
  scheme: 'Scheme',
  contrast: 'Contrast',
}
