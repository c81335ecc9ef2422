import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = 'http://localhost:3000'

/** Text and mono fonts start with the page instead of waiting for the stylesheet; the display font comes when used. */
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
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${file}` },
          injectTo: 'head',
        })),
  },
}

export default defineConfig({
  plugins: [react(), preloadFonts],
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
        // What rarely changes keeps its file name over releases. Mantine is left to the splitter, so that a part
        // which only the desk uses never lands in the portal's first load.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            {
              name: 'data',
              test: /node_modules\/@tanstack\/(react-query|query-core|react-router|router-core|history|store|react-store)\//,
            },
          ],
        },
      },
    },
  },
})
