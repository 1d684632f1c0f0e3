import { existsSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'

const system = process.env.CHROMIUM || '/usr/bin/chromium'

/** Runs against a host with the demo's data that is already up: FLOWSTATE_URL, FLOWSTATE_MAIL and FLOWSTATE_PASSWORD. */
export default defineConfig({
  testDir: 'e2e',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env.FLOWSTATE_URL ?? 'http://localhost:5080',
    locale: 'en-GB',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: existsSync(system) ? system : undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } } },
    { name: 'phone', use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } } },
  ],
})
