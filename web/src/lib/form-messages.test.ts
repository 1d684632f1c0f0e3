import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { formMessage } from './form-messages'

const said = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message

describe('what a form says', () => {
  beforeAll(() => void z.config({ customError: formMessage }))
  afterAll(() => void z.config({ customError: undefined }))

  it('is a sentence of ours', () => {
    expect(said(z.string().max(100), 'x'.repeat(101))).toBe('At most 100 letters')
    expect(said(z.string().min(1), '')).toBe('Needed')
    expect(said(z.number(), 'many')).toBe('Check this once more')
  })

  it('is the schema’s own where it has one', () => {
    expect(said(z.string().min(1, 'Write a first name'), '')).toBe('Write a first name')
  })
})
