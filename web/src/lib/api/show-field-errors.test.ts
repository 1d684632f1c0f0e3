import { AxiosError, type AxiosResponse } from 'axios'
import type { UseFormReturn } from 'react-hook-form'
import { describe, expect, it, vi } from 'vitest'
import { showFieldErrors } from './show-field-errors'

type Values = { name: string; tags: string; phones: { value: string }[]; fields: Record<string, string> }

const shownFor = (errors: Record<string, string[]>) => {
  const setError = vi.fn()
  const getValues = () => ({ name: '', tags: '', phones: [{ value: '1' }], fields: { size: '' } })
  const form = { getValues, setError } as unknown as UseFormReturn<Values>
  const response = { status: 400, data: { status: 400, code: 'validation', errors } } as AxiosResponse
  const found = showFieldErrors(new AxiosError('', '', undefined, undefined, response), form)
  return { found, paths: setError.mock.calls.map(([path]: unknown[]) => path) }
}

describe('the server’s messages', () => {
  it('stand at the field they are about, in a list at its item', () => {
    expect(shownFor({ Name: ['No.'] })).toEqual({ found: true, paths: ['name'] })
    expect(shownFor({ 'phones[1].value': ['Not a phone number.'] }).paths).toEqual(['phones.1.value'])
    expect(shownFor({ 'Phones[0].Value': ['Not a phone number.'] }).paths).toEqual(['phones.0.value'])
    expect(shownFor({ 'fields.size': ['Not a number.'] }).paths).toEqual(['fields.size'])
    expect(shownFor({ 'tags[3]': ['Too long.'] }).paths).toEqual(['tags'])
  })

  it('are left to the form where they have no field', () => {
    expect(shownFor({ workspace: ['No.'] })).toEqual({ found: false, paths: [] })
  })
})
