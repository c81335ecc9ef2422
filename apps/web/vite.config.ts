import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Where the API answers; `npm run dev` starts it on its usual port. */
const server = process.env['DESKHAND_API'] ?? 'http://localhost:3000'

/**
 * Text and mono fonts start with the page instead of waiting for the stylesheet, but behind the scripts: their
 * stand-ins have the same widths. The display font comes when used.
 */
const preloadFonts: Plugin = {
  name: 'preload-fonts',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => /atkinson-hyperlegible-(next|mono)-latin-wght-normal.*\.woff2$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: {
            rel: 'preload',
            as: 'font',
            type: 'font/woff2',
            crossorigin: true,
            fetchpriority: 'low',
            href: `/${file}`,
          },
          injectTo: 'head',
        })),
  },
}

const contractSource = join(import.meta.dirname, '../../packages/contract/src')

/**
 * Pages name the contract, whose index names every slice; each import goes to the file that has the name instead, so that
 * a page loads the slices it speaks of and not all there are.
 */
function contractByFile(): Plugin {
  const files = new Map<string, string>()
  return {
    name: 'contract-by-file',
    enforce: 'pre',
    apply: 'build',
    buildStart() {
      for (const file of readdirSync(contractSource).filter((name) =>
        /^(?!index).*(?<!\.test)\.ts$/.test(name),
      )) {
        const code = readFileSync(join(contractSource, file), 'utf8')
        for (const [, name] of code.matchAll(/^export (?:const|function|class) (\w+)/gm))
          files.set(name ?? '', join(contractSource, file))
      }
    },
    transform(code, id) {
      if (!id.includes('/apps/web/src/') || !code.includes("'@deskhand/contract'")) return null
      return code.replace(/import \{([^}]*)\} from '@deskhand\/contract'/g, (_, list: string) =>
        list
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part && !part.startsWith('type '))
          .map((part) => {
            const file = files.get(part.split(' ')[0] ?? '')
            if (!file) throw new Error(`The contract has no ${part}, which ${id} asks for.`)
            return `import { ${part} } from '${file}'`
          })
          .join(';'),
      )
    },
  }
}

/**
 * Zod can describe its shapes as JSON Schema, which only the server does, for the API's documents; every shape carries it
 * along. In the browser these functions are empty: 8 KB less of each first visit.
 */
const withoutJsonSchema: Plugin = {
  name: 'without-json-schema',
  apply: 'build',
  transform(code, id) {
    if (!/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/.test(id)) return null
    return [...code.matchAll(/^export (?:const|function) (\w+)/gm)]
      .map(([, name]) => `export const ${name} = () => () => undefined`)
      .join('\n')
  },
}

const small = /\.(js|css|svg|json)$/

/** Compressed once here instead of with every answer; the server sends what a browser accepts. */
const compress: Plugin = {
  name: 'compress',
  apply: 'build',
  writeBundle({ dir = 'dist' }) {
    const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => small.test(name))
    for (const name of names) {
      const file = join(dir, name)
      const bytes = readFileSync(file)
      writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
      writeFileSync(
        `${file}.br`,
        brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
      )
    }
  },
}

export default defineConfig({
  plugins: [contractByFile(), withoutJsonSchema, react(), preloadFonts, compress],
  server: {
    port: 5173,
    proxy: {
      '/api': { target: server, ws: true },
      '/health': server,
      '/docs': server,
      '/openapi.json': server,
    },
  },
  build: {
    target: 'es2023',
    // The policy allows no data: fonts and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake: {
        // They only define things but do not say so, and Mantine's index names them: 5 KB for everyone otherwise.
        moduleSideEffects: [
          {
            test: /node_modules\/(react-remove-scroll|react-style-singleton|use-sidecar|tslib)/,
            sideEffects: false,
          },
        ],
      },
      output: {
        // What rarely changes keeps its file name over releases. The rest of Mantine is left to the splitter, so that a
        // part which only the desk uses never lands in the portal's first load.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            {
              name: 'data',
              test: /node_modules\/@tanstack\/(react-query|query-core|react-router|router-core|history|store|react-store)\//,
            },
            { name: 'contract', test: /packages\/contract\/src\/kit|node_modules\/zod\// },
            // What every page draws with; first, because a group takes along what its modules import.
            {
              name: 'base',
              test: /@mantine\/core\/esm\/(core\/(Box|MantineProvider|factory|styles-api)\/|components\/(Button|UnstyledButton|Loader|Transition|Input|InputBase|Textarea)\/)/,
            },
            // What opens over a page, and the fields that do: no part of the home, where nothing is open at first.
            {
              name: 'overlays',
              minShareCount: 10,
              test: /@floating-ui\/|@mantine\/core\/esm\/components\/(Combobox|Select|Popover|ScrollArea)\//,
            },
            // Fields for numbers lie behind dialogs and forms of many pages, and in no first load.
            { name: 'numbers', test: /react-number-format\/|@mantine\/core\/esm\/components\/NumberInput\// },
            { name: 'dialogs', test: /@mantine\/core\/esm\/components\/(Modal|ModalBase|Drawer)\// },
            // What many pages share comes in one file instead of fifty; the desk's own parts are shared by too few.
            { name: 'shared', minShareCount: 30 },
          ],
        },
      },
    },
  },
})
