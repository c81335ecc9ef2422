import { endingOf } from '../platform/files/names.ts'

const officeZip = ['application/zip', 'application/x-cfb'] as const
const openXml = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'
const zipped = /^application\/(zip|epub\+zip|java-archive|vnd\.(openxml|oasis|ms-|apple).*)$/
const textual = [
  'text/plain',
  'text/html',
  'image/svg+xml',
  'application/xml',
  'text/calendar',
  'text/vcard',
  'text/vtt',
]

/** What a name promises: its ending, how a person calls that, and the bytes that keep the promise. */
const promises: [endings: string, called: string, kept: readonly string[] | RegExp][] = [
  ['png', 'a PNG picture', ['image/png', 'image/apng']],
  ['jpg jpeg jpe jfif', 'a JPEG picture', ['image/jpeg']],
  ['gif', 'a GIF picture', ['image/gif']],
  ['webp', 'a WebP picture', ['image/webp']],
  ['bmp', 'a bitmap picture', ['image/bmp']],
  ['tif tiff', 'a TIFF picture', /^image\/(tiff|x-)/],
  ['heic heif avif', 'a HEIF picture', /^image\/(hei[cf]|avif)/],
  ['ico', 'an icon', ['image/x-icon', 'image/png']],
  ['psd', 'a Photoshop picture', ['image/vnd.adobe.photoshop']],
  ['pdf', 'a PDF document', ['application/pdf', 'application/vnd.adobe.illustrator']],
  [
    'docx docm dotx dotm',
    'a Word document',
    [
      ...officeZip,
      `${openXml}.wordprocessingml.document`,
      `${openXml}.wordprocessingml.template`,
      'application/vnd.ms-word.document.macroenabled.12',
      'application/vnd.ms-word.template.macroenabled.12',
    ],
  ],
  [
    'xlsx xlsm xltx xltm',
    'an Excel table',
    [
      ...officeZip,
      `${openXml}.spreadsheetml.sheet`,
      `${openXml}.spreadsheetml.template`,
      'application/vnd.ms-excel.sheet.macroenabled.12',
      'application/vnd.ms-excel.template.macroenabled.12',
    ],
  ],
  [
    'pptx pptm potx ppsx',
    'a PowerPoint presentation',
    [
      ...officeZip,
      `${openXml}.presentationml.presentation`,
      `${openXml}.presentationml.template`,
      `${openXml}.presentationml.slideshow`,
      'application/vnd.ms-powerpoint.presentation.macroenabled.12',
      'application/vnd.ms-powerpoint.slideshow.macroenabled.12',
    ],
  ],
  [
    'odt ott',
    'an OpenDocument text',
    ['application/zip', `${openDocument}.text`, `${openDocument}.text-template`],
  ],
  [
    'ods ots',
    'an OpenDocument table',
    ['application/zip', `${openDocument}.spreadsheet`, `${openDocument}.spreadsheet-template`],
  ],
  [
    'odp otp',
    'an OpenDocument presentation',
    ['application/zip', `${openDocument}.presentation`, `${openDocument}.presentation-template`],
  ],
  ['doc dot', 'a Word document', ['application/x-cfb', 'application/rtf']],
  ['xls xlt', 'an Excel table', ['application/x-cfb']],
  ['ppt pps', 'a PowerPoint presentation', ['application/x-cfb']],
  ['vsd', 'a Visio drawing', ['application/x-cfb', 'application/vnd.visio']],
  ['msg', 'an Outlook message', ['application/x-cfb', 'application/vnd.ms-outlook']],
  ['rtf', 'a rich text', ['application/rtf']],
  ['zip', 'a ZIP archive', zipped],
  ['gz tgz', 'a GZIP archive', ['application/gzip']],
  ['7z', 'a 7-Zip archive', ['application/x-7z-compressed']],
  ['rar', 'a RAR archive', ['application/x-rar-compressed']],
  ['tar', 'a TAR archive', ['application/x-tar', 'application/octet-stream']],
  ['mp3', 'a sound', ['audio/mpeg']],
  ['wav', 'a sound', ['audio/wav']],
  ['m4a', 'a sound', ['audio/x-m4a', 'audio/mp4', 'video/mp4']],
  ['ogg oga opus', 'a sound', /^(audio|video|application)\/ogg$/],
  ['flac', 'a sound', ['audio/flac']],
  ['mp4 m4v', 'a film', ['video/mp4', 'video/x-m4v', 'video/quicktime', 'video/3gpp']],
  ['mov', 'a film', ['video/quicktime', 'video/mp4']],
  ['webm mkv', 'a film', ['video/webm', 'video/matroska']],
  ['avi', 'a film', ['video/vnd.avi']],
  ['txt log md csv tsv json yml yaml ini conf cfg xml html htm xhtml svg ics vcf eml', 'a text', textual],
]

