/** Every zone that the browser knows, UTC included. */
export const zones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])]

const locales = [
  'en-GB en-US en-IE en-AU es-ES es-MX ca-ES eu-ES gl-ES pt-PT pt-BR fr-FR de-DE de-AT de-CH it-IT nl-NL sv-SE',
  'da-DK nb-NO fi-FI pl-PL cs-CZ el-GR tr-TR uk-UA ar-EG he-IL hi-IN ja-JP ko-KR zh-CN zh-TW',
]
  .join(' ')
  .split(' ')

/** Languages with their region, each in its English name; the one in use is always among them. */
export function localeChoices(current: string) {
  const names = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' })
  return [...new Set([current, ...locales])]
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((one, other) => one.label.localeCompare(other.label))
}
