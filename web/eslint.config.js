import { readdirSync } from 'node:fs'
import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import tseslint from 'typescript-eslint'

// One feature never reaches into another: what joins two of them lives in src/app, src/routes or src/components.
const features = readdirSync(new URL('./src/features', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

const walls = features.map((feature) => ({
  files: [`src/features/${feature}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: [
              ...features
                .filter((other) => other !== feature)
                .flatMap((other) => [`@/features/${other}/**`, `../${other}/**`, `../../${other}/**`]),
              '@/app/**',
              '@/routes/**',
            ],
            message: `The ${feature} feature may not import another feature, the app or a route. Compose them in src/app.`,
          },
        ],
      },
    ],
  },
}))

const floor = {
  files: ['src/lib/**/*.{ts,tsx}', 'src/components/**/*.{ts,tsx}'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: ['@/features/**', '@/app/**', '@/routes/**'],
            message: 'The floor knows nothing of what stands on it.',
          },
        ],
      },
    ],
  },
}

export default tseslint.config(
  {
    ignores: ['dist', 'src/routeTree.gen.ts', 'src/lib/api/schema.d.ts', 'playwright-report', 'test-results'],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  reactHooks.configs.flat.recommended,
  { languageOptions: { globals: { ...globals.browser } } },
  { files: ['scripts/**', '*.{js,ts}', 'e2e/**'], languageOptions: { globals: { ...globals.node } } },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'max-lines': ['error', { max: 200, skipBlankLines: false }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-restricted-properties': [
        'error',
        { object: 'crypto', property: 'randomUUID', message: 'It is missing over plain http: use newId().' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // TanStack's table and virtualizer hand out functions that the compiler cannot memoise; we do not run the compiler.
      'react-hooks/incompatible-library': 'off',
    },
  },
  { files: ['src/routes/**/*.{ts,tsx}'], rules: { 'max-lines': ['error', { max: 40 }] } },
  ...walls,
  floor,
)