const byEnding = new Map(
  promises.flatMap(([endings, called, kept]) =>
    endings.split(' ').map((ending) => [ending, { called, kept }] as const),
  ),
)

/** Whether an ending says what a file is, and so nothing of who named it. */
export const isKnownEnding = (ending: string): boolean => byEnding.has(ending)

/** Bytes that run. */
const programs: ReadonlySet<string> = new Set([
  'application/x-msdownload',
  'application/x-msi',
  'application/x-elf',
  'application/x-mach-binary',
  'application/wasm',
  'application/java-vm',
  'application/java-archive',
  'application/vnd.android.package-archive',
  'application/x-ms-shortcut',
  'application/x-ft-apple.alias',
  'application/x-ms-regedit',
  'application/vnd.ms-htmlhelp',
  'application/x-google-chrome-extension',
  'application/x-xpinstall',
  'application/x-shockwave-flash',
  'application/x-deb',
  'application/x-rpm',
  'application/x-apple-diskimage',
  'application/x-iso9660-image',
  'text/x-script',
])

/** Endings that an operating system runs at a double click, and scripts. */
const programEndings: ReadonlySet<string> = new Set(
  (
    'exe com scr pif cpl msi msp mst msix appx appxbundle msixbundle appinstaller dll sys drv ocx efi ' +
    'bat cmd ps1 ps1xml psm1 psd1 vb vbs vbe js jse mjs cjs wsf wsh wsc ws sct hta msc chm hlp reg inf scf lnk url ' +
    'library-ms search-ms settingcontent-ms application jnlp gadget ade adp mde xll wll ' +
    'jar class apk ipa app dmg pkg mpkg deb rpm run appimage snap flatpakref iso img vhd vhdx ' +
    'sh bash zsh ksh csh fish command so dylib elf out desktop service py pyc pyw pyz rb pl php phar lua tcl ' +
    'workflow action scpt scptd osascript swf crx xpi wasm'
  ).split(' '),
)

/**
 * Why this file is not taken, or null. `name` is the displayed one, `mime` what the bytes are.
 * A program is refused by its name or its bytes, and so is a file whose bytes are not what its name promises.
 */
export function refusal(name: string, mime: string): string | null {
  const ending = endingOf(name)
  if (programs.has(mime) || programEndings.has(ending)) {
    return `${name} is a program. Programs and scripts are not taken; send a picture or a text of what you see instead.`
  }
  const promise = byEnding.get(ending)
  if (!promise) return null
  const { called, kept } = promise
  const isKept = kept instanceof RegExp ? kept.test(mime) : kept.includes(mime)
  return isKept
    ? null
    : `${name} is not ${called}, whatever its name says. Send the file under its right name.`
}

const textKinds: Record<string, string> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  md: 'text/markdown',
  json: 'application/json',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'text/html',
  svg: 'image/svg+xml',
  eml: 'message/rfc822',
}

/** The type that is kept: what the bytes are, and for plain text what its name adds to that. */
export const keptType = (name: string, mime: string): string =>
  mime === 'text/plain' ? (textKinds[endingOf(name)] ?? mime) : mime

const harmless =
  /^(image\/(png|jpeg|gif|webp)|(audio|video)\/[\w.+-]+|text\/(plain|csv)|application\/(pdf|zip))$/

/** The type that a download says: nothing that a browser would run. */
export const servedType = (mime: string): string =>
  harmless.test(mime)
    ? mime.startsWith('text/')
      ? `${mime}; charset=utf-8`
      : mime
    : 'application/octet-stream'
