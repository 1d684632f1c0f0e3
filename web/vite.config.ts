import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const host = process.env.FLOWSTATE_URL ?? 'http://localhost:5080'

/** Sonner writes a <style> tag when it loads, which the Host's CSP refuses; app.css imports its file instead. */
const sonnerWithoutStyleTag = (): Plugin => ({
  name: 'sonner-without-style-tag',
  enforce: 'pre',
  transform(code, id) {
    if (!/sonner\/dist\/index\.mjs/.test(id)) return null
    const stripped = code.replace(/^__insertCSS\(.*\);?$/m, '')
    if (stripped === code) throw new Error('sonner changed how it inserts its CSS: check vite.config.ts')
    return { code: stripped, map: null }
  },
})

/** Axios brings a second transport, over fetch, for places without XMLHttpRequest. A browser never chooses it. */
const axiosWithoutFetch = (): Plugin => ({
  name: 'axios-without-fetch',
  enforce: 'pre',
  apply: 'build',
  load: (id) => (/axios\/lib\/adapters\/fetch\.js$/.test(id) ? 'export const getFetch = () => null' : null),
})

export default defineConfig({
  plugins: [
    sonnerWithoutStyleTag(),
    axiosWithoutFetch(),
    tanstackRouter({ target: 'react', autoCodeSplitting: true, quoteStyle: 'single', semicolons: false }),
    react(),
    tailwindcss(),
  ],
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('./src', import.meta.url)),
      // Radix locks the page's scroll through a <style> tag; ours does it with a constructed sheet, which CSP allows.
      'react-style-singleton': fileURLToPath(new URL('./src/lib/style-singleton.ts', import.meta.url)),
    },
  },
  optimizeDeps: { exclude: ['sonner'] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Fifty files of one kilobyte compress badly: what every page needs travels together.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/(react|react-dom|scheduler|@tanstack\/(react-query|query-core|react-router|router-core|history|store|react-store)|axios|clsx)\//,
            },
            {
              name: 'shell',
              test: /src\/(lib\/(i18n(?!\/lazy)|auth|api\/(client|envelope|problem)|time\/)|lib\/(overlays|stages|style|theme|use-[a-z-]+)\.ts|components\/(avatar|logo|moment|page|ring|stage-chip|states|toast|warmth)\.tsx|components\/ui\/(button|icon-button|kbd|menu|skeleton|tip)\.tsx|app\/shell\/(app-shell|sidebar|bottom-bar|nav-items|account-menu|progress-line|offline-notice|use-[a-z-]+))|lucide-react\/dist\/esm\/icons\/(arrow-right|check|chevron-down|mail|pencil|phone|plus|send)\.m?js/,
            },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: {
      '/api': { target: host, changeOrigin: false },
      '/hubs': { target: host, ws: true, changeOrigin: false },
    },
  },
  test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}'] },
} as Parameters<typeof defineConfig>[0])
